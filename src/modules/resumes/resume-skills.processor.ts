import { Injectable } from '@nestjs/common';
import type { TaskProcessor } from '../tasks';
import { ResumeSkills } from './resume-skills';

type Kinds = 'skills.search-resumes';

/** Searches stored resumes for skills that the company added. May run twice without harm. */
@Injectable()
export class ResumeSkillsProcessor implements TaskProcessor<Kinds> {
  readonly handlers: TaskProcessor<Kinds>['handlers'] = {
    'skills.search-resumes': async ({ companyId, payload }) => ({
      resumes_changed: await this.skills.search(companyId, payload.skillNames),
    }),
  };

  constructor(private readonly skills: ResumeSkills) {}
}
