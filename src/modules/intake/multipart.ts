import { rm } from 'node:fs/promises';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  Logger,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import { finalize, type Observable } from 'rxjs';

/** Removes the files that multer put on the disk, once the request has been answered. */
@Injectable()
export class DiscardIncoming implements NestInterceptor {
  private readonly log = new Logger(DiscardIncoming.name);

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { files } = context.switchToHttp().getRequest<Request>();
    return next.handle().pipe(
      finalize(() => {
        for (const file of Array.isArray(files) ? files : []) {
          rm(file.path, { force: true }).catch((error: unknown) => {
            this.log.warn({ err: error }, 'incoming file not removed');
          });
        }
      }),
    );
  }
}
