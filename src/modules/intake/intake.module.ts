import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { ENV, type Env } from '../../config';
import { IdempotencyModule } from '../idempotency';
import { CandidatesModule } from '../candidates';
import { JobsModule } from '../jobs';
import { MatchingModule } from '../matching';
import { ResumesModule } from '../resumes';
import { TasksModule } from '../tasks';
import { UsersModule } from '../users';
import { BatchSockets } from './live/batch-sockets';
import { BulkIntakeController } from './bulk-intake.controller';
import { BulkIntakeService } from './bulk-intake.service';
import { IntakeController } from './intake.controller';
import { IntakeProcessor } from './intake.processor';
import { IntakeService } from './intake.service';
import { ReprocessService } from './reprocess.service';
import { UploadRetention } from './upload-retention';
import { UploadSources } from './upload-sources';
import { UploadsRepository } from './uploads.repository';

const MAX_TEXT_FIELDS = 10;
const MAX_TEXT_FIELD_BYTES = 10_000;

@Module({
  imports: [CandidatesModule, JobsModule, MatchingModule, ResumesModule, TasksModule, UsersModule],
  providers: [
    UploadsRepository,
    IntakeService,
    BulkIntakeService,
    ReprocessService,
    IntakeProcessor,
    UploadRetention,
    UploadSources,
    BatchSockets,
  ],
  exports: [IntakeService, BulkIntakeService, ReprocessService, UploadSources],
})
export class IntakeServicesModule {}

/** One file, kept in memory while the request lasts. */
@Module({
  imports: [
    IdempotencyModule,
    IntakeServicesModule,
    MulterModule.registerAsync({
      inject: [ENV],
      useFactory: (env: Env) => ({
        limits: {
          fileSize: env.MAX_FILE_SIZE,
          files: 1,
          fields: MAX_TEXT_FIELDS,
          fieldSize: MAX_TEXT_FIELD_BYTES,
        },
      }),
    }),
  ],
  controllers: [IntakeController],
})
class SingleIntakeModule {}

/** Many files and archives, kept on the disk while the request lasts. */
@Module({
  imports: [
    IdempotencyModule,
    IntakeServicesModule,
    MulterModule.registerAsync({
      inject: [ENV],
      useFactory: (env: Env) => ({
        dest: join(env.DATA_DIR, 'incoming'),
        limits: {
          fileSize: Math.max(env.MAX_FILE_SIZE, env.MAX_ARCHIVE_SIZE),
          files: env.MAX_BULK_FILES,
          fields: MAX_TEXT_FIELDS,
          // Nest's default of 1,000 leaves no room for a field beside as many files.
          parts: env.MAX_BULK_FILES + MAX_TEXT_FIELDS,
          fieldSize: MAX_TEXT_FIELD_BYTES,
        },
      }),
    }),
  ],
  controllers: [BulkIntakeController],
})
class BulkIntakeModule {}

/** How files come in. */
@Module({ imports: [SingleIntakeModule, BulkIntakeModule] })
export class IntakeModule {}
