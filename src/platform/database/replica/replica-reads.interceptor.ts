import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Database } from '../database';

/** For controllers that only read: their handlers read from the replica while it is up to date. */
@Injectable()
export class ReplicaReads implements NestInterceptor {
  constructor(private readonly database: Database) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    // A promise: what stands around this interceptor goes on outside of the replica.
    return from(this.database.reading(() => lastValueFrom(next.handle())));
  }
}
