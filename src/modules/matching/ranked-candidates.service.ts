import { Injectable } from '@nestjs/common';
import { ValidationFailedError } from '../../common/errors';
import type { Actor, Page } from '../../common/http';
import { JobsService, scopeOf } from '../jobs';
import { SkillsService } from '../skills';
import { contradictions, type MatchFilter, type MatchSort } from './candidate-filters';
import { MatchesRepository, type MatchRow } from './matches.repository';
import { RankedListRepository } from './ranked-list.repository';
import { RankedPages } from './ranked-pages';
import { decodeRankingCursor, encodeRankingCursor, listFingerprint } from './ranking-cursor';

/** The list of a job's candidates, ranked, filtered and page by page. */
@Injectable()
export class RankedCandidatesService {
  constructor(
    private readonly jobs: JobsService,
    private readonly skills: SkillsService,
    private readonly ranked: RankedListRepository,
    private readonly pages: RankedPages,
    private readonly matches: MatchesRepository,
  ) {}

  /** @throws NotFoundError, ValidationFailedError when the filters contradict each other or the cursor is another list's. */
  async list(
    actor: Actor,
    jobId: string,
    query: {
      readonly filter: MatchFilter;
      readonly sort: MatchSort;
      readonly limit: number;
      readonly cursor?: string;
    },
  ): Promise<Page<MatchRow>> {
    const { companyId } = actor;
    const job = await this.jobs.get(scopeOf(actor), jobId);
    const filter = await this.canonical(companyId, query.filter);
    const mustHaves = job.skills.filter((one) => one.mustHave).map(({ skill }) => skill);
    const problems = contradictions(filter, mustHaves);
    if (problems.length > 0) {
      throw new ValidationFailedError(problems);
    }
    const { sort, limit } = query;
    const fingerprint = listFingerprint([jobId, sort, filter]);
    const keyPart = this.ranked.keyPart(sort);
    const after = decodeRankingCursor(query.cursor, { fingerprint, keyPart });
    const asked = { filter, sort, limit, after, fingerprint };
    const page = await this.pages.page(companyId, jobId, asked);
    return {
      rows: await this.matches.ofEntries(companyId, jobId, page.entries),
      nextCursor: page.next === null ? null : encodeRankingCursor(fingerprint, page.next),
      total: page.total,
    };
  }

  /** Each skill by the name that resumes are stored with, once: "js" is JavaScript. */
  private async canonical(companyId: string, filter: MatchFilter): Promise<MatchFilter> {
    const { skills, excludedSkills } = filter;
    if (skills === undefined && excludedSkills === undefined) {
      return filter;
    }
    const matcher = await this.skills.matcherOf(companyId);
    const names = (given: readonly string[]): readonly string[] => [
      ...new Set(given.map((name) => matcher.canonical(name)?.name ?? name.trim())),
    ];
    return {
      ...filter,
      ...(skills === undefined ? {} : { skills: names(skills) }),
      ...(excludedSkills === undefined ? {} : { excludedSkills: names(excludedSkills) }),
    };
  }
}
