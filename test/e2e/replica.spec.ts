import { setTimeout as sleep } from 'node:timers/promises';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { PostgresPair } from '../support/postgres-pair';
import { createServerDatabase, type ServerDatabase } from '../support/server-mode';
import { eventually } from '../support/waiting';

jest.setTimeout(240_000);

const bin = process.env['TEST_POSTGRES_BIN'];

let pair: PostgresPair;
let databases: ServerDatabase[];
let app: TestApp;
let us: TestCompany;

async function startWith(maxLagSeconds: number): Promise<void> {
  const database = await createServerDatabase();
  databases.push(database!);
  const name = new URL(database!.variables['DATABASE_URL']!).pathname.slice(1);
  app = await startTestApp({
    variables: {
      ...database!.variables,
      DATABASE_REPLICA_URL: pair.urlOf('replica', name),
      DATABASE_REPLICA_MAX_LAG_SECONDS: String(maxLagSeconds),
    },
  });
  us = await app.newCompany();
}

const upload = async (name: string): Promise<unknown> =>
  expectStatus(await us.api.upload(textResume({ name, email: `${name.length}@example.com` })), 201);

/** By the words of a search, which an up to date server knows. */
async function found(): Promise<number> {
  const { body } = await us.api.post('/search/semantic', { query: 'engineer', limit: 50 });
  return Number(body.count);
}

const pause = (): Promise<void> => pair.query('replica', 'SELECT pg_wal_replay_pause()');
const resume = (): Promise<void> => pair.query('replica', 'SELECT pg_wal_replay_resume()');

/** The rest needs servers of its own. */
if (bin === undefined) {
  it.todo('reads from a replica (needs TEST_POSTGRES_BIN)');
} else {
  describe('a streaming replica', () => {
    const url = process.env['TEST_DATABASE_URL'];

    beforeAll(async () => {
      databases = [];
      pair = await PostgresPair.start(bin);
      process.env['TEST_DATABASE_URL'] = pair.urlOf('primary');
    });

    afterEach(async () => {
      await resume().catch(() => undefined);
      await app.stop();
    });

    afterAll(async () => {
      await Promise.all(databases.map((one) => one.drop()));
      process.env['TEST_DATABASE_URL'] = url;
      await pair.close();
    });

    it('is what searches read, and nothing else', async () => {
      await startWith(600);
      await upload('Ann First');
      await eventually(async () => ((await found()) === 1 ? true : null));
      await pause();
      await upload('Bea Second');
      // The replica does not know her; lists, and everything that writes, come from the primary.
      expect(await found()).toBe(1);
      expect((await us.api.get('/resumes')).body.total).toBe(2);
      expectStatus(await us.api.post('/company-skills', { name: 'Berth Planner' }), 201);
      expectStatus(await us.api.get('/analytics/score-agreement'), 200);
      await resume();
      await eventually(async () => ((await found()) === 2 ? true : null));
    });

    it('that falls behind is not read until it has caught up', async () => {
      await startWith(1);
      await upload('Ann First');
      await pause();
      await upload('Bea Second');
      await sleep(1_500);
      expect(await found()).toBe(2);
    });

    it('that is gone costs no search, and is read again when it is back', async () => {
      await startWith(600);
      await upload('Ann First');
      await eventually(async () => ((await found()) === 1 ? true : null));
      await pair.stop('replica');
      for (let n = 0; n < 10; n += 1) {
        expect(await found()).toBe(1);
      }
      expectStatus(await us.api.get('/health'), 200);
      await upload('Bea Second');
      expect(await found()).toBe(2);
      await pair.run('replica');
      await eventually(async () => {
        await resume();
        await sleep(1_200);
        await pause();
        const before = await found();
        await upload(`Person ${'x'.repeat(before)}`);
        return (await found()) === before ? true : null;
      }, 60_000);
    });
  });
}
