import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { catchError, from, mergeMap, type Observable, of, throwError } from 'rxjs';
import type { Actor } from '../../common/http';
import { fingerprintOf } from './domain/request-fingerprint';
import { IDEMPOTENCY_HEADER, REPLAYED_HEADER } from './idempotency-header';
import { InvalidIdempotencyKeyError } from './idempotency.errors';
import { type HeldKey, IdempotencyService } from './idempotency.service';

const VALID_KEY = /^[\x20-\x7e]{1,255}$/;

type AuthenticatedRequest = Request & { readonly user?: Actor };

/**
 * Global: every POST of a logged-in caller takes an `Idempotency-Key`. A route with files names it once
 * more, after the interceptor that reads them, since only then there is something to compare.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly service: IdempotencyService) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const key = request.method === 'POST' ? request.get(IDEMPOTENCY_HEADER) : undefined;
    if (key === undefined || request.user === undefined || isUnread(request)) {
      return next.handle();
    }
    if (!VALID_KEY.test(key)) {
      throw new InvalidIdempotencyKeyError();
    }
    const { userId, companyId } = request.user;
    const fingerprint = await fingerprintOf({
      userId,
      url: request.originalUrl,
      body: request.body as unknown,
      files: filesOf(request),
    });
    const begun = await this.service.begin(companyId, key, fingerprint);
    const response = context.switchToHttp().getResponse<Response>();
    if ('claim' in begun) {
      return this.answered(begun, next, response);
    }
    response.status(begun.status).setHeader(REPLAYED_HEADER, 'true');
    return of(begun.body === '' ? undefined : (JSON.parse(begun.body) as unknown));
  }

  private answered(held: HeldKey, next: CallHandler, response: Response): Observable<unknown> {
    return next.handle().pipe(
      mergeMap(async (body: unknown) => {
        if (body instanceof StreamableFile) {
          await this.service.release(held);
          return body;
        }
        const { statusCode: status } = response;
        await this.service.keep(held, { status, body: jsonOf(body) });
        return body;
      }),
      catchError((error: unknown) =>
        from(this.service.release(held)).pipe(mergeMap(() => throwError(() => error))),
      ),
    );
  }
}

function jsonOf(body: unknown): string {
  return body === undefined ? '' : JSON.stringify(body);
}

/** A multipart body has no fields before its route reads it. */
function isUnread(request: Request): boolean {
  return request.is('multipart/form-data') !== false && request.body === undefined;
}

function filesOf({ file, files }: Request): readonly Express.Multer.File[] {
  if (file !== undefined) {
    return [file];
  }
  return Array.isArray(files) ? files : Object.values(files ?? {}).flat();
}
