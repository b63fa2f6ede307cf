import { Injectable } from '@nestjs/common';
import { JobSkillChanges } from '../jobs';
import type { TaskProcessor } from '../tasks';
import { ResumeSkills } from './resume-skills';

type Kinds = 'skills.search-resumes';

/** The rest is reading the jobs again. */
const PERCENT_OF_SEARCH = 80;

/** Searches stored resumes for skills that the company added, and has the jobs that ask for them scored anew. May run twice without harm. */
@Injectable()
export class ResumeSkillsProcessor implements TaskProcessor<Kinds> {
  readonly handlers: TaskProcessor<Kinds>['handlers'] = {
    'skills.search-resumes': async ({ companyId, requestedBy, payload, progress }) => {
      const { skillNames } = payload;
      const changed = await this.skills.search(companyId, skillNames, (share) =>
        progress(PERCENT_OF_SEARCH * share),
      );
      await progress(PERCENT_OF_SEARCH);
      const owner = { companyId, userId: requestedBy };
      return { resumes_changed: changed, jobs_rescored: await this.jobs.apply(owner, skillNames) };
    },
  };

  constructor(
    private readonly skills: ResumeSkills,
    private readonly jobs: JobSkillChanges,
  ) {}
}
