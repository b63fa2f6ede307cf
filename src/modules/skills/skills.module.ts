import { Module } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { TasksModule } from '../tasks';
import { CompanySkillsController } from './company-skills.controller';
import { CompanySkillsService } from './company-skills.service';
import { CompanyVocabularies, IMPORTED_VOCABULARIES } from './company-vocabularies';
import { readVocabularies, vocabularyFolder } from './imported-files';
import { SkillsController } from './skills.controller';
import { SkillsRepository } from './skills.repository';
import { SkillsService } from './skills.service';

@Module({
  imports: [TasksModule],
  controllers: [SkillsController, CompanySkillsController],
  providers: [
    {
      provide: IMPORTED_VOCABULARIES,
      inject: [ENV],
      useFactory: (env: Env) => readVocabularies(vocabularyFolder(env.DATA_DIR)),
    },
    SkillsRepository,
    CompanyVocabularies,
    SkillsService,
    CompanySkillsService,
  ],
  exports: [SkillsService],
})
export class SkillsModule {}
