import { Logger } from '@nestjs/common';
import { ForbiddenError } from '../../common/errors';
import type { Actor, Role } from '../../common/http';
import { CLOSE_CODES, type Closing, closingOf } from './close-codes';
import type { Connection } from './connection';
import type { Credentials } from './credentials';

export interface Caller {
  readonly actor: Actor;
  /** When the credentials end by themselves; null when never. */
  readonly expiresAt: Date | null;
}

/** @throws AppError with status 401 or 403 when these credentials let nobody in. */
export type Authenticate = (credentials: Credentials | null) => Promise<Caller>;

/** What a connection was opened with, to be judged again later. */
export interface Request {
  readonly credentials: Credentials | null;
  readonly roles: readonly Role[];
}

/**
 * Who is connected. A connection stays only as long as its credentials and its role would let it in again:
 * they are judged anew at every heartbeat, so a deactivated account is out within one.
 */
export class Admission {
  private readonly log = new Logger(Admission.name);
  private readonly admitted = new Map<Connection, Request>();
  private readonly countByUser = new Map<string, number>();
  private isJudging = false;

  constructor(private readonly maxPerAccount: number) {}

  authenticate: Authenticate = () => Promise.reject(new Error('Nobody can be authenticated yet.'));

  get size(): number {
    return this.admitted.size;
  }

  connections(): Iterable<Connection> {
    return this.admitted.keys();
  }

  /** Who is calling, or how their connection has to end. @throws what is an outage, not a refusal */
  async judge({ credentials, roles }: Request): Promise<Caller | Closing> {
    try {
      const caller = await this.authenticate(credentials);
      if (!roles.includes(caller.actor.role)) {
        throw new ForbiddenError();
      }
      return caller;
    } catch (error) {
      const closing = closingOf(error);
      if (closing === null) {
        throw error;
      }
      return closing;
    }
  }

  /** False, and the connection is closed, when the account has too many already. */
  admit(connection: Connection, request: Request, { actor, expiresAt }: Caller): boolean {
    const { userId } = actor;
    const count = this.countByUser.get(userId) ?? 0;
    if (count >= this.maxPerAccount) {
      connection.close(CLOSE_CODES.tooManyConnections, 'too_many_connections');
      return false;
    }
    this.countByUser.set(userId, count + 1);
    this.admitted.set(connection, request);
    const expiry =
      expiresAt === null
        ? null
        : setTimeout(() => {
            connection.close(CLOSE_CODES.unauthenticated, 'token_expired');
          }, expiresAt.getTime() - Date.now());
    connection.onClose(() => {
      if (expiry !== null) {
        clearTimeout(expiry);
      }
      this.leave(connection, userId);
    });
    return true;
  }

  /** Drops dead peers and those who may no longer be here. */
  async beat(): Promise<void> {
    for (const connection of this.admitted.keys()) {
      connection.beat();
    }
    if (this.isJudging) {
      return;
    }
    this.isJudging = true;
    try {
      await this.judgeAll();
    } catch (error) {
      this.log.warn({ err: error }, 'connections not judged, tried again at the next heartbeat');
    } finally {
      this.isJudging = false;
    }
  }

  private leave(connection: Connection, userId: string): void {
    this.admitted.delete(connection);
    const left = (this.countByUser.get(userId) ?? 1) - 1;
    if (left === 0) {
      this.countByUser.delete(userId);
    } else {
      this.countByUser.set(userId, left);
    }
  }

  /** One after the other, equal ones once: many connections must not become a burst of queries. */
  private async judgeAll(): Promise<void> {
    const judged = new Map<string, Caller | Closing>();
    for (const [connection, request] of this.admitted) {
      const key = [request.credentials?.secret, ...request.roles].join(' ');
      const verdict = judged.get(key) ?? (await this.judge(request));
      judged.set(key, verdict);
      if ('reason' in verdict) {
        connection.close(verdict.code, verdict.reason);
      } else {
        connection.actor = verdict.actor;
      }
    }
  }
}
