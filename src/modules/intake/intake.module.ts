import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { ENV, type Env } from '../../config';
import { JobsModule } from '../jobs';
import { MatchingModule } from '../matching';
import { ResumesModule } from '../resumes';
import { IntakeController } from './intake.controller';
import { IntakeService } from './intake.service';

/** How files come in. */
@Module({
  imports: [
    MulterModule.registerAsync({
      inject: [ENV],
      useFactory: (env: Env) => ({
        limits: { fileSize: env.MAX_FILE_SIZE, files: 1, fields: 10, fieldSize: 10_000 },
      }),
    }),
    JobsModule,
    MatchingModule,
    ResumesModule,
  ],
  controllers: [IntakeController],
  providers: [IntakeService],
})
export class IntakeModule {}
