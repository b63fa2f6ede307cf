import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerLimitDetail,
  ThrottlerStorage,
} from '@nestjs/throttler';
import { ENV, type Env } from '../../config';
import { TooManyApplicationsError } from './careers.errors';

const WINDOW_MS = 60_000;

/** How many applications one address may send; the keys that it stores are hashes. */
@Injectable()
export class ApplicationLimitGuard extends ThrottlerGuard {
  constructor(
    @Inject(ENV) env: Env,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
  ) {
    const limit = env.APPLICATIONS_PER_MINUTE;
    const throttlers = [{ name: 'applications', ttl: WINDOW_MS, limit }];
    super({ setHeaders: false, throttlers }, storage, reflector);
  }

  protected override throwThrottlingException(
    _context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    throw new TooManyApplicationsError(Math.max(1, timeToBlockExpire));
  }
}
