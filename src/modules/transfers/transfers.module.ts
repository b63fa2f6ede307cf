import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { ENV, type Env } from '../../config';
import { CandidatesModule } from '../candidates';
import { IdempotencyModule } from '../idempotency';
import { JobsModule } from '../jobs';
import { TasksModule } from '../tasks';
import { ArchiveRepository } from './archive.repository';
import { CompanyArchive } from './company-archive';
import { CompanyExportsRepository } from './company-exports.repository';
import { CompanyExportsService } from './company-exports.service';
import { ExportsController } from './exports.controller';
import { ExportsService } from './exports.service';
import { ImportsController } from './imports.controller';
import { ImportsService } from './imports.service';
import { TransfersProcessor } from './transfers.processor';
import { TransfersRepository } from './transfers.repository';

/** Tables in and out, and everything of a company as an archive. */
@Module({
  imports: [
    CandidatesModule,
    IdempotencyModule,
    JobsModule,
    TasksModule,
    MulterModule.registerAsync({
      inject: [ENV],
      useFactory: (env: Env) => ({ limits: { fileSize: env.MAX_FILE_SIZE, files: 1, fields: 0 } }),
    }),
  ],
  controllers: [ImportsController, ExportsController],
  providers: [
    TransfersRepository,
    ImportsService,
    ExportsService,
    ArchiveRepository,
    CompanyArchive,
    CompanyExportsRepository,
    CompanyExportsService,
    TransfersProcessor,
  ],
  exports: [TransfersProcessor],
})
export class TransfersModule {}
