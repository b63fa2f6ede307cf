import { randomUUID } from 'node:crypto';
import { Controller, Get } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { RequestMethod } from '@nestjs/common/enums/request-method.enum';
import { MetadataScanner, ModulesContainer, Reflector } from '@nestjs/core';
import { PUBLIC_ROUTE, type Role, ROLES, ROUTE_ROLES } from '../../src/common/http';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { pathIds, pathWith } from '../support/example-request';

/** What somebody forgets to declare. Not in the document: the comparison below would find it. */
@Controller('undeclared')
class UndeclaredController {
  @Get()
  answer(): string {
    return 'never seen';
  }
}

/** Whom every route lets in, stated a second time: a change of access is a change of this table. */
const ACCESS: Readonly<Record<string, string>> = {
  'GET /health': 'public',
  'GET /api/v1/health': 'public',
  'GET /metrics': 'public',
  // A password of the server's own, which no role has; test/e2e/queue-board.spec.ts.
  'GET /admin/queues': 'public',
  'POST /api/v1/auth/register': 'public',
  'POST /api/v1/auth/login': 'public',
  'POST /api/v1/auth/refresh': 'public',
  'POST /api/v1/auth/logout': 'public',
  'POST /api/v1/auth/password/forgot': 'public',
  'POST /api/v1/auth/password/reset': 'public',
  'POST /api/v1/auth/change-password': 'anybody',
  'GET /api/v1/auth/me': 'anybody',
  'POST /api/v1/invitations': 'admin',
  'GET /api/v1/invitations': 'admin',
  'DELETE /api/v1/invitations/{invitation_id}': 'admin',
  'POST /api/v1/api-keys': 'admin',
  'GET /api/v1/api-keys': 'admin',
  'DELETE /api/v1/api-keys/{api_key_id}': 'admin',
  'POST /api/v1/webhooks': 'admin',
  'GET /api/v1/webhooks': 'admin',
  'GET /api/v1/webhooks/{webhook_id}': 'admin',
  'PATCH /api/v1/webhooks/{webhook_id}': 'admin',
  'DELETE /api/v1/webhooks/{webhook_id}': 'admin',
  'POST /api/v1/webhooks/{webhook_id}/secret': 'admin',
  'POST /api/v1/webhooks/{webhook_id}/ping': 'admin',
  'GET /api/v1/webhooks/{webhook_id}/deliveries': 'admin',
  'POST /api/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/replay': 'admin',
  'GET /api/v1/users': 'admin recruiter',
  'PATCH /api/v1/users/{user_id}': 'admin',
  'POST /api/v1/jobs': 'admin recruiter',
  'GET /api/v1/jobs': 'anybody',
  'GET /api/v1/jobs/{job_id}': 'anybody',
  'PATCH /api/v1/jobs/{job_id}': 'admin recruiter hiring_manager',
  'DELETE /api/v1/jobs/{job_id}': 'admin recruiter',
  'POST /api/v1/jobs/{job_id}/match': 'admin recruiter hiring_manager',
  'GET /api/v1/jobs/{job_id}/candidates': 'anybody',
  'PATCH /api/v1/jobs/{job_id}/candidates': 'admin recruiter hiring_manager',
  'GET /api/v1/jobs/{job_id}/candidates/compare': 'admin recruiter hiring_manager',
  'GET /api/v1/jobs/{job_id}/candidates/{resume_id}': 'anybody',
  'PATCH /api/v1/jobs/{job_id}/candidates/{resume_id}': 'admin recruiter hiring_manager',
  'PUT /api/v1/jobs/{job_id}/candidates/stage': 'admin recruiter hiring_manager',
  'PUT /api/v1/jobs/{job_id}/candidates/{resume_id}/stage': 'admin recruiter hiring_manager',
  'PUT /api/v1/jobs/{job_id}/candidates/{resume_id}/assignee': 'admin recruiter hiring_manager',
  'GET /api/v1/jobs/{job_id}/candidates/{resume_id}/history': 'anybody',
  'GET /api/v1/jobs/{job_id}/team': 'anybody',
  'PUT /api/v1/jobs/{job_id}/team/{user_id}': 'admin recruiter hiring_manager',
  'DELETE /api/v1/jobs/{job_id}/team/{user_id}': 'admin recruiter hiring_manager',
  'GET /api/v1/jobs/{job_id}/stages': 'anybody',
  'POST /api/v1/jobs/{job_id}/stages': 'admin recruiter hiring_manager',
  'PUT /api/v1/jobs/{job_id}/stages/order': 'admin recruiter hiring_manager',
  'PATCH /api/v1/jobs/{job_id}/stages/{stage_id}': 'admin recruiter hiring_manager',
  'DELETE /api/v1/jobs/{job_id}/stages/{stage_id}': 'admin recruiter hiring_manager',
  'GET /api/v1/jobs/{job_id}/activity': 'anybody',
  'GET /api/v1/candidates/{candidate_id}/activity': 'anybody',
  'GET /api/v1/candidates/{candidate_id}/notes': 'anybody',
  'POST /api/v1/candidates/{candidate_id}/notes': 'anybody',
  'PATCH /api/v1/candidates/{candidate_id}/notes/{note_id}': 'anybody',
  'DELETE /api/v1/candidates/{candidate_id}/notes/{note_id}': 'anybody',
  'GET /api/v1/candidates/{candidate_id}/tags': 'anybody',
  'PUT /api/v1/candidates/{candidate_id}/tags/{tag_id}': 'admin recruiter hiring_manager',
  'DELETE /api/v1/candidates/{candidate_id}/tags/{tag_id}': 'admin recruiter hiring_manager',
  'GET /api/v1/tags': 'anybody',
  'POST /api/v1/tags': 'admin recruiter',
  'PATCH /api/v1/tags/{tag_id}': 'admin recruiter',
  'DELETE /api/v1/tags/{tag_id}': 'admin recruiter',
  'GET /api/v1/rejection-reasons': 'admin recruiter hiring_manager',
  'POST /api/v1/rejection-reasons': 'admin recruiter',
  'PATCH /api/v1/rejection-reasons/{rejection_reason_id}': 'admin recruiter',
  'DELETE /api/v1/rejection-reasons/{rejection_reason_id}': 'admin recruiter',
  'GET /api/v1/company': 'anybody',
  'PATCH /api/v1/company': 'admin',
  'GET /api/v1/careers/{company_slug}/jobs': 'public',
  'GET /api/v1/careers/{company_slug}/jobs.rss': 'public',
  'GET /api/v1/careers/{company_slug}/jobs/{job_id}': 'public',
  'POST /api/v1/careers/{company_slug}/jobs/{job_id}/applications': 'public',
  'POST /api/v1/ai/analyze': 'admin recruiter hiring_manager',
  'GET /api/v1/ai/model-card': 'anybody',
  'GET /api/v1/ai/settings': 'admin',
  'PATCH /api/v1/ai/settings': 'admin',
  'GET /api/v1/ai/usage': 'admin',
  'POST /api/v1/resumes/{resume_id}/review': 'admin recruiter',
  'GET /api/v1/resumes/{resume_id}/review': 'admin recruiter',
  'POST /api/v1/resumes/{resume_id}/structure': 'admin recruiter',
  'GET /api/v1/resumes/{resume_id}/structure': 'admin recruiter',
  'POST /api/v1/jobs/{job_id}/analyses': 'admin recruiter hiring_manager',
  'POST /api/v1/jobs/{job_id}/candidates/{resume_id}/analysis': 'admin recruiter hiring_manager',
  'GET /api/v1/jobs/{job_id}/candidates/{resume_id}/analysis': 'admin recruiter hiring_manager',
  'POST /api/v1/chat/conversations': 'admin recruiter hiring_manager',
  'GET /api/v1/chat/conversations': 'admin recruiter hiring_manager',
  'GET /api/v1/chat/conversations/{conversation_id}': 'admin recruiter hiring_manager',
  'PATCH /api/v1/chat/conversations/{conversation_id}': 'admin recruiter hiring_manager',
  'DELETE /api/v1/chat/conversations/{conversation_id}': 'admin recruiter hiring_manager',
  'GET /api/v1/chat/conversations/{conversation_id}/messages': 'admin recruiter hiring_manager',
  'POST /api/v1/chat/conversations/{conversation_id}/messages': 'admin recruiter hiring_manager',
  'GET /api/v1/candidates': 'admin recruiter',
  'GET /api/v1/candidates/{candidate_id}': 'admin recruiter',
  'PATCH /api/v1/candidates/{candidate_id}': 'admin recruiter',
  'GET /api/v1/candidates/{candidate_id}/duplicates': 'admin recruiter',
  'GET /api/v1/candidates/{candidate_id}/merges': 'admin recruiter',
  'POST /api/v1/candidates/{candidate_id}/merges': 'admin recruiter',
  'POST /api/v1/candidates/{candidate_id}/merges/{merge_id}/undo': 'admin recruiter',
  'POST /api/v1/resumes': 'admin recruiter',
  'POST /api/v1/resumes/bulk': 'admin recruiter',
  'GET /api/v1/resumes/bulk/{batch_id}/status': 'admin recruiter',
  'POST /api/v1/resumes/bulk/{batch_id}/retry': 'admin recruiter',
  'POST /api/v1/resumes/{resume_id}/reprocess': 'admin recruiter',
  'POST /api/v1/resumes/upload': 'admin recruiter',
  'GET /api/v1/resumes': 'admin recruiter',
  'GET /api/v1/resumes/{resume_id}': 'anybody',
  'GET /api/v1/resumes/{resume_id}/file': 'anybody',
  'DELETE /api/v1/resumes/{resume_id}': 'admin recruiter',
  'GET /api/v1/tasks': 'admin recruiter',
  'GET /api/v1/tasks/{task_id}': 'admin recruiter hiring_manager',
  'POST /api/v1/tasks/{task_id}/cancel': 'admin recruiter',
  'POST /api/v1/tasks/{task_id}/retry': 'admin recruiter',
  'POST /api/v1/search/semantic': 'admin recruiter',
  'POST /api/v1/search/structured': 'admin recruiter',
  'POST /api/v1/search/hybrid': 'admin recruiter',
  'POST /api/v1/search/candidates': 'admin recruiter hiring_manager',
  'POST /api/v1/search/jobs': 'admin recruiter',
  'GET /api/v1/candidates/{candidate_id}/jobs': 'admin recruiter',
  'GET /api/v1/candidates/{candidate_id}/connections': 'admin recruiter',
  'GET /api/v1/resumes/{resume_id}/similar': 'admin recruiter',
  'POST /api/v1/search-runs': 'admin recruiter',
  'GET /api/v1/search-runs/{search_run_id}': 'admin recruiter',
  'POST /api/v1/saved-searches': 'admin recruiter',
  'GET /api/v1/saved-searches': 'admin recruiter',
  'GET /api/v1/saved-searches/{saved_search_id}': 'admin recruiter',
  'PATCH /api/v1/saved-searches/{saved_search_id}': 'admin recruiter',
  'DELETE /api/v1/saved-searches/{saved_search_id}': 'admin recruiter',
  'POST /api/v1/saved-searches/{saved_search_id}/run': 'admin recruiter',
  'GET /api/v1/emails': 'admin recruiter',
  'GET /api/v1/emails/{email_id}': 'admin recruiter',
  'POST /api/v1/emails/{email_id}/resend': 'admin recruiter',
  'GET /api/v1/email/settings': 'admin recruiter',
  'PATCH /api/v1/email/settings': 'admin',
  'GET /api/v1/email/templates': 'admin recruiter',
  'GET /api/v1/email/templates/{email_kind}': 'admin recruiter',
  'PUT /api/v1/email/templates/{email_kind}': 'admin',
  'DELETE /api/v1/email/templates/{email_kind}': 'admin',
  'POST /api/v1/email/templates/{email_kind}/preview': 'admin recruiter',
  'GET /api/v1/email/unsubscribe': 'public',
  'POST /api/v1/email/unsubscribe': 'public',
  'GET /api/v1/analytics/score-agreement': 'admin recruiter',
  'GET /api/v1/analytics/score-agreement/jobs': 'admin recruiter',
  'POST /api/v1/interviews': 'admin recruiter hiring_manager',
  'GET /api/v1/interviews': 'anybody',
  'POST /api/v1/interviews/slots': 'admin recruiter hiring_manager',
  'GET /api/v1/interviews/{interview_id}': 'anybody',
  'PATCH /api/v1/interviews/{interview_id}': 'admin recruiter hiring_manager',
  'POST /api/v1/interviews/{interview_id}/cancel': 'admin recruiter hiring_manager',
  'POST /api/v1/interviews/{interview_id}/complete': 'anybody',
  'POST /api/v1/interviews/{interview_id}/no-show': 'anybody',
  'GET /api/v1/interviews/{interview_id}/calendar.ics': 'anybody',
  'GET /api/v1/interviews/{interview_id}/kit': 'anybody',
  'GET /api/v1/interviews/{interview_id}/resume': 'anybody',
  'GET /api/v1/interviews/{interview_id}/scorecard': 'anybody',
  'PUT /api/v1/interviews/{interview_id}/scorecard': 'anybody',
  'POST /api/v1/interviews/{interview_id}/scorecard/submit': 'anybody',
  'GET /api/v1/interviews/{interview_id}/scorecards': 'anybody',
  'GET /api/v1/jobs/{job_id}/candidates/{resume_id}/scorecards': 'admin recruiter hiring_manager',
  'GET /api/v1/jobs/{job_id}/scorecard-attributes': 'admin recruiter hiring_manager',
  'POST /api/v1/jobs/{job_id}/scorecard-attributes': 'admin recruiter hiring_manager',
  'PATCH /api/v1/jobs/{job_id}/scorecard-attributes/{attribute_id}':
    'admin recruiter hiring_manager',
  'DELETE /api/v1/jobs/{job_id}/scorecard-attributes/{attribute_id}':
    'admin recruiter hiring_manager',
  'GET /api/v1/interview-settings': 'admin recruiter',
  'PATCH /api/v1/interview-settings': 'admin',
  'GET /api/v1/users/{user_id}/working-hours': 'anybody',
  'PUT /api/v1/users/{user_id}/working-hours': 'anybody',
  'GET /api/v1/calendar-feed': 'anybody',
  'POST /api/v1/calendar-feed': 'anybody',
  'DELETE /api/v1/calendar-feed': 'anybody',
  'GET /api/v1/calendar/{calendar_token}.ics': 'public',
  'GET /api/v1/analytics/overview': 'admin recruiter hiring_manager',
  'GET /api/v1/analytics/funnel': 'admin recruiter hiring_manager',
  'GET /api/v1/analytics/time-in-stage': 'admin recruiter hiring_manager',
  'GET /api/v1/analytics/time-to-hire': 'admin recruiter hiring_manager',
  'GET /api/v1/analytics/time-to-fill': 'admin recruiter hiring_manager',
  'GET /api/v1/analytics/sources': 'admin recruiter hiring_manager',
  'GET /api/v1/analytics/skills': 'admin recruiter hiring_manager',
  'GET /api/v1/analytics/pipeline': 'admin recruiter hiring_manager',
  'GET /api/v1/analytics/interviewers': 'anybody',
  'GET /api/v1/audit/events': 'admin',
  'GET /api/v1/audit/verify': 'admin',
  'GET /api/v1/analytics/applications': 'admin recruiter hiring_manager',
  'POST /api/v1/imports/candidates': 'admin recruiter',
  'POST /api/v1/imports/jobs': 'admin recruiter',
  'GET /api/v1/exports/candidates': 'admin recruiter',
  'GET /api/v1/exports/jobs': 'admin recruiter',
  'POST /api/v1/exports/company': 'admin',
  'GET /api/v1/exports/company/{export_id}': 'admin',
  'GET /api/v1/exports/company/{export_id}/file': 'admin',
  'GET /api/v1/skills': 'admin recruiter hiring_manager',
  'GET /api/v1/skills/sources': 'anybody',
  'GET /api/v1/company-skills': 'admin recruiter hiring_manager',
  'POST /api/v1/company-skills': 'admin recruiter',
  'PATCH /api/v1/company-skills/{skill_id}': 'admin recruiter',
  'DELETE /api/v1/company-skills/{skill_id}': 'admin recruiter',
};

/** Made for eyes: the description of the API does not have them. */
const PAGES: readonly string[] = ['GET /admin/queues'];

interface Route {
  readonly name: string;
  readonly isPublic: boolean;
  readonly roles: readonly Role[] | undefined;
}

let app: TestApp;
let routes: readonly Route[];
const people = new Map<Role, TestCompany>();

beforeAll(async () => {
  app = await startTestApp({ controllers: [UndeclaredController] });
  routes = routesOf(app).filter(({ name }) => !name.endsWith('/undeclared'));
  const owner = await app.newCompany();
  for (const role of ROLES) {
    people.set(role, await app.join(owner, role));
  }
});

afterAll(async () => {
  await app.stop();
});

describe('every route', () => {
  it('declares @Public or @Roles, never both', () => {
    const wrong = routes.filter(({ isPublic, roles }) => isPublic === (roles !== undefined));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('is described in openapi.json unless it is a page', () => {
    const described = app.contract.operations
      .map(({ name }) => name)
      .filter((name) => !name.endsWith('/undeclared'));
    expect(routes.map(({ name }) => name).sort()).toEqual([...described, ...PAGES].sort());
  });

  it('lets in whom the table of this test names', () => {
    const declared = Object.fromEntries(
      routes.map(({ name, isPublic, roles }) => [
        name,
        isPublic ? 'public' : roles?.length === ROLES.length ? 'anybody' : roles?.join(' '),
      ]),
    );
    expect(declared).toEqual(ACCESS);
  });
});

describe('the guards', () => {
  it('refuse a route that declares nothing, to everybody', async () => {
    const anonymous = await app.anonymous.get('/undeclared').catch((error: unknown) => error);
    expect(anonymous).toMatchObject({ message: expect.stringContaining('401') });
    for (const { api } of people.values()) {
      // The answer is not documented either, which the client reports.
      await expect(api.get('/undeclared')).rejects.toThrow('403: ');
    }
  });

  it('want a token wherever a route is not public', async () => {
    for (const operation of guardedOperations()) {
      const answer = await app.anonymous.send(
        operation.method,
        pathWith(operation, anyIds(operation)),
      );
      expect([operation.name, answer.status, answer.body.code]).toEqual([
        operation.name,
        401,
        'missing_token',
      ]);
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  it.each(ROLES)('let %s in where the table says so, and nowhere else', async (role) => {
    const { api } = people.get(role)!;
    for (const operation of guardedOperations()) {
      const allowed = ACCESS[operation.name]!;
      const isAllowed = allowed === 'anybody' || allowed.split(' ').includes(role);
      const body = operation.method === 'GET' || operation.method === 'DELETE' ? undefined : {};
      const answer = await api.send(operation.method, pathWith(operation, anyIds(operation)), body);
      expect(`${operation.name} ${answer.status === 403 ? 'refused' : 'open'}`).toBe(
        `${operation.name} ${isAllowed ? 'open' : 'refused'}`,
      );
    }
  });
});

const guardedOperations = (): typeof app.contract.operations =>
  app.contract.operations.filter(({ name }) => (ACCESS[name] ?? 'public') !== 'public');

/** Ids that nothing has. */
const anyIds = (operation: Parameters<typeof pathIds>[0]): Record<string, string> =>
  Object.fromEntries(pathIds(operation).map((name) => [name, randomUUID()]));

/** The routes as Nest itself knows them. */
function routesOf({ app: nest }: TestApp): Route[] {
  const reflector = nest.get(Reflector);
  const scanner = new MetadataScanner();
  return [...nest.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') {
        return [];
      }
      const prototype = metatype.prototype as Record<string, () => unknown>;
      return scanner.getAllMethodNames(prototype).flatMap((method) => {
        const handler = prototype[method];
        if (handler === undefined || !Reflect.hasMetadata(PATH_METADATA, handler)) {
          return [];
        }
        const targets = [handler, metatype];
        const path = pathOf(metatype, handler);
        const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler)];
        return [
          {
            name: `${verb} ${path}`,
            isPublic: reflector.getAllAndOverride<unknown>(PUBLIC_ROUTE, targets) === true,
            roles: reflector.getAllAndOverride<readonly Role[] | undefined>(ROUTE_ROLES, targets),
          },
        ];
      });
    }),
  );
}

function pathOf(controller: object, handler: object): string {
  const parts = [controller, handler].map((target) =>
    String(Reflect.getMetadata(PATH_METADATA, target)).replace(/^\/|\/$/g, ''),
  );
  const path = `/${parts.filter((part) => part !== '').join('/')}`.replace(/:(\w+)/g, '{$1}');
  return /^\/(?:health$|metrics$|admin\/|api\/v1\/)/.test(path) ? path : `/api/v1${path}`;
}
