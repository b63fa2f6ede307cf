import { Module } from '@nestjs/common';
import { ConfigModule } from './config';
import { ConnectionDrain } from './connection-drain';
import { AnalyticsModule } from './modules/analytics';
import { AuditModule } from './modules/audit';
import { AuthModule } from './modules/auth';
import { CandidatesModule } from './modules/candidates';
import { CareersModule } from './modules/careers';
import { CollaborationModule } from './modules/collaboration';
import { ChatModule } from './modules/chat';
import { IdempotencyModule } from './modules/idempotency';
import { InsightsModule } from './modules/insights';
import { IntakeModule } from './modules/intake';
import { InterviewsModule } from './modules/interviews';
import { JobsModule } from './modules/jobs';
import { MatchingModule } from './modules/matching';
import { NotificationsModule } from './modules/notifications';
import { ResumesModule } from './modules/resumes';
import { SearchModule } from './modules/search';
import { TasksModule } from './modules/tasks';
import { TransfersModule } from './modules/transfers';
import { UsersModule } from './modules/users';
import { BreakersModule } from './platform/breakers';
import { CacheModule } from './platform/cache';
import { WebhooksModule } from './modules/webhooks';
import { DatabaseModule } from './platform/database';
import { EmbeddingsModule } from './platform/embeddings';
import { EventsModule } from './platform/events';
import { HealthModule } from './platform/health';
import { LlmModule } from './platform/llm';
import { LoggingModule } from './platform/logging';
import { MailModule } from './platform/mail';
import { MetricsModule } from './platform/metrics';
import { QueueModule } from './platform/queue';
import { SecretsModule } from './platform/secrets';
import { RealtimeModule } from './platform/realtime';
import { StorageModule } from './platform/storage';
import { TracingModule } from './platform/tracing';

/** Everything that the API and the workers share. */
@Module({
  imports: [
    ConfigModule,
    LoggingModule,
    MetricsModule,
    TracingModule,
    SecretsModule,
    BreakersModule,
    DatabaseModule,
    CacheModule,
    EventsModule,
    QueueModule,
    EmbeddingsModule,
    StorageModule,
    LlmModule,
    MailModule,
    RealtimeModule,
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
    CareersModule,
    CollaborationModule,
    InsightsModule,
    InterviewsModule,
    ChatModule,
    NotificationsModule,
    AnalyticsModule,
    TransfersModule,
    WebhooksModule,
    AuditModule,
  ],
  providers: [ConnectionDrain],
})
export class AppModule {}
