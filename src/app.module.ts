import { Module } from '@nestjs/common';
import { ConfigModule } from './config';
import { ConnectionDrain } from './connection-drain';
import { AuthModule } from './modules/auth';
import { CandidatesModule } from './modules/candidates';
import { IdempotencyModule } from './modules/idempotency';
import { IntakeModule } from './modules/intake';
import { JobsModule } from './modules/jobs';
import { MatchingModule } from './modules/matching';
import { ResumesModule } from './modules/resumes';
import { SearchModule } from './modules/search';
import { TasksModule } from './modules/tasks';
import { UsersModule } from './modules/users';
import { DatabaseModule } from './platform/database';
import { EmbeddingsModule } from './platform/embeddings';
import { EventsModule } from './platform/events';
import { HealthModule } from './platform/health';
import { LoggingModule } from './platform/logging';
import { QueueModule } from './platform/queue';
import { StorageModule } from './platform/storage';

/** Everything that the API and the workers share. */
@Module({
  imports: [
    ConfigModule,
    LoggingModule,
    DatabaseModule,
    EventsModule,
    QueueModule,
    EmbeddingsModule,
    StorageModule,
    HealthModule,
    AuthModule,
    IdempotencyModule,
    UsersModule,
    TasksModule,
    JobsModule,
    CandidatesModule,
    ResumesModule,
    MatchingModule,
    SearchModule,
    IntakeModule,
  ],
  providers: [ConnectionDrain],
})
export class AppModule {}
