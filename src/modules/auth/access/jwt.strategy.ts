import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { Actor } from '../../../common/http';
import { SIGNING_KEY } from '../../../platform/secrets';
import { AccessTokenService, ALGORITHM, AUDIENCE, ISSUER } from './access-token.service';

/** Checks the bearer token of a request; `AccessTokenService` decides whom it stands for. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    @Inject(SIGNING_KEY) signingKey: string,
    private readonly accessTokens: AccessTokenService,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKey: signingKey,
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
    });
  }

  validate(claims: unknown): Promise<Actor> {
    return this.accessTokens.actorOfClaims(claims);
  }
}
