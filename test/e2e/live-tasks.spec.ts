import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { MatchingProcessor } from '../../src/modules/matching';
import { PermanentTaskError, type TaskContext, TasksService } from '../../src/modules/tasks';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { insertTask } from '../support/company-data';
import { uniqueResumePdf } from '../support/documents';
import { createJob } from '../support/jobs';
import { SocketClient } from '../support/socket-client';
import { eventually } from '../support/waiting';

type Context = TaskContext<'matching.rank-pool'>;

let app: TestApp;
let us: TestCompany;
let them: TestCompany;
const handler = jest.fn<Promise<Record<string, unknown>>, [Context]>();
const clients: SocketClient[] = [];

beforeAll(async () => {
  app = await startTestApp({ variables: { WS_MAX_SUBSCRIPTIONS: '5' } });
  [us, them] = await Promise.all([app.newCompany(), app.newCompany()]);
  const processor = app.app.get(MatchingProcessor, { strict: false });
  Object.assign(processor.handlers, { 'matching.rank-pool': handler });
});

afterAll(async () => {
  await app.stop();
});

beforeEach(() => {
  handler.mockReset().mockResolvedValue({ done: true });
});

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
});

const connect = (path: string, token: string | null = us.accessToken): SocketClient => {
  const client = SocketClient.connect(app.url, path, token);
  clients.push(client);
  return client;
};

const watch = async (taskId: string): Promise<SocketClient> => {
  const client = connect(`/ws/tasks/${taskId}`);
  await client.ofType('connection');
  return client;
};

const enqueue = (): Promise<string> =>
  app.app
    .get(TasksService, { strict: false })
    .enqueue('matching.rank-pool', { jobId: randomUUID() }, us);

/** A handler that goes on when told to. */
function steps(count: number): {
  readonly next: () => void;
  readonly at: (n: number) => Promise<void>;
} {
  const doors = Array.from({ length: count }, () => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { open, opened };
  });
  let next = 0;
  return {
    next: () => {
      doors[next]?.open();
      next += 1;
    },
    at: (n) => doors[n]!.opened,
  };
}

describe('/ws/tasks/:task_id', () => {
  it('tells the start, the progress and the result of the work, in this order', async () => {
    const work = steps(3);
    handler.mockImplementation(async ({ progress }) => {
      await work.at(0);
      await progress(40);
      await work.at(1);
      return { matched: 7 };
    });
    const id = await enqueue();
    const client = await watch(id);
    const { type, message, task_id } = client.messages[0];
    expect([type, typeof message, task_id]).toEqual(['connection', 'string', id]);
    await client.message(({ status }) => status === 'started');
    work.next();
    await client.message(({ status }) => status === 'progress');
    work.next();
    const updates = await client.untilEnd(id);
    const shown = { type: 'task_update', task_id: id, error: null, timestamp: expect.any(String) };
    expect(updates).toEqual([
      { ...shown, status: 'started', state: 'running', progress: 0, result: null },
      { ...shown, status: 'progress', state: 'running', progress: 40, result: null },
      { ...shown, status: 'completed', state: 'completed', progress: 100, result: { matched: 7 } },
    ]);
    expect(new Date(updates[0].timestamp).toISOString()).toBe(updates[0].timestamp);
  });

  it('tells who comes late at once where the task stands', async () => {
    const work = steps(1);
    handler.mockImplementation(async ({ progress }) => {
      await progress(60);
      await work.at(0);
      return {};
    });
    const id = await enqueue();
    await eventually(async () =>
      (await us.api.get(`/tasks/${id}`)).body.progress === 60 ? true : null,
    );
    const running = await watch(id);
    await running.message(({ status, progress }) => status === 'progress' && progress === 60);
    work.next();
    await running.untilEnd(id);
    const late = await watch(id);
    expect((await late.untilEnd(id)).map(({ status }) => status)).toEqual(['completed']);
    expect(late.messages[0]).toMatchObject({
      type: 'connection',
      state: 'completed',
      progress: 100,
    });
  });

  it('tells a failure with its code and words, and a cancelled task as failed', async () => {
    handler.mockRejectedValue(new PermanentTaskError('no_luck', 'It did not work.'));
    const failed = await enqueue();
    const [failure] = (await (await watch(failed)).untilEnd(failed)).slice(-1);
    expect(failure).toMatchObject({
      status: 'failed',
      state: 'failed',
      result: null,
      error: { code: 'no_luck', message: 'It did not work.' },
    });
    const waiting = await insertTask(app, us.companyId, 'retrying');
    const client = await watch(waiting);
    await us.api.post(`/tasks/${waiting}/cancel`);
    const [end] = (await client.untilEnd(waiting)).slice(-1);
    expect(end).toMatchObject({
      status: 'failed',
      state: 'cancelled',
      error: { code: 'task_cancelled' },
    });
  });

  it('goes on when a failed task is run again', async () => {
    handler.mockRejectedValueOnce(new PermanentTaskError('no', 'No.'));
    const id = await enqueue();
    const client = await watch(id);
    await client.untilEnd(id);
    await us.api.post(`/tasks/${id}/retry`);
    await client.message(({ status }) => status === 'completed');
    const told = client.updates(id).map(({ status }) => status);
    expect(told.slice(-3)).toEqual(['failed', 'started', 'completed']);
  });

  it('takes the address with a slash at its end, and the id in capitals', async () => {
    const id = await insertTask(app, us.companyId, 'retrying');
    for (const path of [`/ws/tasks/${id}/`, `/ws/tasks/${id.toUpperCase()}`]) {
      await expect(connect(path).ofType('connection')).resolves.toMatchObject({ task_id: id });
    }
  });

  it('cannot tell another company’s task from one that nobody has', async () => {
    const theirs = await insertTask(app, them.companyId, 'retrying');
    const answers = await Promise.all(
      [theirs, randomUUID(), 'not-an-id'].map(async (id) => {
        const client = connect(`/ws/tasks/${id}`);
        return [await client.closed, client.messages];
      }),
    );
    const expected = [
      { code: 4404, reason: 'task_not_found' },
      [{ type: 'error', code: 'NOT_FOUND', error: 'There is no such task.' }],
    ];
    expect(answers).toEqual([expected, expected, expected]);
  });

  it('takes no messages but a ping', async () => {
    const id = await insertTask(app, us.companyId, 'retrying');
    const client = await watch(id);
    client.send({ type: 'ping' });
    await client.ofType('pong');
    client.send({ type: 'subscribe', task_ids: [id] });
    await expect(client.ofType('error')).resolves.toMatchObject({ code: 'VALIDATION_ERROR' });
  });

  it.each(['/ws/tasks/a/b', '/ws/task', '/api/v1/tasks'])('is not found at %s', async (path) => {
    const { socket } = SocketClient.connect(app.url, path, us.accessToken);
    const [error] = await once(socket, 'error');
    expect(error.message).toBe('Unexpected server response: 404');
  });
});

describe('/ws/tasks', () => {
  it('watches many tasks on one connection, and stops when asked to', async () => {
    const work = steps(2);
    handler.mockImplementation(async () => {
      await work.at(0);
      return {};
    });
    const [first, second] = [await enqueue(), await enqueue()];
    const finished = await insertTask(app, us.companyId, 'completed');
    const theirs = await insertTask(app, them.companyId, 'retrying');
    const client = connect('/ws/tasks');
    await client.ofType('connection');
    client.send({ type: 'subscribe', task_ids: [first, second, finished, theirs, 'nonsense'] });
    const subscribed = await client.ofType('subscribed');
    expect(subscribed.task_ids.toSorted()).toEqual([first, second, finished].toSorted());
    await expect(client.ofType('error')).resolves.toMatchObject({
      code: 'NOT_FOUND',
      task_ids: [theirs, 'nonsense'],
    });
    await client.untilEnd(finished);
    client.send({ type: 'unsubscribe', task_ids: [second] });
    await client.ofType('unsubscribed');
    const before = client.updates(second).length;
    work.next();
    await client.untilEnd(first);
    await eventually(async () =>
      (await us.api.get(`/tasks/${second}`)).body.state === 'completed' ? true : null,
    );
    const other = connect(`/ws/tasks/${second}`);
    await other.untilEnd(second);
    expect(client.updates(second)).toHaveLength(before);
  });

  it('answers a task that is asked for twice with where it stands', async () => {
    const id = await insertTask(app, us.companyId, 'completed');
    const client = connect('/ws/tasks');
    client.socket.once('open', () => {
      client.send({ type: 'subscribe', task_ids: [id, id] });
      client.send({ type: 'subscribe', task_ids: [id] });
    });
    await eventually(() => (client.updates(id).length === 2 ? true : null));
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{"type":', 'VALIDATION_ERROR'],
    ['no object', '[1]', 'VALIDATION_ERROR'],
    ['no type', '{}', 'VALIDATION_ERROR'],
    ['an unknown type', '{"type":"shout"}', 'VALIDATION_ERROR'],
    ['no task_ids', '{"type":"subscribe"}', 'VALIDATION_ERROR'],
    ['task_ids of another shape', '{"type":"subscribe","task_ids":[1]}', 'VALIDATION_ERROR'],
    ['unsubscribe without task_ids', '{"type":"unsubscribe"}', 'VALIDATION_ERROR'],
  ])('answers %s with a typed error and stays', async (_case, text, code) => {
    const client = connect('/ws/tasks');
    await client.ofType('connection');
    client.send(String(text));
    await expect(client.ofType('error')).resolves.toMatchObject({
      code,
      error: expect.any(String),
    });
    client.send({ type: 'ping' });
    await client.ofType('pong');
  });

  it('refuses more tasks than one connection may watch, as a whole', async () => {
    const client = connect('/ws/tasks');
    await client.ofType('connection');
    client.send({ type: 'subscribe', task_ids: Array.from({ length: 6 }, () => randomUUID()) });
    await expect(client.ofType('error')).resolves.toMatchObject({ code: 'VALIDATION_ERROR' });
  });

  it('tells that a watched task was deleted', async () => {
    const id = await insertTask(app, us.companyId, 'retrying');
    const client = connect('/ws/tasks');
    await client.ofType('connection');
    client.send({ type: 'subscribe', task_ids: [id] });
    await client.ofType('subscribed');
    await app.database.query('DELETE FROM tasks WHERE id = $1', [id]);
    await expect(client.ofType('error')).resolves.toMatchObject({
      code: 'NOT_FOUND',
      task_ids: [id],
    });
  });
});

describe('work that people start over HTTP', () => {
  it('is told from its start to its end: an upload, a bulk upload, a match', async () => {
    const company = await app.newCompany();
    const jobId = await createJob(company.api);
    const client = connect('/ws/tasks', company.accessToken);
    await client.ofType('connection');
    const form = new FormData();
    form.append('file', new File([Uint8Array.from(await uniqueResumePdf(901))], 'one.pdf'));
    const single = await company.api.send('POST', '/resumes', form);
    const many = new FormData();
    many.append('files', new File([Uint8Array.from(await uniqueResumePdf(902))], 'two.pdf'));
    many.append('files', new File(['not a resume \u0000\u0001'], 'noise.bin'));
    const bulk = await company.api.send('POST', '/resumes/bulk', many);
    handler.mockImplementation(async ({ progress }) => {
      await progress(50);
      return { matched: 1 };
    });
    const match = await company.api.post(`/jobs/${jobId}/match`);
    const [good, bad] = bulk.body.items.map((item: { task_id: string }) => item.task_id);
    const ids = [single.body.task_id, good, bad, match.body.task_id];
    client.send({ type: 'subscribe', task_ids: ids });
    const ends = await Promise.all(ids.map((id) => client.untilEnd(id)));
    expect(ends.map((updates) => updates.at(-1)?.status)).toEqual([
      'completed',
      'completed',
      'failed',
      'completed',
    ]);
    expect(ends[0]?.at(-1)?.result).toMatchObject({ resume_id: expect.any(String) });
    expect(ends[2]?.at(-1)?.error).toMatchObject({ code: 'unsupported_file_type' });
  });
});
