import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Actor } from '../../../common/http';
import { SIGNING_KEY } from '../../../platform/secrets';
import {
  AccessTokenService,
  accessTokenKey,
  ALGORITHM,
  AUDIENCE,
  ISSUER,
} from './access-token.service';

/** Checks the bearer token of a request; `AccessTokenService` decides whom it stands for. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    @Inject(SIGNING_KEY) signingKey: string,
    private readonly accessTokens: AccessTokenService,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // Handed on to jsonwebtoken as it is, which its type does not say.
      secretOrKey: accessTokenKey(signingKey) as unknown as Buffer,
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
    });
  }

  validate(claims: unknown): Promise<Actor> {
    return this.accessTokens.actorOfClaims(claims);
  }
}
