import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RealtimeServer } from '../../../platform/realtime';
import { ApiKeysService } from '../api-keys/api-keys.service';
import { MissingTokenError } from '../auth.errors';
import { AccessTokenService } from './access-token.service';

/** Lets the callers of the HTTP API open WebSockets too, by the same tokens and keys. */
@Injectable()
export class SocketAccess implements OnModuleInit {
  constructor(
    private readonly realtime: RealtimeServer,
    private readonly accessTokens: AccessTokenService,
    private readonly apiKeys: ApiKeysService,
  ) {}

  onModuleInit(): void {
    this.realtime.authenticateWith(async (credentials) => {
      switch (credentials?.kind) {
        case undefined:
          throw new MissingTokenError();
        case 'access_token':
          return this.accessTokens.verify(credentials.secret);
        case 'api_key':
          // Opening a WebSocket is a GET: watching needs no more than reading does.
          return {
            actor: await this.apiKeys.authenticate(credentials.secret, 'GET'),
            expiresAt: null,
          };
      }
    });
  }
}
