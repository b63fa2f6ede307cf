import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { UnauthenticatedError } from '../auth.errors';

/** Adds the header that every 401 needs where a service, not the guard, refuses. */
@Injectable()
export class ChallengeInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      tap({
        error: (error: unknown) => {
          if (error instanceof UnauthenticatedError) {
            const response = context.switchToHttp().getResponse<Response>();
            response.setHeader('WWW-Authenticate', error.challenge);
          }
        },
      }),
    );
  }
}
