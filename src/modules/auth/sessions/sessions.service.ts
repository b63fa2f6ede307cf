import { randomUUID } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { ENV, type Env } from '../../../config';
import { Database } from '../../../platform/database';
import { type User, UsersService } from '../../users';
import { AccessTokenService } from '../access/access-token.service';
import {
  InvalidRefreshTokenError,
  RefreshTokenExpiredError,
  RefreshTokenReusedError,
  type UnauthenticatedError,
} from '../auth.errors';
import { hashOpaqueToken, newOpaqueToken } from '../opaque-token';
import { RefreshTokensRepository } from './refresh-tokens.repository';

const TOKEN_PREFIX = 'slr_';
const MS_PER_DAY = 24 * 60 * 60 * 1000;

export interface TokenPair {
  readonly accessToken: string;
  readonly expiresInSeconds: number;
  readonly refreshToken: string;
}

/**
 * A session is a family of refresh tokens of which one is unspent. A spent one that comes back was
 * copied: then nobody can tell the thief from the owner, and the family ends.
 */
@Injectable()
export class SessionsService {
  private readonly log = new Logger(SessionsService.name);

  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly tokens: RefreshTokensRepository,
    private readonly users: UsersService,
    private readonly accessTokens: AccessTokenService,
  ) {}

  async open(user: User): Promise<TokenPair> {
    const now = new Date();
    // A family is kept until the youngest token it can have has expired as well.
    await this.tokens.deleteExpired(user.id, new Date(now.getTime() - this.lifeMs()));
    return this.issue(user, randomUUID(), now);
  }

  /** @throws InvalidRefreshTokenError, RefreshTokenExpiredError, RefreshTokenReusedError */
  async rotate(refreshToken: string): Promise<TokenPair> {
    const now = new Date();
    const tokenHash = hashOpaqueToken(refreshToken);
    const pair = await this.database.transaction(async () => {
      const spent = await this.tokens.spend(tokenHash, now);
      if (spent === null) {
        return null;
      }
      const user = await this.users.findById(spent.userId);
      if (user?.isActive !== true || user.sessionVersion !== spent.sessionVersion) {
        throw new InvalidRefreshTokenError();
      }
      return this.issue(user, spent.familyId, now);
    });
    if (pair === null) {
      // After the transaction, so that the revocation stays although the request fails.
      throw await this.refuse(tokenHash, now);
    }
    return pair;
  }

  /** Ends the session of this token; an unknown token has none. */
  async end(refreshToken: string): Promise<void> {
    await this.tokens.revokeFamilyOf(hashOpaqueToken(refreshToken), new Date());
  }

  private async issue(user: User, familyId: string, now: Date): Promise<TokenPair> {
    const refreshToken = newOpaqueToken(TOKEN_PREFIX);
    await this.tokens.insert({
      id: randomUUID(),
      userId: user.id,
      familyId,
      tokenHash: hashOpaqueToken(refreshToken),
      sessionVersion: user.sessionVersion,
      expiresAt: new Date(now.getTime() + this.lifeMs()),
      usedAt: null,
      revokedAt: null,
      createdAt: now,
    });
    const access = await this.accessTokens.sign(user);
    return {
      accessToken: access.token,
      expiresInSeconds: access.expiresInSeconds,
      refreshToken,
    };
  }

  private async refuse(tokenHash: string, now: Date): Promise<UnauthenticatedError> {
    const token = await this.tokens.find(tokenHash);
    if (token === null) {
      return new InvalidRefreshTokenError();
    }
    if (token.usedAt !== null) {
      await this.tokens.revokeFamilyOf(tokenHash, now);
      this.log.warn(
        { userId: token.userId, familyId: token.familyId },
        'spent refresh token used again, session ended',
      );
      return new RefreshTokenReusedError();
    }
    return token.revokedAt === null && token.expiresAt <= now
      ? new RefreshTokenExpiredError()
      : new InvalidRefreshTokenError();
  }

  private lifeMs(): number {
    return this.env.REFRESH_TOKEN_EXPIRE_DAYS * MS_PER_DAY;
  }
}
