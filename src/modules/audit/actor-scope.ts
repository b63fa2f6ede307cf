import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Observable } from 'rxjs';
import type { Actor } from '../../common/http';

/** Who makes the request that runs, so that events need not name them: most are about ids only. */
@Injectable()
export class ActorScope implements NestInterceptor {
  private readonly current = new AsyncLocalStorage<Actor>();

  /** Null outside of a request, and in one without a login. */
  get userId(): string | null {
    return this.current.getStore()?.userId ?? null;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { user } = context.switchToHttp().getRequest<{ user?: Actor }>();
    if (user === undefined) {
      return next.handle();
    }
    return new Observable((subscriber) =>
      this.current.run(user, () => next.handle().subscribe(subscriber)),
    );
  }
}
