import { Injectable } from '@nestjs/common';
import type { Job } from '../jobs';
import type { Evidence } from '../resumes';
import { type Counterfactual, counterfactuals } from './domain/counterfactuals';
import { matchScore, type ScoreTerm } from './domain/match-score';
import { MatchesRepository, type MatchRow, type StatusChangeRow } from './matches.repository';

const BEST_CHUNKS = 3;

export interface SkillReason {
  readonly skill: string;
  readonly weight: number;
  readonly mustHave: boolean;
  readonly isFound: boolean;
  readonly impliedBy: string | null;
  readonly years: number | null;
  readonly lastUsed: string | null;
  readonly evidence: readonly Evidence[];
}

export interface BestChunk extends Evidence {
  readonly section: string;
  readonly similarityScore: number;
}

export interface MatchWithReasons {
  readonly match: MatchRow;
  readonly terms: readonly ScoreTerm[];
  readonly skills: readonly SkillReason[];
  readonly bestChunks: readonly BestChunk[];
  readonly counterfactuals: readonly (Counterfactual & { readonly rank: number })[];
  readonly history: readonly StatusChangeRow[];
}

/** Gathers what stands behind a score. Nothing here changes it. */
@Injectable()
export class MatchReasons {
  constructor(private readonly repository: MatchesRepository) {}

  async of(job: Job, match: MatchRow): Promise<MatchWithReasons> {
    const { jobId, resumeId } = match;
    return {
      match,
      terms: matchScore(match.similarityScore, match.skillMatchScore).terms,
      skills: await this.skillReasons(job, match),
      bestChunks: await this.repository.bestChunks(jobId, resumeId, BEST_CHUNKS),
      counterfactuals: await this.rankedCounterfactuals(job, match),
      history: await this.repository.history(match.id),
    };
  }

  private async skillReasons(job: Job, match: MatchRow): Promise<SkillReason[]> {
    const found = await this.repository.evidence(match.resumeId, match.matchedSkills);
    const bySkill = new Map(found.map((row) => [row.skill, row]));
    return job.skills.map(({ skill, weight, mustHave }) => {
      const row = bySkill.get(skill);
      return {
        skill,
        weight,
        mustHave,
        isFound: match.matchedSkills.includes(skill),
        impliedBy: row?.impliedBy ?? null,
        years: row?.years ?? null,
        lastUsed: row?.lastUsed ?? null,
        evidence: row?.evidence ?? [],
      };
    });
  }

  private async rankedCounterfactuals(
    job: Job,
    match: MatchRow,
  ): Promise<MatchWithReasons['counterfactuals']> {
    const changes = counterfactuals(match.similarityScore, job.skills, match.matchedSkills);
    const scores = changes.map((change) => change.matchScore);
    const ranks = await this.repository.ranksOf(match.jobId, match.resumeId, scores);
    return changes.map((change) => ({ ...change, rank: ranks.get(change.matchScore) ?? 1 }));
  }
}
