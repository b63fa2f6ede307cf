import { createSecretKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  JsonWebTokenError,
  JwtService,
  TokenExpiredError as ExpiredSignatureError,
} from '@nestjs/jwt';
import type { Actor } from '../../../common/http';
import { ENV, type Env } from '../../../config';
import { type User, UsersService } from '../../users';
import { InvalidTokenError, TokenExpiredError, type UnauthenticatedError } from '../auth.errors';
import { actorOf } from '../domain/actor-of';

/** How tokens are signed and checked, here and in the passport strategy. */
export const ALGORITHM = 'HS256';
export const ISSUER = 'shortlist';
export const AUDIENCE = 'shortlist-api';

/** Made once: of a string, jsonwebtoken tries to read a public key at every check, which takes longer than the check. */
export const accessTokenKey = (signingKey: string): KeyObject =>
  createSecretKey(signingKey, 'utf8');

const SECONDS_PER_MINUTE = 60;
const MS_PER_SECOND = 1000;

export interface AccessToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** The token names the user and the version of their sessions; everything else is read anew each time. */
interface Claims {
  readonly sub: string;
  readonly sv: number;
}

/** Signs access tokens and turns them back into who is calling. */
@Injectable()
export class AccessTokenService {
  constructor(
    private readonly jwt: JwtService,
    private readonly users: UsersService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async sign(user: Pick<User, 'id' | 'sessionVersion'>): Promise<AccessToken> {
    const expiresInSeconds = this.env.ACCESS_TOKEN_EXPIRE_MINUTES * SECONDS_PER_MINUTE;
    const claims: Claims = { sub: user.id, sv: user.sessionVersion };
    const token = await this.jwt.signAsync(claims, {
      algorithm: ALGORITHM,
      issuer: ISSUER,
      audience: AUDIENCE,
      expiresIn: expiresInSeconds,
    });
    return { token, expiresInSeconds };
  }

  /** For connections that guards do not see. @throws InvalidTokenError, TokenExpiredError */
  async verify(token: string): Promise<{ readonly actor: Actor; readonly expiresAt: Date }> {
    let claims: { readonly exp: number };
    try {
      claims = await this.jwt.verifyAsync<{ readonly exp: number }>(token, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
      });
    } catch (error) {
      throw refusalOfToken(error) ?? error;
    }
    const expiresAt = new Date(claims.exp * MS_PER_SECOND);
    return { actor: await this.actorOfClaims(claims), expiresAt };
  }

  /**
   * Who the claims of a checked token speak for. Reads the user each time, so that a deactivated
   * person, a new role or a changed password counts at once.
   *
   * @throws InvalidTokenError
   */
  async actorOfClaims(claims: unknown): Promise<Actor> {
    if (!isClaims(claims)) {
      throw new InvalidTokenError();
    }
    const user = await this.users.findById(claims.sub);
    if (user?.isActive !== true || user.sessionVersion !== claims.sv) {
      throw new InvalidTokenError();
    }
    return actorOf(user);
  }
}

/** The refusal that a failed signature check stands for; null when something else failed. */
export function refusalOfToken(error: unknown): UnauthenticatedError | null {
  if (error instanceof ExpiredSignatureError) {
    return new TokenExpiredError({ cause: error });
  }
  return error instanceof JsonWebTokenError ? new InvalidTokenError({ cause: error }) : null;
}

function isClaims(claims: unknown): claims is Claims {
  return (
    typeof claims === 'object' &&
    claims !== null &&
    'sub' in claims &&
    typeof claims.sub === 'string' &&
    'sv' in claims &&
    typeof claims.sv === 'number'
  );
}
