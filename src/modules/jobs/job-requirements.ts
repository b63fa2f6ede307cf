import { Injectable } from '@nestjs/common';
import { type EducationLevel, SkillsService } from '../skills';
import type { JobTexts } from './domain/job-text';
import type { JobSkill } from './jobs.repository';

export interface RequirementsOfJob {
  readonly skills: readonly JobSkill[];
  readonly minYearsExperience: number | null;
  readonly educationLevel: EducationLevel | null;
}

/** What a job asks for: the skills that people gave, else those in its text. */
@Injectable()
export class JobRequirements {
  constructor(private readonly skills: SkillsService) {}

  async of(
    companyId: string,
    job: JobTexts,
    skillsRequired: readonly string[],
  ): Promise<RequirementsOfJob> {
    const found = await this.skills.requirementsOf(companyId, { ...job, skillsRequired });
    const source = skillsRequired.length > 0 ? 'given' : 'extracted';
    return {
      skills: found.skills.map(({ name, weight, mustHave }) => ({
        skill: name,
        weight,
        mustHave,
        source,
      })),
      minYearsExperience: found.minYears,
      educationLevel: found.educationLevel,
    };
  }

  /** Has resumes searched for given skills that the vocabulary does not know. */
  learn(companyId: string, skills: readonly JobSkill[]): Promise<void> {
    const given = skills.filter((skill) => skill.source === 'given');
    return this.skills.learn(
      companyId,
      given.map((skill) => skill.skill),
    );
  }
}
