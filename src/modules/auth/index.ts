export { AccessTokenService } from './access/access-token.service';
export { AuthModule } from './auth.module';
