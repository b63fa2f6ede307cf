import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { ActorScope } from './actor-scope';
import { AuditListener } from './audit-listener';
import { AuditController } from './audit.controller';
import { AuditRepository } from './audit.repository';

@Module({
  controllers: [AuditController],
  providers: [
    ActorScope,
    { provide: APP_INTERCEPTOR, useExisting: ActorScope },
    AuditRepository,
    AuditListener,
  ],
})
export class AuditModule {}
