import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiClient } from '../support/api-client';
import { expectStatus, TEST_PASSWORD } from '../support/app';
import { Balancer } from '../support/balancer';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { createServerDatabase, isServerMode, type ServerDatabase } from '../support/server-mode';
import { ServerProcess } from '../support/server-process';
import { finishedTasks } from '../support/waiting';

jest.setTimeout(300_000);

const DRAIN_SECONDS = 2;
const ACCOUNT = { email: 'owner@example.com', password: TEST_PASSWORD };

let dataDir: string;
let server: ServerDatabase;
let balancer: Balancer;
let variables: NodeJS.ProcessEnv;
const running = new Set<ServerProcess>();

async function startApi(): Promise<ServerProcess & { readonly url: string }> {
  const api = await ServerProcess.start(variables);
  running.add(api);
  await balancer.add(api.url);
  return api;
}

async function startWorker(): Promise<ServerProcess> {
  const worker = ServerProcess.run('src/worker.js', variables);
  running.add(worker);
  await worker.logged('working');
  return worker;
}

/** The rest needs several processes on one database. */
if (!isServerMode()) {
  it.todo('restarts APIs and workers one after the other (server mode)');
} else {
  describe('APIs and workers that are replaced one after the other under load', () => {
    beforeAll(async () => {
      dataDir = await mkdtemp(join(tmpdir(), 'sl-'));
      server = (await createServerDatabase())!;
      balancer = await Balancer.start();
      variables = {
        DATA_DIR: dataDir,
        SHUTDOWN_DRAIN_SECONDS: String(DRAIN_SECONDS),
        LOGIN_ATTEMPTS_PER_MINUTE: '10000',
        ...server.variables,
      };
    });

    afterAll(async () => {
      await Promise.all([...running].map((one) => one.kill('SIGKILL')));
      await balancer.stop();
      await server.drop();
      await rm(dataDir, { recursive: true, force: true });
    });

    it('answer every request, and finish every task once', async () => {
      const apis = [await startApi(), await startApi()];
      const workers = [await startWorker(), await startWorker()];
      const client = new ApiClient(balancer.url);
      const person = { full_name: 'Robin Example', role: 'recruiter', company_name: 'Fernhill' };
      expectStatus(await client.post('/auth/register', { ...ACCOUNT, ...person }), 201);
      const login = expectStatus(await client.post('/auth/login', ACCOUNT), 200);
      const us = client.as(login.body.access_token);
      const jobId = await createJob(us);
      const load = startLoad(us, jobId);

      for (const [n, old] of apis.entries()) {
        const next = await startApi();
        const ending = old.kill('SIGTERM');
        const draining = await fetch(`${old.url}/api/v1/health`);
        expect(draining.status).toBe(503);
        await expect(draining.json()).resolves.toMatchObject({ status: 'draining' });
        // It still serves whoever has not noticed.
        expect((await fetch(`${old.url}/health`)).status).toBe(200);
        expect(await ending).toMatchObject({ code: 0, stderr: '' });
        balancer.remove(old.url);
        apis[n] = next;
      }
      for (const old of workers) {
        await startWorker();
        expect(await old.kill('SIGTERM')).toMatchObject({ code: 0 });
      }
      const { answers, sent } = await load.stop();

      expect(answers.filter((answer) => !/^20\d /.test(answer))).toEqual([]);
      expect(answers.length).toBeGreaterThan(100);
      const tasks = await finishedTasks(us, 120_000);
      expect(tasks.map(({ state }) => state)).toEqual(tasks.map(() => 'completed'));
      expect((await us.get('/resumes?limit=1')).body.total).toBe(sent);
    });
  });
}

interface Load {
  /** The status and route of every answer, and how many resumes were sent. */
  readonly stop: () => Promise<{ readonly answers: readonly string[]; readonly sent: number }>;
}

/** What people do: reading, searching, logging in, sending files to be read now and later. */
function startLoad(api: ApiClient, jobId: string): Load {
  const answers: string[] = [];
  let sent = 0;
  let isOver = false;
  const file = (): Buffer => {
    sent += 1;
    return textResume({ name: `Person ${sent}`, email: `p${sent}@example.com`, phone: '' });
  };
  const asForm = (bytes: Buffer): FormData => {
    const form = new FormData();
    form.append('file', new File([Uint8Array.from(bytes)], 'resume.txt'));
    return form;
  };
  const steps: Readonly<Record<string, () => Promise<{ readonly status: number }>>> = {
    list: () => api.get(`/jobs/${jobId}/candidates?limit=5`),
    search: () => api.post('/search/hybrid', { query: 'engineer', limit: 5 }),
    login: () => api.post('/auth/login', ACCOUNT),
    upload: () => api.upload(file(), { jobId }),
    later: () => api.send('POST', '/resumes', asForm(file())),
  };
  const person = async (pauseMs: number): Promise<void> => {
    while (!isOver) {
      for (const [name, step] of Object.entries(steps)) {
        const outcome = await step().then(
          ({ status }) => String(status),
          (error: unknown) => String(error),
        );
        answers.push(`${outcome} ${name}`);
        await sleep(pauseMs);
      }
    }
  };
  const people = [person(20), person(50), person(80)];
  return {
    stop: async () => {
      isOver = true;
      await Promise.all(people);
      return { answers, sent };
    },
  };
}
