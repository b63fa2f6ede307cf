import { Module } from '@nestjs/common';
import { MulterModule } from '@nestjs/platform-express';
import { ENV, type Env } from '../../config';
import { CompaniesModule } from '../companies';
import { IntakeServicesModule } from '../intake';
import { JobsModule } from '../jobs';
import { ApplicationLimitGuard } from './application-limit.guard';
import { ApplicationsRepository } from './applications.repository';
import { CareersController } from './careers.controller';
import { CareersService } from './careers.service';

/** The form's text fields, and how long one may be. */
const MAX_TEXT_FIELDS = 10;
const MAX_TEXT_FIELD_BYTES = 10_000;

/** What companies show to the world. */
@Module({
  imports: [
    CompaniesModule,
    IntakeServicesModule,
    JobsModule,
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
  controllers: [CareersController],
  providers: [ApplicationsRepository, ApplicationLimitGuard, CareersService],
})
export class CareersModule {}
