import { Injectable } from '@nestjs/common';
import {
  extractJobRequirements,
  type JobRequirements,
  type JobText,
} from './domain/job-requirements';
import type { SkillDefinition } from './domain/skill';
import { SkillMatcher } from './domain/skill-matcher';
import { SkillsRepository } from './skills.repository';
import { VOCABULARY } from './vocabulary';

const COMPANY_CATEGORY = 'company';

/** Skills as the company knows them: the vocabulary with the company's own additions. */
@Injectable()
export class SkillsService {
  private readonly vocabulary = new SkillMatcher(VOCABULARY);

  constructor(private readonly repository: SkillsRepository) {}

  /** The company's own definitions, for a matcher in another thread. */
  companyDefinitions(companyId: string): Promise<SkillDefinition[]> {
    return this.repository.list(companyId);
  }

  async matcherOf(companyId: string): Promise<SkillMatcher> {
    return this.vocabulary.withExtra(await this.repository.list(companyId));
  }

  /** What a job asks for, in canonical names; `skillsRequired` wins over the text when it is not empty. */
  async requirementsOf(companyId: string, job: JobText): Promise<JobRequirements> {
    return extractJobRequirements(job, await this.matcherOf(companyId));
  }

  /** Makes names that no vocabulary knows the company's own skills, so that resumes are searched for them. */
  async learn(companyId: string, names: readonly string[]): Promise<void> {
    const matcher = await this.matcherOf(companyId);
    const unknown = names.filter((name) => matcher.canonical(name) === null);
    if (unknown.length > 0) {
      await this.repository.add(companyId, unknown, COMPANY_CATEGORY);
    }
  }
}
