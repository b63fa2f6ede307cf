import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { Request, Response } from 'express';
import { type Actor, PUBLIC_ROUTE } from '../../../common/http';
import { ApiKeysService } from '../api-keys/api-keys.service';
import { ApiKeyNotAllowedError, MissingTokenError, UnauthenticatedError } from '../auth.errors';
import { refusalOfToken } from './access-token.service';
import { SESSION_ONLY } from './session-only';

const API_KEY_HEADER = 'x-api-key';

/** Global: every route that is not `@Public` needs a bearer token or an API key. */
@Injectable()
export class JwtAuthGuard extends AuthGuard('jwt') {
  constructor(
    private readonly reflector: Reflector,
    private readonly apiKeys: ApiKeysService,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.isMarked(context, PUBLIC_ROUTE)) {
      return true;
    }
    try {
      await this.authenticate(context);
      return true;
    } catch (error) {
      if (error instanceof UnauthenticatedError) {
        const response = context.switchToHttp().getResponse<Response>();
        response.setHeader('WWW-Authenticate', error.challenge);
      }
      throw error;
    }
  }

  /** What passport calls with the outcome; an outage stays an outage. */
  override handleRequest<User = Actor>(
    error: unknown,
    user: User | false | undefined,
    info: unknown,
  ): User {
    if (error !== null && error !== undefined) {
      throw error instanceof Error ? error : new Error('Authentication failed.', { cause: error });
    }
    if (user === undefined || user === false) {
      throw refusalOfToken(info) ?? new MissingTokenError();
    }
    return user;
  }

  private async authenticate(context: ExecutionContext): Promise<void> {
    const request = context.switchToHttp().getRequest<Request & { user?: Actor }>();
    const key = request.headers[API_KEY_HEADER];
    if (request.headers.authorization !== undefined || typeof key !== 'string') {
      await super.canActivate(context);
      return;
    }
    if (this.isMarked(context, SESSION_ONLY)) {
      throw new ApiKeyNotAllowedError();
    }
    request.user = await this.apiKeys.authenticate(key, request.method);
  }

  private isMarked(context: ExecutionContext, mark: string): boolean {
    const marked = this.reflector.getAllAndOverride<boolean | undefined>(mark, [
      context.getHandler(),
      context.getClass(),
    ]);
    return marked === true;
  }
}
