import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import { setUpApp } from '../../src/app.setup';
import type { Role } from '../../src/common/http';
import { ENV, type Env, parseEnv } from '../../src/config';
import { buildOpenApi } from '../../src/openapi';
import { Database } from '../../src/platform/database';
import { WorkerModule } from '../../src/worker.module';
import { ApiClient, type ApiAnswer, type Exchange } from './api-client';
import { ApiContract } from './api-contract';
import { copyEmptyDatabase } from './embedded-template';
import { createServerDatabase } from './server-mode';

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly env: Env;
  readonly url: string;
  readonly database: Database;
  readonly openApi: OpenAPIObject;
  readonly contract: ApiContract;
  /** Calls without a login. */
  readonly anonymous: ApiClient;
  /** A new company and its owner, logged in. */
  readonly newCompany: (role?: Role) => Promise<TestCompany>;
  /** Somebody whom the owner invited in this role, logged in. */
  readonly join: (owner: TestCompany, role: Role) => Promise<TestCompany>;
  /** Everything that is stored: the number of rows by table, and the files' paths. */
  readonly stored: () => Promise<Stored>;
  /** Closes this application, keeps its data, and starts another on them. */
  readonly restart: () => Promise<TestApp>;
  readonly stop: () => Promise<void>;
}

/** A person of a company, and a client that calls as them. */
export interface TestCompany {
  readonly api: ApiClient;
  readonly companyId: string;
  readonly userId: string;
  readonly email: string;
  readonly password: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface Stored {
  readonly rows: Readonly<Record<string, number>>;
  readonly files: readonly string[];
}

/** What stays of a removed person: that there was one, how the application went, and that it was removed. */
export const LASTING_TABLES = [
  'email_messages',
  'application_records',
  'application_stays',
  'audit_events',
  'audit_chains',
] as const;

/** What must be as before after something came and went. */
export function withoutLasting({ rows, files }: Stored): Stored {
  const left = Object.fromEntries(LASTING_TABLES.map((table) => [table, 0]));
  return { rows: { ...rows, ...left }, files };
}

export interface TestAppOptions {
  readonly variables?: NodeJS.ProcessEnv;
  /** Further routes, for tests about routes as such. */
  readonly controllers?: readonly Type[];
}

export const TEST_PASSWORD = 'correct horse battery';

/**
 * The whole application with its workers, listening on a free port. Embedded on an empty data
 * directory; on a database of its own when TEST_DATABASE_URL and TEST_REDIS_URL name real servers.
 * Every answer that its clients get is compared with the API's own description.
 */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shortlist-test-'));
  const server = await createServerDatabase();
  if (server === null) {
    await copyEmptyDatabase(dataDir);
  }
  const env = parseEnv({
    ENVIRONMENT: 'test',
    LOG_LEVEL: 'fatal',
    DATA_DIR: dataDir,
    PORT: '0',
    EMBEDDING_THREADS: '1',
    PARSER_THREADS: '1',
    LOGIN_ATTEMPTS_PER_MINUTE: '10000',
    APPLICATIONS_PER_MINUTE: '10000',
    ...server?.variables,
    ...options.variables,
  });
  return boot(env, options, async () => {
    await server?.drop();
    await rm(dataDir, { recursive: true, force: true });
  });
}

async function boot(
  env: Env,
  options: TestAppOptions,
  removeData: () => Promise<void>,
): Promise<TestApp> {
  const module = await Test.createTestingModule({
    imports: [WorkerModule],
    controllers: [...(options.controllers ?? [])],
  })
    .overrideProvider(ENV)
    .useValue(env)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ logger: false });
  setUpApp(app, env);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const openApi = buildOpenApi(app);
  const contract = new ApiContract(openApi);
  const anonymous = new ApiClient(url, null, (exchange) => {
    assertKept(contract, exchange);
  });
  const database = app.get(Database);
  return {
    app,
    env,
    url,
    database,
    openApi,
    contract,
    anonymous,
    newCompany: (role = 'recruiter') => newCompany(anonymous, role),
    join: (owner, role) => joinCompany(anonymous, owner, role),
    stored: async () => ({ rows: await rowCounts(database), files: await filesIn(env.DATA_DIR) }),
    restart: async () => {
      await app.close();
      return boot(env, options, removeData);
    },
    stop: async () => {
      await app.close();
      await removeData();
    },
  };
}

function assertKept(contract: ApiContract, exchange: Exchange): void {
  const problems = contract.problems(exchange);
  if (problems.length > 0) {
    throw new Error(`The answer is not the documented one.\n  ${problems.join('\n  ')}`);
  }
}

async function newCompany(anonymous: ApiClient, role: Role): Promise<TestCompany> {
  const email = `owner-${randomUUID()}@example.com`;
  await register(anonymous, { email, role, company_name: `Company ${randomUUID()}` });
  return logIn(anonymous, email);
}

async function joinCompany(
  anonymous: ApiClient,
  owner: TestCompany,
  role: Role,
): Promise<TestCompany> {
  const email = `${role}-${randomUUID()}@example.com`;
  const invited = await owner.api.post('/invitations', { email, role });
  await register(anonymous, {
    email,
    invitation_token: expectStatus(invited, 201).body.invitation_token,
  });
  return logIn(anonymous, email);
}

async function register(anonymous: ApiClient, fields: object): Promise<void> {
  const body = { password: TEST_PASSWORD, full_name: 'Robin Example', ...fields };
  expectStatus(await anonymous.post('/auth/register', body), 201);
}

async function logIn(anonymous: ApiClient, email: string): Promise<TestCompany> {
  const answer = await anonymous.post('/auth/login', { email, password: TEST_PASSWORD });
  const { body } = expectStatus(answer, 200);
  return {
    api: anonymous.as(body.access_token),
    companyId: body.user.company_id,
    userId: body.user.id,
    email,
    password: TEST_PASSWORD,
    accessToken: body.access_token,
    refreshToken: body.refresh_token,
  };
}

/** The answer, when it has the status; else a failure that shows the body. */
export function expectStatus(answer: ApiAnswer, status: number): ApiAnswer {
  if (answer.status !== status) {
    throw new Error(
      `Expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body).slice(0, 1000)}`,
    );
  }
  return answer;
}

async function rowCounts(database: Database): Promise<Readonly<Record<string, number>>> {
  const tables = await database.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM "${name}"`,
    );
    counts[name] = row?.count ?? 0;
  }
  return counts;
}

async function filesIn(dataDir: string): Promise<readonly string[]> {
  const entries = await readdir(join(dataDir, 'files'), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
