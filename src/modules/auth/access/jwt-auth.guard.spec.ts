import { Reflector } from '@nestjs/core';
import { JsonWebTokenError, TokenExpiredError as ExpiredSignatureError } from '@nestjs/jwt';
import type { Actor } from '../../../common/http';
import type { ApiKeysService } from '../api-keys/api-keys.service';
import { InvalidTokenError, MissingTokenError, TokenExpiredError } from '../auth.errors';
import { JwtAuthGuard } from './jwt-auth.guard';

const ACTOR: Actor = { userId: 'user', companyId: 'company', role: 'recruiter', isOwner: false };

describe('JwtAuthGuard', () => {
  // Passport's outcome is judged without any key.
  const guard = new JwtAuthGuard(new Reflector(), {} as ApiKeysService);

  const judge = (outcome: { error?: unknown; user?: Actor | false; info?: unknown }): Actor =>
    guard.handleRequest(outcome.error, outcome.user, outcome.info);

  it('takes the actor that the strategy found', () => {
    expect(judge({ user: ACTOR })).toBe(ACTOR);
  });

  it('tells a missing, a bad and an expired token apart', () => {
    const refusals = [
      [new Error('No auth token'), MissingTokenError],
      [new JsonWebTokenError('invalid signature'), InvalidTokenError],
      [new ExpiredSignatureError('jwt expired', new Date()), TokenExpiredError],
    ] as const;
    for (const [info, refusal] of refusals) {
      expect(() => judge({ user: false, info })).toThrow(refusal);
    }
  });

  it('does not turn an outage into a refusal', () => {
    const outage = new Error('connection refused');
    expect(() => judge({ error: outage })).toThrow(outage);
    expect(() => judge({ error: 'broken' })).toThrow('Authentication failed');
  });
});
