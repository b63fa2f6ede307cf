import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { type Env, parseEnv } from '../../src/config';
import { EmbeddedPostgres } from '../../src/platform/database';
import { openStore } from '../../src/platform/storage';
import type { ApiAnswer, ApiClient } from './api-client';
import { expectStatus } from './app';
import { textResume, uniqueResumePdf } from './documents';
import { createJob } from './jobs';
import { finishedTasks } from './waiting';

/** One installation's data, by the settings that lead to it. */
export interface DataSnapshot {
  /** Number of rows and a hash of all of them, by table. */
  readonly tables: Readonly<Record<string, string>>;
  /** SHA-256 by key. */
  readonly files: Readonly<Record<string, string>>;
}

/** Read in a way of its own, so that it can judge a restore. */
export async function snapshotOf(variables: NodeJS.ProcessEnv): Promise<DataSnapshot> {
  const env = parseEnv(variables);
  const embedded = env.embedded ? await EmbeddedPostgres.start(env.DATA_DIR) : null;
  const client = new Client(
    embedded === null
      ? { connectionString: env.DATABASE_URL }
      : { ...embedded.address, user: 'postgres', database: 'postgres' },
  );
  await client.connect();
  try {
    return { tables: await tableHashes(client), files: await fileHashes(env) };
  } finally {
    await client.end();
    await embedded?.stop();
  }
}

async function tableHashes(client: Client): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {};
  await client.query("SET timezone = 'UTC'");
  const tables = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1",
  );
  for (const { name } of tables.rows) {
    // Two versions of PostgreSQL stem words differently, so what is generated from a row is not the row.
    const { rows } = await client.query<{ summary: string }>(
      `WITH generated AS (
         SELECT COALESCE(array_agg(attname::text), '{}') AS names FROM pg_attribute
         WHERE attrelid = '"${name}"'::regclass AND attgenerated <> ''),
       rows AS (SELECT (to_jsonb(t) - generated.names)::text AS row FROM "${name}" t, generated)
       SELECT count(*) || ' ' || COALESCE(md5(string_agg(row, '|' ORDER BY row COLLATE "C")), '') AS summary
       FROM rows`,
    );
    hashes[name] = rows[0]?.summary ?? '';
  }
  return hashes;
}

async function fileHashes(env: Env): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {};
  const store = openStore(env, env.STORAGE);
  for await (const key of store.list()) {
    hashes[key] = createHash('sha256')
      .update((await store.read(key))!)
      .digest('hex');
  }
  return hashes;
}

/** People, files, scores, decisions, mail and more; what a restored system must show again. */
export async function fillCompany(api: ApiClient): Promise<{ readonly jobId: string }> {
  const jobId = await createJob(api);
  const resumes: ApiAnswer['body'][] = [];
  for (let n = 0; n < 3; n += 1) {
    const { body } = expectStatus(await api.upload(await uniqueResumePdf(n), { jobId }), 201);
    resumes.push(body.resume);
  }
  // Whatever the text format must escape.
  const odd = textResume({ name: 'Zoë Tab\\back', email: 'odd@example.com', phone: '' });
  const lines = Buffer.concat([
    odd,
    Buffer.from('\nC:\\temp\\new\ttabbed\r\n"quoted" {1,2} \\N\n'),
  ]);
  expectStatus(await api.upload(lines, { jobId }), 201);
  await api.patch(`/jobs/${jobId}/candidates/${resumes[0]?.id}`, { status: 'reviewing' });
  await api.patch(`/jobs/${jobId}/candidates/${resumes[1]?.id}`, {
    status: 'rejected',
    reason: 'No "night\\shift"\npossible',
  });
  await api.post('/invitations', { email: 'guest@example.com', role: 'interviewer' });
  await api.post('/company-skills', { name: 'Berth Planner' });
  await api.post('/saved-searches', { name: 'Cooks', kind: 'hybrid', query: 'cook' });
  expectStatus(await api.post(`/jobs/${jobId}/match`), 202);
  await finishedTasks(api, 90_000);
  return { jobId };
}
