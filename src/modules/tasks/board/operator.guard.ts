import { type ExecutionContext, Inject, Injectable, NotFoundException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerLimitDetail,
  ThrottlerStorage,
} from '@nestjs/throttler';
import type { Request, Response } from 'express';
import { isSecret } from '../../../common/http';
import { ENV, type Env } from '../../../config';
import { OperatorPasswordError, TooManyOperatorRequestsError } from './queue-board.errors';

const WINDOW_MS = 60_000;

/** As with logins: those of a page that asks again every few seconds, in several windows, fit in. */
const ADDRESS_FACTOR = 10;

/**
 * Lets in the operator of the server, by HTTP Basic since a browser has to ask. Nobody of a company is one,
 * whatever their role. Without OPERATOR_PASSWORD the route is none; requests are counted by address before any
 * password is looked at.
 */
@Injectable()
export class OperatorGuard extends ThrottlerGuard {
  constructor(
    @Inject(ENV) private readonly env: Env,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
  ) {
    const limit = env.LOGIN_ATTEMPTS_PER_MINUTE * ADDRESS_FACTOR;
    super(
      { setHeaders: false, throttlers: [{ name: 'operator', ttl: WINDOW_MS, limit }] },
      storage,
      reflector,
    );
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const password = this.env.OPERATOR_PASSWORD;
    if (password === '') {
      // What the framework says of a path that nothing serves.
      throw new NotFoundException(`Cannot ${request.method} ${request.path}`);
    }
    await super.canActivate(context);
    if (!isSecret(request.headers.authorization ?? '', basicAuthorization(password))) {
      const response = context.switchToHttp().getResponse<Response>();
      response.setHeader('WWW-Authenticate', 'Basic realm="Shortlist operator", charset="UTF-8"');
      throw new OperatorPasswordError();
    }
    return true;
  }

  protected override throwThrottlingException(
    _context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    throw new TooManyOperatorRequestsError(Math.max(1, timeToBlockExpire));
  }
}

function basicAuthorization(password: string): string {
  return `Basic ${Buffer.from(`operator:${password}`).toString('base64')}`;
}
