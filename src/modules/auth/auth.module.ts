import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtService } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { ThrottlerModule } from '@nestjs/throttler';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ENV } from '../../config';
import { SIGNING_KEY } from '../../platform/secrets';
import { CompaniesModule } from '../companies';
import { UsersModule } from '../users';
import { AccessTokenService, accessTokenKey } from './access/access-token.service';
import { attemptLimits } from './access/attempts.guard';
import { JwtAuthGuard } from './access/jwt-auth.guard';
import { JwtStrategy } from './access/jwt.strategy';
import { RolesGuard } from './access/roles.guard';
import { SocketAccess } from './access/socket-access';
import { ApiKeyEntity } from './api-keys/api-key.entity';
import { ApiKeysController } from './api-keys/api-keys.controller';
import { ApiKeysRepository } from './api-keys/api-keys.repository';
import { ApiKeysService } from './api-keys/api-keys.service';
import { AuthController } from './auth.controller';
import { AuthService } from './auth.service';
import { InvitationEntity } from './invitations/invitation.entity';
import { InvitationsController } from './invitations/invitations.controller';
import { InvitationsRepository } from './invitations/invitations.repository';
import { InvitationsService } from './invitations/invitations.service';
import { PasswordHasher } from './password-hasher';
import { PasswordResetsController } from './password-resets/password-resets.controller';
import { PasswordResetsRepository } from './password-resets/password-resets.repository';
import { PasswordResetsService } from './password-resets/password-resets.service';
import { RegistrationService } from './registration.service';
import { RefreshTokenEntity } from './sessions/refresh-token.entity';
import { RefreshTokensRepository } from './sessions/refresh-tokens.repository';
import { SessionsService } from './sessions/sessions.service';

/** Registration, sessions, invitations and API keys; importing it guards every route of the process. */
@Module({
  imports: [
    TypeOrmModule.forFeature([RefreshTokenEntity, InvitationEntity, ApiKeyEntity]),
    PassportModule,
    ThrottlerModule.forRootAsync({ inject: [ENV], useFactory: attemptLimits }),
    CompaniesModule,
    UsersModule,
  ],
  controllers: [AuthController, PasswordResetsController, InvitationsController, ApiKeysController],
  providers: [
    {
      provide: JwtService,
      inject: [SIGNING_KEY],
      useFactory: (signingKey: string) => new JwtService({ secret: accessTokenKey(signingKey) }),
    },
    AccessTokenService,
    JwtStrategy,
    SocketAccess,
    PasswordHasher,
    RefreshTokensRepository,
    SessionsService,
    InvitationsRepository,
    InvitationsService,
    ApiKeysRepository,
    ApiKeysService,
    PasswordResetsRepository,
    PasswordResetsService,
    RegistrationService,
    AuthService,
    // In this order: who it is, then what they may.
    { provide: APP_GUARD, useClass: JwtAuthGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
  ],
  exports: [AccessTokenService],
})
export class AuthModule {}
