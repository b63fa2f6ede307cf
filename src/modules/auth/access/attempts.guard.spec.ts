import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { Controller, type INestApplication, Post, UseGuards } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { ThrottlerModule } from '@nestjs/throttler';
import { ProblemFilter } from '../../../common/errors';
import { parseEnv } from '../../../config';
import { AttemptsGuard, attemptLimits } from './attempts.guard';

const LIMIT = 2;

@Controller()
class LoginController {
  @Post()
  @UseGuards(AttemptsGuard)
  logIn(): string {
    return 'checked';
  }
}

describe('AttemptsGuard', () => {
  let app: INestApplication<Server>;
  let url: string;

  beforeEach(async () => {
    const env = parseEnv({ LOGIN_ATTEMPTS_PER_MINUTE: String(LIMIT) });
    const module = await Test.createTestingModule({
      imports: [ThrottlerModule.forRoot(attemptLimits(env))],
      controllers: [LoginController],
    }).compile();
    app = module.createNestApplication();
    app.useGlobalFilters(new ProblemFilter());
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    url = `http://127.0.0.1:${port}`;
  });

  afterEach(async () => {
    await app.close();
  });

  const attempt = (body: unknown): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const statuses = async (bodies: readonly unknown[]): Promise<number[]> => {
    const found: number[] = [];
    for (const body of bodies) {
      found.push((await attempt(body)).status);
    }
    return found;
  };

  it('stops an account after its attempts, however its e-mail is written, and no other account', async () => {
    const spellings = ['mira@people.example', ' MIRA@people.example', 'Mira@People.Example '];
    const tries = spellings.map((email) => ({ email }));
    await expect(statuses(tries)).resolves.toEqual([201, 201, 429]);
    await expect(statuses([{ email: 'theo@people.example' }])).resolves.toEqual([201]);
  });

  it('tells when to come back', async () => {
    const body = { email: 'mira@people.example' };
    await statuses([body, body]);
    const refused = await attempt(body);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    await expect(refused.json()).resolves.toMatchObject({
      status: 429,
      code: 'too_many_requests',
      retry_after: seconds,
    });
  });

  it('stops an address after ten times as many, whatever accounts it tries', async () => {
    const bodies = Array.from({ length: 10 * LIMIT + 1 }, (_, index) => ({
      email: `person-${index}@people.example`,
    }));
    const found = await statuses(bodies);
    expect(found.slice(0, -1)).toEqual(Array.from({ length: 10 * LIMIT }, () => 201));
    expect(found.at(-1)).toBe(429);
  });

  it.each([{}, { email: 7 }, []])('counts %j for the address alone', async (body) => {
    await expect(statuses([body, body, body])).resolves.toEqual([201, 201, 201]);
  });
});
