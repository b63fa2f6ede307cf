import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { expectStatus, TEST_PASSWORD } from '../support/app';
import { uniqueResumePdf } from '../support/documents';
import { copyEmptyDatabase } from '../support/embedded-template';
import { createJob } from '../support/jobs';
import { createServerDatabase, isServerMode, type ServerDatabase } from '../support/server-mode';
import { ServerProcess } from '../support/server-process';
import { finishedTasks } from '../support/waiting';

type Running = Awaited<ReturnType<typeof ServerProcess.start>>;

// A process that starts on a busy machine takes its time.
jest.setTimeout(180_000);

/** Real processes, in the mode of the test run: alone on a directory, or API and worker on real servers. */
let dataDir: string;
let server: ServerDatabase | null;
const running = new Set<ServerProcess>();

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'sl-'));
  server = await createServerDatabase();
  if (server === null) {
    await copyEmptyDatabase(dataDir);
  }
});

afterEach(async () => {
  await Promise.all([...running].map((one) => one.kill('SIGKILL')));
  running.clear();
  await server?.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const variables = (): NodeJS.ProcessEnv => ({ DATA_DIR: dataDir, ...server?.variables });

async function start(more: NodeJS.ProcessEnv = {}): Promise<Running> {
  const api = await ServerProcess.start({ ...variables(), ...more });
  running.add(api);
  return api;
}

/** In embedded mode the server does this work itself. */
async function startWorker(): Promise<ServerProcess | null> {
  if (!isServerMode()) {
    return null;
  }
  const worker = ServerProcess.run('src/worker.js', variables());
  running.add(worker);
  await worker.logged('working');
  return worker;
}

const run = (
  script: string,
  environment: NodeJS.ProcessEnv,
  args: readonly string[] = [],
): ServerProcess => {
  const started = ServerProcess.run(script, environment, { cwd: dataDir, args });
  running.add(started);
  return started;
};

const ACCOUNT = { email: 'owner@example.com', password: TEST_PASSWORD };

async function register(api: ApiClient): Promise<void> {
  const person = { full_name: 'Robin Example', role: 'recruiter', company_name: 'Fernhill' };
  expectStatus(await api.post('/auth/register', { ...ACCOUNT, ...person }), 201);
}

const logIn = async (api: ApiClient): Promise<string> =>
  expectStatus(await api.post('/auth/login', ACCOUNT), 200).body.access_token;

async function everyResume(api: ApiClient): Promise<ApiAnswer['body'][]> {
  const all: ApiAnswer['body'][] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const { body } = expectStatus(await api.get(`/resumes?limit=50${query}`), 200);
    all.push(...body.data);
    cursor = body.next_cursor;
  }
  return all;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a server killed while resumes come in', () => {
  it('has every answered one after its restart, once and whole, and none by half', async () => {
    const files = await Promise.all(Array.from({ length: 40 }, (_, n) => uniqueResumePdf(n)));
    let api = await start();
    let worker = await startWorker();
    await register(api.api);
    const token = await logIn(api.api);
    let client = api.api.as(token);
    const jobId = await createJob(client);
    await client.post(`/jobs/${jobId}/match`);

    const answered = new Map<string, string>();
    let next = 0;
    const upload = async (): Promise<void> => {
      for (let n = next++; n < files.length; n = next++) {
        const file = files[n]!;
        const answer = await client.upload(file, { jobId }).catch(() => null);
        if (answer === null) {
          return;
        }
        expectStatus(answer, 201);
        answered.set(hashOf(file), answer.body.resume.id);
        if (answered.size === 12) {
          void api.kill('SIGKILL');
          void worker?.kill('SIGKILL');
        }
      }
    };
    await Promise.all([upload(), upload(), upload(), upload()]);
    await expect(api.ended).resolves.toMatchObject({ signal: 'SIGKILL' });
    expect(answered.size).toBeGreaterThanOrEqual(12);
    expect(answered.size).toBeLessThan(files.length);

    api = await start();
    worker = await startWorker();
    // The token of before is still good: the key was kept.
    client = api.api.as(token);
    const stored = await everyResume(client);
    const idByHash = new Map(stored.map((one) => [one.content_hash, one.id]));
    expect(idByHash.size).toBe(stored.length);
    for (const [hash, id] of answered) {
      expect(idByHash.get(hash)).toBe(id);
    }
    const ranked = await client.get(`/jobs/${jobId}/candidates?limit=100`);
    const matched = new Set(ranked.body.data.map((row: ApiAnswer['body']) => row.resume_id));
    for (const resume of stored) {
      const download = expectStatus(await client.get(`/resumes/${resume.id}/file`), 200);
      expect(hashOf(download.bytes)).toBe(resume.content_hash);
      const read = expectStatus(await client.get(`/resumes/${resume.id}`), 200);
      expect(read.body.content).toContain(resume.candidate_name);
      expect(matched.has(resume.id)).toBe(true);
    }
    expect(matched.size).toBe(stored.length);
    const people = await client.get('/candidates');
    expect(people.body.total).toBe(stored.length);

    // The senders try again what was not answered: everything is there once.
    for (const file of files.slice(0, 25)) {
      const { body } = expectStatus(await client.upload(file, { jobId }), 201);
      expect(body.duplicate).toBe(idByHash.has(hashOf(file)));
    }
    expect(new Set((await everyResume(client)).map((one) => one.content_hash)).size).toBe(
      new Set([...idByHash.keys(), ...files.slice(0, 25).map(hashOf)]).size,
    );
    const tasks = await finishedTasks(client, 90_000);
    expect(tasks.map(({ state }) => state)).toEqual(['completed']);
  });
});

describe('the end by SIGTERM', () => {
  it('is quick, answers the requests that run, keeps what they stored, and has exit code 0', async () => {
    let api = await start();
    await register(api.api);
    const token = await logIn(api.api);
    const file = await uniqueResumePdf(1);
    const uploading = api.api.as(token).upload(file);
    await new Promise((later) => setTimeout(later, 40));
    const begin = Date.now();
    const ending = api.kill('SIGTERM');
    const answer = await uploading;
    expect(answer.status).toBe(201);
    await expect(ending).resolves.toMatchObject({ code: 0, stderr: '' });
    expect(Date.now() - begin).toBeLessThan(8_000);
    api = await start();
    const read = await api.api.as(token).get(`/resumes/${answer.body.resume.id}`);
    expect(read.status).toBe(200);
    await expect(api.kill('SIGINT')).resolves.toMatchObject({ code: 0, stderr: '' });
  });

  it('does not wait for ever for a request that never ends', async () => {
    const api = await start({ SHUTDOWN_GRACE_SECONDS: '1' });
    const { hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
    socket.on('error', () => undefined);
    socket.write('POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{');
    await new Promise((later) => setTimeout(later, 100));
    const begin = Date.now();
    const { code, stderr } = await api.kill('SIGTERM');
    expect([code, stderr]).toEqual([1, expect.stringContaining('SHUTDOWN_GRACE_SECONDS')]);
    expect(Date.now() - begin).toBeLessThan(6_000);
    socket.destroy();
  });
});

describe('a setting that is wrong', () => {
  const SECRET = 'hunter2-is-my-value';

  it.each<[readonly string[], NodeJS.ProcessEnv]>([
    [
      ['PORT', 'LOG_LEVEL', 'MAX_FILE_SIZE', 'AUTO_MATCH_THRESHOLD'],
      {
        PORT: SECRET,
        LOG_LEVEL: SECRET,
        MAX_FILE_SIZE: `${SECRET}MB`,
        AUTO_MATCH_THRESHOLD: `0,35 ${SECRET}`,
      },
    ],
    [['SECRET_KEY'], { SECRET_KEY: SECRET }],
    [['REDIS_URL'], { DATABASE_URL: `postgres://user:${SECRET}@127.0.0.1:1/x` }],
    [['SECRET_KEY'], { DATABASE_URL: `postgres://a:${SECRET}@b/x`, REDIS_URL: 'redis://c' }],
  ])('names %j on stderr, never a value, and ends with code 1', async (names, wrong) => {
    const ending = await run('src/main.js', { DATA_DIR: dataDir, ...wrong }).ended;
    expect([ending.code, ending.stdout]).toEqual([1, '']);
    for (const name of names) {
      expect(ending.stderr).toContain(name);
    }
    expect(ending.stderr).not.toContain(SECRET);
    expect(ending.stderr).not.toContain('    at ');
  });

  it('that names a folder without the model says what to do', async () => {
    const { code, stderr } = await run('src/main.js', { ...variables(), MODEL_DIR: dataDir }).ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('npm run model:fetch')]);
  });
});

it('embeds again by a command what another model embedded, and says when there is nothing', async () => {
  const { code, stdout } = await run('src/cli/reembed.js', variables()).ended;
  expect([code, stdout]).toEqual([0, 'Done: 0 jobs and 0 resumes embedded again and scored.\n']);
});

/** The two modes fail in different ways; a run has one of them. */
function inMode(server: boolean, name: string, tests: () => void): void {
  if (server === isServerMode()) {
    describe(name, tests);
  }
}

inMode(false, 'one data directory', () => {
  it('is refused to a second server and to commands, while the first works on', async () => {
    const first = await start();
    for (const script of ['src/main.js', 'src/cli/migrate.js', 'src/cli/reembed.js']) {
      const second = await run(script, variables()).ended;
      expect(second.code).toBe(1);
      expect(second.stderr).toContain(`${dataDir} is in use by another Shortlist process`);
      expect(second.stderr).toContain(`pid ${first.pid}`);
      expect(second.stderr).toContain('DATA_DIR');
      expect(second.stderr).not.toContain('    at ');
    }
    const { status, body } = await first.api.get('/health');
    expect([status, body.status]).toEqual([200, 'ok']);
  });

  it('goes to one of two that start at the same moment', async () => {
    const both = [run('src/main.js', variables()), run('src/main.js', variables())];
    const outcomes = await Promise.all(
      both.map((one) => Promise.race([one.ended, one.logged('listening').catch(() => one.ended)])),
    );
    const refused = outcomes.filter((outcome) => typeof outcome !== 'string');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: 1, stderr: expect.stringContaining('is in use') });
  });

  it('has nothing for a worker to do, which says so', async () => {
    const { code, stderr } = await run('src/worker.js', variables()).ended;
    expect([code, stderr]).toEqual([1, expect.stringContaining('embedded mode')]);
  });

  it('is brought up to date by the migration command', async () => {
    const { code, stdout } = await run('src/cli/migrate.js', variables()).ended;
    expect([code, stdout]).toEqual([0, '0 migration(s) run.\n']);
  });
});

inMode(true, 'separate processes', () => {
  it('leave background work to the worker, which finds what came before it', async () => {
    const api = await start();
    await register(api.api);
    const client = api.api.as(await logIn(api.api));
    const jobId = await createJob(client);
    const { body } = await client.post(`/jobs/${jobId}/match`);
    await new Promise((later) => setTimeout(later, 500));
    const waiting = await client.get(`/tasks/${body.task_id}`);
    expect(waiting.body.state).toBe('queued');
    const worker = await startWorker();
    await expect(finishedTasks(client)).resolves.toMatchObject([{ state: 'completed' }]);
    await expect(worker!.kill('SIGTERM')).resolves.toMatchObject({ code: 0 });
  });

  it('do not start on an old schema, and say which command brings it up to date', async () => {
    const down = await run('src/cli/migrate.js', variables(), ['down']).ended;
    expect([down.code, down.stdout]).toEqual([0, expect.stringContaining('taken back')]);
    const early = await run('src/main.js', variables()).ended;
    expect([early.code, early.stderr]).toEqual([1, expect.stringContaining('npm run migrate')]);
    const up = await run('src/cli/migrate.js', variables()).ended;
    expect([up.code, up.stdout]).toEqual([0, '1 migration(s) run.\n']);
    await start();
  });
});
