import { randomUUID } from 'node:crypto';
import { PasswordResetRequested } from '../../src/modules/auth/auth.events';
import { UnsubscribeLinks } from '../../src/modules/notifications/unsubscribe/unsubscribe-links';
import { EventBus } from '../../src/platform/events';
import type { Operation } from '../support/api-contract';
import {
  expectStatus,
  startTestApp,
  TEST_PASSWORD,
  type TestApp,
  type TestCompany,
} from '../support/app';
import {
  anotherCandidate,
  companyFingerprint,
  type Ids,
  insertTask,
  oneOfEverything,
} from '../support/company-data';
import { applicant, inDays, interviewBody, schedule } from '../support/interviews';
import { exampleBody, pathIds, pathWith, singular } from '../support/example-request';
import { resolveSchema, type Schema } from '../support/schema-check';

let app: TestApp;
let us: TestCompany;
let them: TestCompany;
let ours: Ids;
let theirs: Ids;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  them = await app.newCompany();
  ours = await oneOfEverything(app, us);
  theirs = await oneOfEverything(app, them);
  // Theirs stays off: a company without a careers page is none to the world.
  expectStatus(await us.api.patch('/company', { careers_enabled: true }), 200);
});

afterAll(async () => {
  await app.stop();
});

const unsubscribeIds = (): Ids => {
  const link = new URL(app.app.get(UnsubscribeLinks).urlFor(us.companyId, 'somebody@example.com'));
  return { token: link.searchParams.get('token') ?? '' };
};

/** An interview of somebody new, with the caller taking part; it began an hour ago if it is to have begun. */
async function anInterview(hasBegun: boolean): Promise<Ids> {
  const { id } = await schedule(us.api, await applicant(us), {
    scheduled_at: inDays(40),
    attendees: [us.userId],
  });
  if (hasBegun) {
    await app.database.execute(
      `UPDATE interviews SET starts_at = now() - interval '1 hour', ends_at = now() WHERE id = $1`,
      [id],
    );
  }
  const card = { overall_rating: 'yes', ratings: [] };
  await us.api.send('PUT', `/interviews/${id}/scorecard`, card);
  return { interview_id: id };
}
const tableForm = (table: string): FormData => {
  const form = new FormData();
  form.append('file', new File([table], 'table.csv'));
  return form;
};

/** Requests that the documented examples cannot make: secrets, and states that pass by. */
const PREPARED: Readonly<
  Record<string, () => Promise<{ body?: object; ids?: Ids; as?: TestCompany }>>
> = {
  'POST /api/v1/auth/register': () =>
    Promise.resolve({
      body: {
        email: `new-${randomUUID()}@example.com`,
        password: TEST_PASSWORD,
        full_name: 'Noor Example',
        company_name: `Company ${randomUUID()}`,
      },
    }),
  'POST /api/v1/auth/login': () =>
    Promise.resolve({ body: { email: us.email, password: us.password } }),
  'POST /api/v1/auth/refresh': async () => ({
    body: { refresh_token: (await app.newCompany()).refreshToken },
  }),
  'POST /api/v1/auth/logout': async () => ({
    body: { refresh_token: (await app.newCompany()).refreshToken },
  }),
  'POST /api/v1/auth/password/reset': async () => {
    const { email } = await app.newCompany();
    let token = '';
    app.app.get(EventBus).on(PasswordResetRequested, (event) => {
      token = event.token;
    });
    await app.anonymous.post('/auth/password/forgot', { email });
    return { body: { token, new_password: 'seven purple bicycles' } };
  },
  'POST /api/v1/auth/change-password': async () => ({
    as: await app.newCompany(),
    body: { current_password: TEST_PASSWORD, new_password: 'seven purple bicycles' },
  }),
  'PUT /api/v1/jobs/{job_id}/stages/order': async () => {
    const stages = await us.api.get(`/jobs/${ours['job_id']}/stages`);
    const ids: readonly string[] = stages.body.map(({ id }: { id: string }) => id);
    return { body: { stage_ids: ids } };
  },
  // The names of the examples are those of what the examples of POST made.
  'PATCH /api/v1/jobs/{job_id}/stages/{stage_id}': () =>
    Promise.resolve({ body: { name: 'Trial day' } }),
  'PATCH /api/v1/tags/{tag_id}': () => Promise.resolve({ body: { name: 'Drives a van' } }),
  // A budget is for servers with prices.
  'PATCH /api/v1/ai/settings': () => Promise.resolve({ body: { redact_contact_data: true } }),
  'POST /api/v1/candidates/{candidate_id}/merges': async () => ({
    body: { candidate_id: await anotherCandidate(us) },
  }),
  'POST /api/v1/emails/{email_id}/resend': async () => {
    await app.database.execute(`UPDATE email_messages SET state = 'failed' WHERE id = $1`, [
      ours['email_id'],
    ]);
    return {};
  },
  'POST /api/v1/imports/candidates': () =>
    Promise.resolve({ body: tableForm('name,email\nNoor Example,noor.import@example.com\n') }),
  'POST /api/v1/imports/jobs': () =>
    Promise.resolve({ body: tableForm('title,description\nCook,You cook.\n') }),
  'GET /api/v1/email/unsubscribe': () => Promise.resolve({ ids: unsubscribeIds() }),
  'POST /api/v1/email/unsubscribe': () => Promise.resolve({ ids: unsubscribeIds() }),
  'POST /api/v1/interviews': async () => ({ body: interviewBody(await applicant(us)) }),
  'PATCH /api/v1/interviews/{interview_id}': async () => ({
    ids: await anInterview(false),
    body: { scheduled_at: inDays(45), attendees: [] },
  }),
  'POST /api/v1/interviews/{interview_id}/cancel': async () => ({ ids: await anInterview(false) }),
  'POST /api/v1/interviews/{interview_id}/complete': async () => ({ ids: await anInterview(true) }),
  'POST /api/v1/interviews/{interview_id}/no-show': async () => ({ ids: await anInterview(true) }),
  'POST /api/v1/interviews/{interview_id}/scorecard/submit': async () => ({
    ids: await anInterview(true),
  }),
  'GET /api/v1/calendar/{calendar_token}.ics': async () => {
    const { url } = (await us.api.post('/calendar-feed')).body;
    return { ids: { calendar_token: url.replace(/^.*\/|\.ics$/g, '') } };
  },
  'POST /api/v1/tasks/{task_id}/cancel': async () => ({
    ids: { task_id: await insertTask(app, us.companyId, 'queued') },
  }),
  'POST /api/v1/tasks/{task_id}/retry': async () => ({
    ids: { task_id: await insertTask(app, us.companyId, 'cancelled') },
  }),
};

/** Deletions come last, those of parts before those of the whole, so that what they delete is there for the others. */
const ORDER = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

const depthOf = ({ method, path }: Operation): number =>
  method === 'DELETE' ? path.split('/').length : 0;

const inOrder = (): readonly Operation[] =>
  app.contract.operations.toSorted(
    (a, b) => ORDER.indexOf(a.method) - ORDER.indexOf(b.method) || depthOf(b) - depthOf(a),
  );

const hasBody = ({ requestBody }: Operation): boolean => requestBody !== undefined;

/** What stays of `ids` when the named ones are the other company's. */
const withTheirs = (names: readonly string[]): Ids => ({
  ...ours,
  ...Object.fromEntries(Object.entries(theirs).filter(([name]) => names.includes(name))),
});

const isEmptyBodyValid = (operation: Operation): boolean => {
  const [media] = Object.values(operation.requestBody?.content ?? {});
  const required = resolveSchema(media?.schema ?? {}, app.contract.schemas).required ?? [];
  return required.length === 0;
};

describe('another company’s ids', () => {
  it('are 404 in every path of openapi.json, alone or together, and change nothing', async () => {
    const before = await companyFingerprint(app, them.companyId);
    let calls = 0;
    for (const operation of inOrder().filter((one) => pathIds(one).length > 0)) {
      for (const names of subsetsOf(pathIds(operation))) {
        expect(Object.keys(theirs)).toEqual(expect.arrayContaining([...names]));
        const path = pathWith(operation, withTheirs(names));
        const full = await us.api.send(
          operation.method,
          path,
          exampleBody(app.contract, operation, ours),
        );
        expect([operation.name, names, full.status]).toEqual([operation.name, names, 404]);
        expect(full.body.code).toMatch(/_not_found$/);
        calls += 1;
        if (hasBody(operation)) {
          const empty = await us.api.send(operation.method, path, {});
          const expected = isEmptyBodyValid(operation) ? 404 : 422;
          expect([operation.name, names, empty.status]).toEqual([operation.name, names, expected]);
        }
      }
    }
    expect(calls).toBeGreaterThan(15);
    await expect(companyFingerprint(app, them.companyId)).resolves.toBe(before);
  });

  it('cannot be told from ids that nobody has', async () => {
    for (const operation of inOrder().filter((one) => pathIds(one).length > 0)) {
      const body = (): unknown => exampleBody(app.contract, operation, ours);
      const unknown = {
        ...ours,
        ...Object.fromEntries(pathIds(operation).map((name) => [name, randomUUID()])),
      };
      const foreign = await us.api.send(operation.method, pathWith(operation, theirs), body());
      const nobodys = await us.api.send(operation.method, pathWith(operation, unknown), body());
      const shown = ({ request_id: _id, ...problem }: Record<string, unknown>): object => problem;
      expect(shown(foreign.body)).toEqual(shown(nobodys.body));
    }
  });

  it('are 404 in a path also when they are no ids at all', async () => {
    for (const operation of inOrder().filter((one) => pathIds(one).length > 0)) {
      const nonsense = {
        ...ours,
        ...Object.fromEntries(pathIds(operation).map((name) => [name, 'not-an-id'])),
      };
      const body = exampleBody(app.contract, operation, ours);
      const answer = await us.api.send(operation.method, pathWith(operation, nonsense), body);
      expect([operation.name, answer.status]).toEqual([operation.name, 404]);
    }
  });

  /** What each field or filter with an id answers to another company's; a new one is added here. */
  const REFUSALS: Readonly<Record<string, number | 'empty list'>> = {
    'POST /api/v1/resumes/upload job_id': 404,
    'POST /api/v1/resumes job_id': 404,
    'POST /api/v1/resumes/bulk job_id': 404,
    'POST /api/v1/candidates/{candidate_id}/merges candidate_id': 404,
    'POST /api/v1/search/candidates job_id': 404,
    'POST /api/v1/search/jobs candidate_id': 404,
    'POST /api/v1/search/structured candidate_id': 404,
    'POST /api/v1/search/hybrid candidate_id': 404,
    'POST /api/v1/resumes/upload referrer_id': 422,
    'POST /api/v1/resumes referrer_id': 422,
    'POST /api/v1/resumes/bulk referrer_id': 422,
    'POST /api/v1/candidates/{candidate_id}/notes job_id': 404,
    'GET /api/v1/candidates tag_id': 'empty list',
    'GET /api/v1/jobs/{job_id}/candidates stage_id': 'empty list',
    'GET /api/v1/jobs/{job_id}/candidates assigned_to': 'empty list',
    'PUT /api/v1/jobs/{job_id}/candidates/stage stage_id': 404,
    'PUT /api/v1/jobs/{job_id}/candidates/stage resume_id': 200,
    'PUT /api/v1/jobs/{job_id}/candidates/{resume_id}/stage stage_id': 404,
    'PUT /api/v1/jobs/{job_id}/candidates/{resume_id}/assignee user_id': 422,
    'PUT /api/v1/jobs/{job_id}/stages/order stage_id': 422,
    'PATCH /api/v1/jobs/{job_id}/candidates rejection_reason_id': 422,
    'PATCH /api/v1/jobs/{job_id}/candidates/{resume_id} rejection_reason_id': 422,
    'POST /api/v1/jobs recruiter_id': 422,
    'PATCH /api/v1/jobs/{job_id} recruiter_id': 422,
    'POST /api/v1/chat/conversations resume_id': 404,
    'POST /api/v1/chat/conversations job_id': 404,
    'POST /api/v1/jobs hiring_manager_id': 422,
    'PATCH /api/v1/jobs/{job_id} hiring_manager_id': 422,
    // Each id has an outcome of its own: not_found.
    'PATCH /api/v1/jobs/{job_id}/candidates resume_id': 200,
    'POST /api/v1/jobs/{job_id}/analyses resume_id': 404,
    'POST /api/v1/interviews job_id': 404,
    'POST /api/v1/interviews resume_id': 404,
    'POST /api/v1/interviews/slots job_id': 404,
    'POST /api/v1/interviews/slots resume_id': 404,
    'POST /api/v1/interviews/slots interview_id': 404,
    'PUT /api/v1/interviews/{interview_id}/scorecard attribute_id': 422,
    'GET /api/v1/interviews job_id': 'empty list',
    'GET /api/v1/interviews candidate_id': 'empty list',
    'GET /api/v1/interviews attendee_id': 'empty list',
    'GET /api/v1/resumes candidate_id': 'empty list',
    'GET /api/v1/emails candidate_id': 'empty list',
    'GET /api/v1/emails job_id': 'empty list',
    'GET /api/v1/audit/events actor_id': 'empty list',
    'GET /api/v1/audit/events subject_id': 'empty list',
    'GET /api/v1/analytics/score-agreement job_id': 404,
    'GET /api/v1/analytics/overview job_id': 404,
    'GET /api/v1/analytics/funnel job_id': 404,
    'GET /api/v1/analytics/time-in-stage job_id': 404,
    'GET /api/v1/analytics/time-to-hire job_id': 404,
    'GET /api/v1/analytics/time-to-fill job_id': 404,
    'GET /api/v1/analytics/sources job_id': 404,
    'GET /api/v1/analytics/skills job_id': 404,
    'GET /api/v1/analytics/pipeline job_id': 404,
    'GET /api/v1/analytics/interviewers job_id': 404,
    'GET /api/v1/analytics/applications job_id': 404,
  };

  it('are refused in every body, and find nothing in every filter', async () => {
    const before = await app.stored();
    const outcomes: Record<string, number | string> = {};
    // A saved search is words until it runs; the search that it runs refuses, as the table says.
    for (const operation of inOrder().filter(({ path }) => !path.includes('/saved-searches'))) {
      const [media] = Object.values(operation.requestBody?.content ?? {});
      for (const name of idFieldsOf(media?.schema ?? {})) {
        const body = exampleBody(app.contract, operation, withTheirs([name]));
        const { status } = await us.api.send(operation.method, pathWith(operation, ours), body);
        outcomes[`${operation.name} ${name}`] = status;
      }
      for (const parameter of operation.parameters ?? []) {
        if (parameter.in === 'query' && parameter.schema?.format === 'uuid') {
          const base = pathWith(operation, ours);
          const path = `${base}${base.includes('?') ? '&' : '?'}${parameter.name}=${theirs[parameter.name]}`;
          const { status, body } = await us.api.send(operation.method, path);
          const isEmpty = status === 200 && body.data.length === 0 && body.total === 0;
          outcomes[`${operation.name} ${parameter.name}`] = isEmpty ? 'empty list' : status;
        }
      }
    }
    expect(outcomes).toEqual(REFUSALS);
    await expect(app.stored()).resolves.toEqual(before);
  });
});

/** The names of a body's fields that hold an id, at any depth. */
function idFieldsOf(given: Schema): readonly string[] {
  const schema = resolveSchema(given, app.contract.schemas);
  const inner = schema.items === undefined ? [] : idFieldsOf(schema.items);
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
    property.format === 'uuid' || name.endsWith('_ids') ? [singular(name)] : idFieldsOf(property),
  );
  return [...new Set([...own, ...inner])];
}

describe('every operation', () => {
  it('succeeds on its documented example and answers what it documents', async () => {
    const failed: string[] = [];
    for (const operation of inOrder()) {
      const prepared = await PREPARED[operation.name]?.();
      const ids = { ...ours, ...prepared?.ids };
      const body = prepared?.body ?? exampleBody(app.contract, operation, ids);
      const { api } = prepared?.as ?? us;
      // The client compares the answer with the schema.
      const answer = await api.send(operation.method, pathWith(operation, ids), body);
      if (answer.status >= 300) {
        failed.push(`${operation.name} ${answer.status} ${JSON.stringify(answer.body)}`);
      }
    }
    expect(failed).toEqual([]);
  });
});

/** Every choice of at least one. */
function subsetsOf(names: readonly string[]): readonly (readonly string[])[] {
  const all = names.reduce<readonly (readonly string[])[]>(
    (subsets, name) => [...subsets, ...subsets.map((subset) => [...subset, name])],
    [[]],
  );
  return all.filter((subset) => subset.length > 0);
}
