import { randomUUID } from 'node:crypto';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { insertTask } from '../support/company-data';
import { textResume } from '../support/documents';
import { finishedTask } from '../support/waiting';

jest.setTimeout(180_000);

const PASSWORD = 'a long enough pässword';
const PATH = '/admin/queues';

let app: TestApp;
let us: TestCompany;

beforeAll(async () => {
  app = await startTestApp({
    variables: { OPERATOR_PASSWORD: PASSWORD, QUEUE_COMPANY_WINDOW: '1' },
  });
  us = await app.newCompany();
});

afterAll(async () => {
  await app.stop();
});

const basic = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

const OPERATOR = basic('operator', PASSWORD);

const request = (
  authorization?: string,
  options: { readonly method?: string; readonly path?: string; readonly of?: TestApp } = {},
): Promise<Response> =>
  fetch(`${(options.of ?? app).url}${options.path ?? PATH}`, {
    method: options.method ?? 'GET',
    headers: authorization === undefined ? {} : { authorization },
  });

const page = async (): Promise<string> => (await request(OPERATOR)).text();

/** The texts of a queue's cells: condition, waiting, oldest, running, later, companies, workers, done, failed. */
function cellsOf(html: string, queue: string): string[] {
  const row = new RegExp(`<tr data-queue="${queue}">(.*?)</tr>`, 's').exec(html)?.[1] ?? '';
  return [...row.matchAll(/<td(?: [^>]*)?>(.*?)<\/td>/gs)].map(([, cell = '']) =>
    cell
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

describe('GET /admin/queues', () => {
  it('is for the operator alone: no password, another one, and people of a company are refused', async () => {
    const owner = await app.join(us, 'admin');
    const refused = [
      undefined,
      basic('operator', 'another long enough one'),
      basic('admin', PASSWORD),
      basic('operator', ''),
      basic(owner.email, owner.password),
      `Bearer ${owner.accessToken}`,
      `Bearer ${PASSWORD}`,
      'Basic',
    ];
    for (const authorization of refused) {
      const answer = await request(authorization);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(
        /^Basic realm="[^"]+", charset="UTF-8"/,
      );
      await expect(answer.json()).resolves.toMatchObject({ code: 'operator_password_required' });
    }
  });

  it('is a page that no cache keeps and no other site can frame', async () => {
    const answer = await request(OPERATOR);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
    const html = await answer.text();
    for (const [, stylesheet = ''] of html.matchAll(/rel="stylesheet" href="([^"]+)"/g)) {
      expect((await request(undefined, { path: stylesheet })).status).toBe(200);
    }
  });

  it('shows every queue with its workers, and what was done', async () => {
    const form = new FormData();
    form.append('file', new File([Uint8Array.from(textResume())], 'resume.txt'));
    const { body } = expectStatus(await us.api.send('POST', '/resumes', form), 202);
    await finishedTask(us.api, body.task_id);
    const html = await page();
    for (const queue of ['notifications', 'documents', 'analysis', 'maintenance']) {
      // This process is the one worker that there is.
      expect([queue, cellsOf(html, queue)[6]]).toEqual([queue, '1']);
    }
    expect(Number(cellsOf(html, 'documents')[7])).toBeGreaterThan(0);
  });

  it('counts tasks of all companies that wait for their time or failed, and names what failed', async () => {
    const them = await app.newCompany();
    for (const { companyId } of [us, them]) {
      await app.database.query(
        `INSERT INTO tasks (id, company_id, name, queue, payload, state, run_at)
         VALUES ($1, $2, 'skills.search-resumes', 'maintenance', '{}', 'retrying', now() + interval '1 hour')`,
        [randomUUID(), companyId],
      );
      const failed = await insertTask(app, companyId, 'failed');
      await app.database.query(
        `UPDATE tasks SET finished_at = now(), error = '{"code": "no_such_thing", "message": "Robin Example is gone."}'
         WHERE id = $1`,
        [failed],
      );
    }
    const html = await page();
    const [condition, waiting, oldest, running, later, companies] = cellsOf(html, 'maintenance');
    expect([waiting, oldest, running, later, companies]).toEqual(['0', '–', '0', '2', '2']);
    expect(condition).toContain('idle');
    expect(cellsOf(html, 'documents')[8]).toBe('2');
    expect(html).toContain('no_such_thing');
  });

  it('holds nothing of anybody: no id, no name, no message', async () => {
    const html = await page();
    expect(html).not.toMatch(/[\da-f]{8}-[\da-f]{4}-/);
    expect(html).not.toContain('Robin');
    expect(html).not.toContain('@');
  });

  it('only shows: whatever would change something is no route, also with the password', async () => {
    const id = await insertTask(app, us.companyId, 'failed');
    const before = await app.stored();
    const paths = [
      PATH,
      `${PATH}/${id}`,
      `${PATH}/documents`,
      `${PATH}/api/queues/documents/${id}/retry`,
      `${PATH}/api/queues/documents/clean/failed`,
      `${PATH}/api/queues/documents/pause`,
    ];
    for (const path of paths) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        const { status } = await request(OPERATOR, { method, path });
        expect([method, path, status]).toEqual([method, path, 404]);
      }
    }
    await expect(app.stored()).resolves.toEqual(before);
    const [row] = await app.database.query<{ state: string }>(
      'SELECT state FROM tasks WHERE id = $1',
      [id],
    );
    expect(row?.state).toBe('failed');
  });

  it('is no part of the API’s description', () => {
    expect(JSON.stringify(app.openApi)).not.toContain('admin/queues');
  });
});

describe('a queue whose tasks nobody begins', () => {
  it('is seen to stand still', async () => {
    const { companyId } = await app.newCompany();
    const insert = (fields: { runAt: string; dispatchedAt: string }, count: number) =>
      app.database.query(
        `INSERT INTO tasks (id, company_id, name, queue, payload, state, run_at, dispatched_at)
         SELECT gen_random_uuid(), $1, 'matching.rank-pool', 'documents', '{}', 'queued',
           ${fields.runAt}, ${fields.dispatchedAt}
         FROM generate_series(1, $2)`,
        [companyId, count],
      );
    // It has the company's one place in the queue, so that those behind it stay where they are.
    await insert({ runAt: `now() + interval '1 hour'`, dispatchedAt: 'now()' }, 1);
    await insert({ runAt: `now() - interval '5 minutes'`, dispatchedAt: 'NULL' }, 3);
    const [condition, waiting, oldest] = cellsOf(await page(), 'documents');
    expect(condition).toContain('standing still');
    expect(waiting).toBe('3');
    expect(oldest).toMatch(/^5 min/);
  });
});

describe('without OPERATOR_PASSWORD', () => {
  it('there is no such page, and no other answer than for any path that is none', async () => {
    const plain = await startTestApp();
    try {
      for (const authorization of [undefined, basic('operator', ''), OPERATOR]) {
        const answer = await request(authorization, { of: plain });
        const other = await request(authorization, { of: plain, path: '/admin/others' });
        expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([404, null]);
        const { request_id: _id, ...problem } = (await answer.json()) as Record<string, string>;
        const { request_id: _otherId, ...likeIt } = (await other.json()) as Record<string, string>;
        expect(problem).toEqual({
          ...likeIt,
          detail: likeIt['detail']?.replace('others', 'queues'),
        });
      }
    } finally {
      await plain.stop();
    }
  });
});

describe('guessing', () => {
  it('is stopped by address, for the right password too, and told when to come back', async () => {
    const guarded = await startTestApp({
      variables: { OPERATOR_PASSWORD: PASSWORD, LOGIN_ATTEMPTS_PER_MINUTE: '1' },
    });
    try {
      for (let n = 0; n < 10; n += 1) {
        const guess = await request(basic('operator', `guess number ${n}, long`), { of: guarded });
        expect(guess.status).toBe(401);
      }
      const stopped = await request(OPERATOR, { of: guarded });
      expect(stopped.status).toBe(429);
      expect(Number(stopped.headers.get('retry-after'))).toBeGreaterThan(0);
      await expect(stopped.json()).resolves.toMatchObject({ code: 'too_many_requests' });
    } finally {
      await guarded.stop();
    }
  });
});
