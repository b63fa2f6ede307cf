export { AccessTokenService } from './access/access-token.service';
export { SessionOnly } from './access/session-only';
export { AuthModule } from './auth.module';
