import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { expectStatus, TEST_PASSWORD } from '../support/app';
import { type DataSnapshot, fillCompany, snapshotOf } from '../support/backups';
import { textResume } from '../support/documents';
import { copyEmptyDatabase } from '../support/embedded-template';
import { createServerDatabase, isServerMode, type ServerDatabase } from '../support/server-mode';
import { type Ending, ServerProcess } from '../support/server-process';

// Each test starts several processes, one after the other.
jest.setTimeout(300_000);

const ACCOUNT = { email: 'owner@example.com', password: TEST_PASSWORD };

let folder: string;
let running: ServerProcess[];
let servers: ServerDatabase[];

/** An embedded installation that is filled once; each test restores from its backup. */
let source: { variables: NodeJS.ProcessEnv; tar: string; jobId: string; before: DataSnapshot };
let token: string;
let ranking: ApiAnswer['body'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sl-'));
  [running, servers] = [[], []];
  const variables = { DATA_DIR: join(folder, 'source') };
  await copyEmptyDatabase(variables.DATA_DIR);
  const server = await started(variables);
  const { api } = server;
  const person = { full_name: 'Robin Example', role: 'recruiter', company_name: 'Fernhill' };
  expectStatus(await api.post('/auth/register', { ...ACCOUNT, ...person }), 201);
  token = await logIn(api);
  const { jobId } = await fillCompany(api.as(token));
  ranking = expectStatus(await api.as(token).get(`/jobs/${jobId}/candidates`), 200).body;
  await server.kill('SIGTERM');
  const tar = join(folder, 'embedded.tar');
  await succeeded(backup(variables, '--out', tar));
  source = { variables, tar, jobId, before: await snapshotOf(variables) };
});

afterEach(async () => {
  await Promise.all(running.map((one) => one.kill('SIGKILL')));
  running = [];
});

afterAll(async () => {
  await Promise.all(servers.map((one) => one.drop()));
  await rm(folder, { recursive: true, force: true });
});

async function started(variables: NodeJS.ProcessEnv): ReturnType<typeof ServerProcess.start> {
  const server = await ServerProcess.start(variables);
  running.push(server);
  return server;
}

const logIn = async (api: ApiClient): Promise<string> =>
  expectStatus(await api.post('/auth/login', ACCOUNT), 200).body.access_token;

const backup = (variables: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Ending> =>
  ServerProcess.run('src/cli/backup.js', variables, { args }).ended;

const restore = (variables: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<Ending> =>
  ServerProcess.run('src/cli/restore.js', variables, { args }).ended;

async function succeeded(ending: Promise<Ending>): Promise<Ending> {
  const ended = await ending;
  expect([ended.code, ended.stderr]).toEqual([0, '']);
  return ended;
}

async function uploadUntil(done: AbortSignal, api: ApiClient): Promise<void> {
  for (let n = 0; !done.aborted; n += 1) {
    const file = textResume({ name: `Person ${n}`, email: `p${n}@example.com`, phone: '' });
    expectStatus(await api.upload(file), 201);
  }
}

const fresh = (name: string): NodeJS.ProcessEnv => ({ DATA_DIR: join(folder, name) });

async function freshServer(name: string): Promise<NodeJS.ProcessEnv> {
  const server = await createServerDatabase();
  servers.push(server!);
  return { ...fresh(name), ...server!.variables };
}

/** What people see of it is what they saw before, and it goes on from there. */
async function expectWorking(
  variables: NodeJS.ProcessEnv,
  withToken: string | null,
): Promise<void> {
  const server = await started(variables);
  const api = server.api.as(withToken ?? (await logIn(server.api)));
  const again = expectStatus(await api.get(`/jobs/${source.jobId}/candidates`), 200);
  expect(again.body).toEqual(ranking);
  for (const { resume_id: id } of ranking.data) {
    expectStatus(await api.get(`/resumes/${id}/file`), 200);
  }
  const added = await api.upload(textResume({ name: 'Ann Other', email: 'ann@example.com' }), {
    jobId: source.jobId,
  });
  expectStatus(added, 201);
  const found = await api.post('/search/semantic', { query: 'engineer', limit: 10 });
  expect(expectStatus(found, 200).body.count).toBe(Number(ranking.data.length) + 1);
  await server.kill('SIGTERM');
}

describe('a backup of the embedded mode', () => {
  it('restores into an empty data directory with every row, file and key as it was', async () => {
    expect(Object.keys(source.before.files).length).toBeGreaterThanOrEqual(4);
    const rows = Object.values(source.before.tables).filter((summary) => !summary.startsWith('0 '));
    expect(rows.length).toBeGreaterThan(15);
    const target = fresh('restored');
    await succeeded(restore(target, '--from', source.tar));
    await expect(snapshotOf(target)).resolves.toEqual(source.before);
    await expectWorking(target, token);
  });

  it('replaces nothing unless it is told to', async () => {
    const again = await backup(source.variables, '--out', source.tar);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('--force')]);
    const target = fresh('taken');
    await succeeded(restore(target, '--from', source.tar));
    const server = await started(target);
    const api = server.api.as(token);
    expectStatus(await api.upload(textResume({ name: 'Ann Other' })), 201);
    expectStatus(await api.post('/company-skills', { name: 'Crane Lead' }), 201);
    const busy = await restore(target, '--from', source.tar, '--force');
    expect([busy.code, busy.stderr]).toEqual([1, expect.stringContaining('is in use')]);
    await server.kill('SIGTERM');
    const changed = await snapshotOf(target);
    const refused = await restore(target, '--from', source.tar);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('--force')]);
    await expect(snapshotOf(target)).resolves.toEqual(changed);
    expect(changed).not.toEqual(source.before);
    await succeeded(restore(target, '--from', source.tar, '--force'));
    await expect(snapshotOf(target)).resolves.toEqual(source.before);
  });

  it('that is damaged is found out, and nothing of it is used', async () => {
    await expect(restore({}, '--from', source.tar, '--check')).resolves.toMatchObject({
      code: 0,
      stdout: expect.stringContaining('is whole'),
    });
    const bytes = await readFile(source.tar);
    const resume = bytes.indexOf('%PDF-');
    const harmed: readonly (readonly [string, Buffer])[] = [
      [
        'a byte of a file',
        Buffer.concat([bytes.subarray(0, resume), Buffer.from('#'), bytes.subarray(resume + 1)]),
      ],
      ['its end', bytes.subarray(0, bytes.length - 40_000)],
      ['all of it', Buffer.from('not a backup at all'.repeat(100))],
    ];
    const target = fresh('untouched');
    for (const [what, content] of harmed) {
      const path = join(folder, 'harmed.tar');
      await writeFile(path, content);
      const { code, stderr } = await restore(target, '--from', path);
      expect([what, code, stderr]).toEqual([what, 1, expect.stringContaining('damaged')]);
    }
    expect(await readdir(join(target['DATA_DIR']!, 'files')).catch(() => [])).toEqual([]);
  });

  it('as a folder, private to its owner, of another version, is refused or brought up to date', async () => {
    const out = join(folder, 'as-folder');
    await succeeded(backup(source.variables, '--out', out));
    expect((await stat(join(out, 'manifest.json'))).mode & 0o077).toBe(0);
    const older = fresh('older');
    await succeeded(restore(older, '--from', out));
    await expect(snapshotOf(older)).resolves.toEqual(source.before);
    const path = join(out, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    const newer = {
      ...manifest,
      migrations: [...manifest.migrations, 'FromTheFuture2000000000000'],
    };
    await writeFile(path, JSON.stringify(newer));
    const target = fresh('version');
    const refused = await restore(target, '--from', out);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('Update first')]);
    // A version behind: the data is taken back first, as an installation of that time had it.
    await succeeded(ServerProcess.run('src/cli/migrate.js', older, { args: ['down'] }).ended);
    const old = join(folder, 'older.tar');
    await succeeded(backup(older, '--out', old));
    await succeeded(restore(target, '--from', old));
    await succeeded(ServerProcess.run('src/cli/migrate.js', older, {}).ended);
    await expect(snapshotOf(target)).resolves.toEqual(await snapshotOf(older));
  });

  it('needs a place, and says how it is used', async () => {
    const [without, missing] = await Promise.all([
      backup(source.variables),
      restore(fresh('none'), '--from', join(folder, 'nowhere')),
    ]);
    expect([without.code, without.stderr]).toEqual([2, expect.stringContaining('--out')]);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('no backup')]);
  });
});

if (isServerMode()) {
  describe('between the modes', () => {
    it('moves an embedded installation to servers', async () => {
      const target = await freshServer('moved');
      const refused = await restore(target, '--from', source.tar);
      expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('SECRET_KEY')]);
      const key = await readFile(join(source.variables['DATA_DIR']!, 'secret-key'), 'utf8');
      const withKey = { ...target, SECRET_KEY: key };
      await succeeded(restore(withKey, '--from', source.tar));
      await expect(snapshotOf(withKey)).resolves.toEqual(source.before);
      await expectWorking(withKey, token);
    });

    it('copies servers to servers while they work, and back to an embedded installation', async () => {
      const first = await freshServer('first');
      await succeeded(restore(first, '--from', source.tar, '--new-key'));
      const server = await started(first);
      const api = server.api.as(await logIn(server.api));
      expectStatus(await api.upload(textResume({ name: 'Ann Other' })), 201);
      const out = join(folder, 'server.tar');
      const done = new AbortController();
      const busy = uploadUntil(done.signal, api);
      await succeeded(backup(first, '--out', out));
      done.abort();
      await busy;
      await server.kill('SIGTERM');
      const second = await freshServer('second');
      await succeeded(restore(second, '--from', out));
      const copy = await snapshotOf(second);
      // Every row of that moment has its file.
      expect(Number(copy.tables['resumes']?.split(' ')[0])).toBeLessThanOrEqual(
        Object.keys(copy.files).length,
      );
      const embedded = { ...fresh('embedded-again'), SECRET_KEY: second['SECRET_KEY'] };
      await succeeded(restore(embedded, '--from', out));
      await expect(snapshotOf(embedded)).resolves.toEqual(copy);
      const third = await freshServer('third');
      const again = join(folder, 'again.tar');
      await succeeded(backup(embedded, '--out', again));
      await succeeded(restore(third, '--from', again));
      await expect(snapshotOf(third)).resolves.toEqual(copy);
    });
  });
}
