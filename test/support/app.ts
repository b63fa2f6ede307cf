import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { setUpApp } from '../../src/app.setup';
import { ENV, type Env, parseEnv } from '../../src/config';
import { WorkerModule } from '../../src/worker.module';
import { ApiClient } from './api-client';
import { createServerDatabase } from './server-mode';

export interface TestApp {
  readonly app: NestExpressApplication;
  readonly env: Env;
  readonly url: string;
  /** Calls without a login. */
  readonly anonymous: ApiClient;
  /** A new company and its owner, logged in. */
  readonly newCompany: (role?: string) => Promise<TestCompany>;
  readonly stop: () => Promise<void>;
}

export interface TestCompany {
  readonly api: ApiClient;
  readonly companyId: string;
  readonly userId: string;
  readonly email: string;
  readonly password: string;
}

export const TEST_PASSWORD = 'correct horse battery';

/**
 * The whole application with its workers, listening on a free port. Embedded on an empty data
 * directory; on a database of its own when TEST_DATABASE_URL and TEST_REDIS_URL name real servers.
 */
export async function startTestApp(overrides: NodeJS.ProcessEnv = {}): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shortlist-test-'));
  const server = await createServerDatabase();
  const env = parseEnv({
    ENVIRONMENT: 'test',
    LOG_LEVEL: 'error',
    DATA_DIR: dataDir,
    PORT: '0',
    EMBEDDING_THREADS: '1',
    PARSER_THREADS: '1',
    LOGIN_ATTEMPTS_PER_MINUTE: '1000',
    ...server?.variables,
    ...overrides,
  });
  const module = await Test.createTestingModule({ imports: [WorkerModule] })
    .overrideProvider(ENV)
    .useValue(env)
    .compile();
  const app = module.createNestApplication<NestExpressApplication>({ logger: ['error', 'warn'] });
  setUpApp(app, env);
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const anonymous = new ApiClient(url);
  return {
    app,
    env,
    url,
    anonymous,
    newCompany: (role) => newCompany(anonymous, role),
    stop: async () => {
      await app.close();
      await server?.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function newCompany(anonymous: ApiClient, role = 'recruiter'): Promise<TestCompany> {
  const email = `owner-${randomUUID()}@example.com`;
  const registered = await anonymous.post('/auth/register', {
    email,
    password: TEST_PASSWORD,
    full_name: 'Robin Example',
    role,
    company_name: `Company ${randomUUID()}`,
  });
  if (registered.status !== 201) {
    throw new Error(`register answered ${registered.status}: ${JSON.stringify(registered.body)}`);
  }
  const { body } = await anonymous.post('/auth/login', { email, password: TEST_PASSWORD });
  return {
    api: anonymous.as(body.access_token),
    companyId: body.user.company_id,
    userId: body.user.id,
    email,
    password: TEST_PASSWORD,
  };
}
