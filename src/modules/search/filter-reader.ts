import { Injectable } from '@nestjs/common';
import { ValidationFailedError } from '../../common/errors';
import { CandidatesService } from '../candidates';
import { SkillsService } from '../skills';
import { contradictions, type SearchFilters } from './domain/filters';

/** Reads filters as people give them. */
@Injectable()
export class FilterReader {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly skills: SkillsService,
  ) {}

  /** With the vocabulary's names of skills. @throws ValidationFailedError, NotFoundError */
  async read(companyId: string, given: SearchFilters): Promise<SearchFilters> {
    if (given.workedWith !== undefined) {
      await this.candidates.get(companyId, given.workedWith.candidateId);
    }
    const filters = await this.named(companyId, given);
    const problems = contradictions(filters);
    if (problems.length > 0) {
      throw new ValidationFailedError(problems);
    }
    return filters;
  }

  private async named(companyId: string, filters: SearchFilters): Promise<SearchFilters> {
    const { skills, excludedSkills } = filters;
    if (skills === undefined && excludedSkills === undefined) {
      return filters;
    }
    const matcher = await this.skills.matcherOf(companyId);
    const canonical = (names: readonly string[]): string[] =>
      names.map((name) => matcher.canonical(name)?.name ?? name.trim());
    return {
      ...filters,
      ...(skills === undefined ? {} : { skills: canonical(skills) }),
      ...(excludedSkills === undefined ? {} : { excludedSkills: canonical(excludedSkills) }),
    };
  }
}
