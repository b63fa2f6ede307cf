import { randomUUID } from 'node:crypto';
import { IntakeProcessor } from '../../src/modules/intake';
import { PermanentTaskError, type TaskContext } from '../../src/modules/tasks';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume, uniqueResumePdf } from '../support/documents';
import { type ReceivedMessage, SocketClient } from '../support/socket-client';
import { eventually } from '../support/waiting';

type Context = TaskContext<'intake.process-item'>;
type Handler = (context: Context) => Promise<Record<string, unknown>>;

/** Node's timers may be a little early. */
const LEAST_GAP_MS = 480;

let app: TestApp;
let us: TestCompany;
let them: TestCompany;
let realHandler: Handler;
const handler = jest.fn<ReturnType<Handler>, Parameters<Handler>>();
const clients: SocketClient[] = [];

beforeAll(async () => {
  app = await startTestApp();
  [us, them] = await Promise.all([app.newCompany(), app.newCompany()]);
  const { handlers } = app.app.get(IntakeProcessor, { strict: false });
  realHandler = handlers['intake.process-item'];
  Object.assign(handlers, { 'intake.process-item': handler });
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

/** The batch's id. */
async function upload(files: readonly File[], company = us): Promise<string> {
  const form = new FormData();
  files.forEach((file) => {
    form.append('files', file);
  });
  const { status, body } = await company.api.send('POST', '/resumes/bulk', form);
  expect(status).toBe(202);
  return body.batch_id;
}

const texts = (count: number): readonly File[] =>
  Array.from({ length: count }, (_, n) => {
    const bytes = textResume({ name: `Batch Person ${randomUUID()}` });
    return new File([Uint8Array.from(bytes)], `cv-${n}.txt`);
  });

function connect(batchId: string, token = us.accessToken): SocketClient {
  const client = SocketClient.connect(app.url, `/ws/resumes/bulk/${batchId}`, token);
  clients.push(client);
  return client;
}

const isFinal = ({ type, status }: ReceivedMessage): boolean =>
  type === 'batch_update' && ['SUCCESS', 'FAILED', 'PARTIAL'].includes(status);

const updatesOf = (client: SocketClient): readonly ReceivedMessage[] =>
  client.messages.filter(({ type }) => type === 'batch_update');

/** A handler that goes on when told to. */
function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('/ws/resumes/bulk/:batch_id', () => {
  it('tells how a real upload comes along, and ends with what the status says', async () => {
    handler.mockImplementation(realHandler);
    const batchId = await upload([
      new File([Uint8Array.from(await uniqueResumePdf(951))], 'one.pdf'),
      new File([Uint8Array.from(await uniqueResumePdf(952))], 'two.pdf'),
      new File(['not a resume \u0000\u0001'], 'noise.bin'),
    ]);
    const client = connect(batchId);
    const last = await client.message(isFinal);
    const { body } = await us.api.get(`/resumes/bulk/${batchId}/status`);
    const { items: _items, ...standing } = body;
    expect(standing).toMatchObject({ status: 'PARTIAL', total_files: 3, failed_files: 1 });
    expect(last).toMatchObject({ type: 'batch_update', ...standing });
    expect(new Date(last.timestamp).toISOString()).toBe(last.timestamp);
    expect(client.messages[0]).toMatchObject({
      type: 'connection',
      message: expect.any(String),
      batch_id: batchId,
      total_files: 3,
    });
    const processed = client.messages.map((message) => message.processed_files);
    expect(processed).toEqual(processed.toSorted((a, b) => a - b));
  });

  it('tells which file changed: its start, and its end with the reason of a failure', async () => {
    const end = gate();
    handler.mockImplementation(async () => {
      await end.opened;
      throw new PermanentTaskError('file_encrypted', 'The file is protected by a password.');
    });
    const batchId = await upload(texts(1));
    const client = connect(batchId);
    await client.message(({ type, status }) => type === 'batch_update' && status === 'RUNNING');
    end.open();
    const last = await client.message(isFinal);
    expect(last).toEqual({
      type: 'batch_update',
      batch_id: batchId,
      status: 'FAILED',
      total_files: 1,
      processed_files: 1,
      failed_files: 1,
      item: {
        upload_item_id: expect.any(String),
        file_name: 'cv-0.txt',
        status: 'FAILED',
        error_message: 'The file is protected by a password.',
      },
      timestamp: expect.any(String),
    });
  });

  it('tells who comes late at once where the batch stands', async () => {
    const batchId = await upload(texts(2));
    await connect(batchId).message(isFinal);
    const late = connect(batchId.toUpperCase());
    const standing = { batch_id: batchId, status: 'SUCCESS', total_files: 2, processed_files: 2 };
    expect(await late.message(isFinal)).toMatchObject({ ...standing, failed_files: 0 });
    expect(late.messages.map(({ type }) => type)).toEqual(['connection', 'batch_update']);
    expect(late.messages[0]).toMatchObject(standing);
  });

  it('gathers what happens at once into a message now and then, the last one the final state', async () => {
    const door = gate();
    handler.mockImplementation(async () => {
      await door.opened;
      return {};
    });
    const batchId = await upload(texts(30));
    const [one, other] = [connect(batchId), connect(batchId)];
    await Promise.all([one.ofType('connection'), other.ofType('connection')]);
    door.open();
    for (const client of [one, other]) {
      expect(await client.message(isFinal)).toMatchObject({ status: 'SUCCESS', total_files: 30 });
      const times = updatesOf(client).map(({ timestamp }) => Date.parse(timestamp));
      const gaps = times.slice(1).map((time, at) => time - times[at]!);
      expect(gaps.filter((gap) => gap < LEAST_GAP_MS)).toEqual([]);
    }
  });

  it('goes on when the failed files are read again', async () => {
    handler.mockRejectedValueOnce(new PermanentTaskError('no', 'No.'));
    const batchId = await upload(texts(2));
    const client = connect(batchId);
    await client.message(({ status, type }) => type === 'batch_update' && status === 'PARTIAL');
    await us.api.post(`/resumes/bulk/${batchId}/retry`);
    await client.message(({ status, type }) => type === 'batch_update' && status === 'SUCCESS');
    expect(updatesOf(client).at(-1)).toMatchObject({ processed_files: 2, failed_files: 0 });
  });

  it('tells that the batch was forgotten', async () => {
    const door = gate();
    handler.mockImplementation(async () => {
      await door.opened;
      return {};
    });
    const batchId = await upload(texts(1));
    const client = connect(batchId);
    await client.ofType('connection');
    await app.database.query(
      'DELETE FROM tasks WHERE id IN (SELECT task_id FROM upload_items WHERE batch_id = $1)',
      [batchId],
    );
    await expect(client.ofType('error')).resolves.toMatchObject({
      code: 'NOT_FOUND',
      batch_id: batchId,
    });
    door.open();
  });

  it('cannot tell another company’s batch from one that nobody has', async () => {
    const theirs = await upload(texts(1), them);
    const answers = await Promise.all(
      [theirs, randomUUID(), 'not-an-id'].map(async (id) => {
        const client = connect(id);
        return [await client.closed, client.messages];
      }),
    );
    const expected = [
      { code: 4404, reason: 'batch_not_found' },
      [{ type: 'error', code: 'NOT_FOUND', error: 'There is no such batch.' }],
    ];
    expect(answers).toEqual([expected, expected, expected]);
  });

  it('is for those who may read the batch over HTTP', async () => {
    const batchId = await upload(texts(1));
    const [manager, recruiter] = [
      await app.join(us, 'hiring_manager'),
      await app.join(us, 'recruiter'),
    ];
    await expect(connect(batchId, manager.accessToken).closed).resolves.toMatchObject({
      code: 4403,
    });
    await connect(batchId, recruiter.accessToken).ofType('connection');
  });
});

describe('the work on one file', () => {
  it('tells its steps, so that a long one is seen to move', async () => {
    const told: number[] = [];
    handler.mockImplementation((context) =>
      realHandler({
        ...context,
        progress: async (percent) => {
          told.push(percent);
          await context.progress(percent);
        },
      }),
    );
    const batchId = await upload(texts(1));
    await connect(batchId).message(isFinal);
    await eventually(() => (told.length === 2 ? true : null));
    expect(told).toEqual([40, 80]);
  });
});
