import { createHmac, randomUUID } from 'node:crypto';
import { WebhookDeliveries } from '../../src/modules/webhooks/webhook-deliveries';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { eventually, finishedTask } from '../support/waiting';
import { WebhookReceiver } from '../support/webhook-receiver';

let app: TestApp;
let us: TestCompany;
let receiver: WebhookReceiver;

beforeAll(async () => {
  app = await startTestApp({
    variables: { WEBHOOK_ALLOW_PRIVATE_ADDRESSES: 'true', WEBHOOK_TIMEOUT_MS: '500' },
  });
});

afterAll(async () => {
  await app.stop();
});

beforeEach(async () => {
  us = await app.newCompany();
  receiver = await WebhookReceiver.start();
});

afterEach(async () => {
  await receiver.stop();
});

const EVERYTHING = [
  'application.status_changed',
  'resume.processed',
  'task.completed',
  'task.failed',
];

const subscribe = async (events: readonly string[] = EVERYTHING): Promise<ApiAnswer['body']> =>
  expectStatus(await us.api.post('/webhooks', { url: receiver.url, events }), 201).body;

const until = (holds: () => Promise<boolean> | boolean): Promise<true> =>
  eventually(async () => ((await holds()) ? true : null));

const arrived = (count: number): Promise<true> => until(() => receiver.received.length >= count);

const typesReceived = (): readonly string[] =>
  receiver.received.map(({ headers }) => String(headers['x-shortlist-event']));

const deliveriesOf = async (webhookId: string, query = ''): Promise<ApiAnswer['body'][]> =>
  expectStatus(await us.api.get(`/webhooks/${webhookId}/deliveries${query}`), 200).body.data;

describe('an endpoint', () => {
  it('is told of decisions, resumes and finished work, signed, and of nothing that it did not ask for', async () => {
    const { id, secret } = await subscribe();
    const other = await subscribe(['task.failed']);
    const jobId = await createJob(us.api);
    const { resume } = expectStatus(await us.api.upload(textResume(), { jobId }), 201).body;
    await us.api.patch(`/jobs/${jobId}/candidates/${resume.id}`, { status: 'shortlisted' });
    const { task_id: taskId } = (await us.api.post(`/jobs/${jobId}/match`)).body;
    await finishedTask(us.api, taskId);
    await arrived(3);

    const bodies = receiver.received.map(({ body }) => JSON.parse(body));
    const byType = new Map(bodies.map((body) => [body.type, body]));
    expect([...byType.keys()].toSorted()).toEqual([
      'application.status_changed',
      'resume.processed',
      'task.completed',
    ]);
    expect(byType.get('application.status_changed').data).toMatchObject({
      job_id: jobId,
      resume_id: resume.id,
      candidate_id: resume.candidate_id,
      from: 'pending',
      to: 'shortlisted',
      changed_by: us.userId,
    });
    expect(byType.get('resume.processed').data).toEqual({
      resume_id: resume.id,
      job_id: jobId,
      duplicate: false,
    });
    expect(byType.get('task.completed').data).toMatchObject({ task_id: taskId });
    for (const { headers, body } of receiver.received) {
      const signature = createHmac('sha256', secret).update(body).digest('hex');
      expect(headers['x-shortlist-signature']).toBe(`sha256=${signature}`);
      expect(headers['x-shortlist-event-id']).toBe(JSON.parse(body).id);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
      expect(body).not.toContain(resume.candidate_name);
      expect(body).not.toContain('@');
    }
    await until(async () =>
      (await deliveriesOf(id)).every(
        ({ state, attempts }) => state === 'delivered' && attempts === 1,
      ),
    );
    await expect(deliveriesOf(other.id)).resolves.toEqual([]);
  });

  it('is told of jobs that are made, changed and deleted', async () => {
    await subscribe(['job.created', 'job.updated', 'job.deleted']);
    const jobId = await createJob(us.api);
    expectStatus(await us.api.patch(`/jobs/${jobId}`, { location: 'Lisbon' }), 200);
    expectStatus(await us.api.delete(`/jobs/${jobId}`), 204);
    await arrived(3);
    expect(typesReceived().toSorted()).toEqual(['job.created', 'job.deleted', 'job.updated']);
    for (const { body } of receiver.received) {
      expect(JSON.parse(body).data).toEqual({ job_id: jobId, changed_by: us.userId });
    }
  });

  it('is none of another company’s', async () => {
    await subscribe();
    const them = await app.newCompany();
    expectStatus(await them.api.upload(textResume()), 201);
    const { id } = await subscribe();
    expectStatus(await us.api.post(`/webhooks/${id}/ping`), 202);
    await arrived(1);
    expect(typesReceived()).toEqual(['webhook.ping']);
  });

  it('is told nothing of a change that was rolled back', async () => {
    const { id } = await subscribe();
    const missing = await us.api.upload(textResume(), { jobId: randomUUID() });
    expect(missing.status).toBe(404);
    await expect(deliveriesOf(id)).resolves.toEqual([]);
  });

  it('that fails is tried again, and what went wrong can be read', async () => {
    const { id } = await subscribe();
    receiver.answer = 500;
    const { delivery_id: deliveryId } = (await us.api.post(`/webhooks/${id}/ping`)).body;
    const [failed] = await eventually(async () => {
      const deliveries = await deliveriesOf(id);
      return deliveries[0]?.attempts === 1 ? deliveries : null;
    });
    expect(failed).toMatchObject({
      id: deliveryId,
      state: 'pending',
      response_status: 500,
      error: 'The endpoint answered 500.',
    });
    receiver.answer = 200;
    await app.app.get(WebhookDeliveries, { strict: false }).deliver(us.companyId, deliveryId);
    const [delivered] = await deliveriesOf(id);
    expect(delivered).toMatchObject({ state: 'delivered', attempts: 2, error: null });
    const [first, second] = receiver.received;
    expect(second?.body).toBe(first?.body);
  });

  it.each([
    ['hangs', 'hang', 'No answer within 0.5 seconds.'],
    ['redirects', 302, 'The endpoint answered 302.'],
  ] as const)('that %s costs one attempt', async (_how, answer, error) => {
    const { id } = await subscribe();
    receiver.answer = answer;
    await us.api.post(`/webhooks/${id}/ping`);
    await until(async () => (await deliveriesOf(id))[0]?.error === error);
    expect(receiver.received).toHaveLength(1);
  });

  it('that is gone (410) is switched off at once, and can be switched on again', async () => {
    const { id } = await subscribe();
    receiver.answer = 410;
    await us.api.post(`/webhooks/${id}/ping`);
    await until(async () => !(await us.api.get(`/webhooks/${id}`)).body.is_active);
    expect((await us.api.get(`/webhooks/${id}`)).body).toMatchObject({
      disabled_reason: 'The endpoint answered 410.',
      disabled_at: expect.any(String),
    });
    const mail = await us.api.get('/emails?kind=webhook_disabled');
    expect(mail.body.data).toMatchObject([{ to: us.email }]);
    const [delivery] = await deliveriesOf(id, '?state=failed');
    const replay = `/webhooks/${id}/deliveries/${delivery.id}/replay`;
    for (const path of [replay, `/webhooks/${id}/ping`]) {
      expect(await us.api.post(path)).toMatchObject({
        status: 409,
        body: { code: 'webhook_inactive' },
      });
    }
    receiver.answer = 200;
    const on = expectStatus(await us.api.patch(`/webhooks/${id}`, { is_active: true }), 200).body;
    expect(on).toMatchObject({ is_active: true, failures_in_a_row: 0, disabled_reason: null });
    expectStatus(await us.api.post(replay), 202);
    await arrived(2);
    const [first, second] = receiver.received;
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['x-shortlist-delivery']).not.toBe(
      first?.headers['x-shortlist-delivery'],
    );
  });

  it('that fails ten times in a row with every attempt is switched off', async () => {
    const deliveries = app.app.get(WebhookDeliveries, { strict: false });
    const { id } = await subscribe();
    receiver.answer = 503;
    for (let count = 1; count <= 10; count += 1) {
      expect((await us.api.get(`/webhooks/${id}`)).body).toMatchObject({
        is_active: true,
        failures_in_a_row: count - 1,
      });
      const { delivery_id: deliveryId } = (await us.api.post(`/webhooks/${id}/ping`)).body;
      await until(async () => (await deliveriesOf(id))[0]?.attempts > 0);
      for (let attempt = 2; attempt <= 8; attempt += 1) {
        await deliveries.deliver(us.companyId, deliveryId).catch(() => undefined);
      }
      expect((await deliveriesOf(id))[0]).toMatchObject({ state: 'failed', attempts: 8 });
    }
    expect((await us.api.get(`/webhooks/${id}`)).body).toMatchObject({
      is_active: false,
      failures_in_a_row: 10,
      disabled_reason: 'The endpoint answered 503.',
    });
  });
});

describe('the secret', () => {
  it('is shown when it is made and never again, and ends when another is made', async () => {
    const { id, secret } = await subscribe();
    expect((await us.api.get(`/webhooks/${id}`)).body).not.toHaveProperty('secret');
    const { secret: next } = expectStatus(await us.api.post(`/webhooks/${id}/secret`), 201).body;
    expect(next).not.toBe(secret);
    await us.api.post(`/webhooks/${id}/ping`);
    await arrived(1);
    const { headers, body } = receiver.received[0]!;
    const signature = createHmac('sha256', next).update(body).digest('hex');
    expect(headers['x-shortlist-signature']).toBe(`sha256=${signature}`);
  });
});

describe('a webhook that cannot be', () => {
  it.each([
    [{ url: 'ftp://example.com', events: ['task.failed'] }, 'url'],
    [{ url: 'https://user:secret@example.com', events: ['task.failed'] }, 'url'],
    [{ url: 'nowhere', events: ['task.failed'] }, 'url'],
    [{ url: 'https://example.com', events: [] }, 'events'],
    [{ url: 'https://example.com', events: ['world.ended'] }, 'events'],
    [{ url: 'https://example.com', events: ['task.failed'], secret: 'mine' }, 'secret'],
  ])('is refused by name: %#', async (body, field) => {
    const answer = await us.api.post('/webhooks', body);
    expect([answer.status, answer.body.errors[0].field]).toEqual([422, field]);
  });

  it('is the twenty-first of a company', async () => {
    const made = await Promise.all(
      Array.from({ length: 24 }, () =>
        us.api.post('/webhooks', { url: receiver.url, events: ['task.failed'] }),
      ),
    );
    expect(made.filter(({ status }) => status === 201)).toHaveLength(20);
    const refused = made.filter(({ status }) => status !== 201);
    expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['too_many_webhooks']));
  });
});

it('connects to no private address unless that is allowed', async () => {
  const strict = await startTestApp();
  try {
    const company = await strict.newCompany();
    for (const url of [receiver.url, `http://localhost:${receiver.port}/`]) {
      const made = await company.api.post('/webhooks', { url, events: ['task.failed'] });
      const { id } = expectStatus(made, 201).body;
      await company.api.post(`/webhooks/${id}/ping`);
      const [delivery] = await eventually(async () => {
        const { body } = await company.api.get(`/webhooks/${id}/deliveries`);
        return body.data[0]?.attempts >= 1 ? body.data : null;
      });
      expect(delivery.error).toContain('private');
    }
    expect(receiver.received).toEqual([]);
  } finally {
    await strict.stop();
  }
});
