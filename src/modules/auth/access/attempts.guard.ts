import { type ExecutionContext, Injectable } from '@nestjs/common';
import {
  ThrottlerGuard,
  type ThrottlerLimitDetail,
  type ThrottlerModuleOptions,
} from '@nestjs/throttler';
import type { Request } from 'express';
import type { Actor } from '../../../common/http';
import type { Env } from '../../../config';
import { TooManyAttemptsError } from '../auth.errors';
import { normalizeEmail } from '../domain/email-address';

const WINDOW_MS = 60_000;

/** One office behind one address has many people. */
const ADDRESS_FACTOR = 10;

/** Both limits count every attempt, right or wrong, before any password is looked at. */
export function attemptLimits(env: Env): ThrottlerModuleOptions {
  return {
    setHeaders: false,
    throttlers: [
      {
        name: 'account',
        ttl: WINDOW_MS,
        limit: env.LOGIN_ATTEMPTS_PER_MINUTE,
        skipIf: (context) => accountOf(context) === null,
        getTracker: (_request, context) => accountOf(context) ?? '',
      },
      {
        name: 'address',
        ttl: WINDOW_MS,
        limit: env.LOGIN_ATTEMPTS_PER_MINUTE * ADDRESS_FACTOR,
      },
    ],
  };
}

/** On routes that check a password; the keys it stores are hashes. */
@Injectable()
export class AttemptsGuard extends ThrottlerGuard {
  protected override throwThrottlingException(
    _context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    throw new TooManyAttemptsError(Math.max(1, timeToBlockExpire));
  }
}

/** Guards run before validation: the body can be anything. */
function accountOf(context: ExecutionContext): string | null {
  const request = context.switchToHttp().getRequest<Request & { user?: Actor }>();
  if (request.user !== undefined) {
    return request.user.userId;
  }
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || !('email' in body)) {
    return null;
  }
  return typeof body.email === 'string' ? normalizeEmail(body.email) : null;
}
