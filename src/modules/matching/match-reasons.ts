import { Injectable } from '@nestjs/common';
import { type Job, matchScore, type ScoreTerm } from '../jobs';
import { scoreSkills, SkillsService } from '../skills';
import { ENGINE_VERSION } from './domain/engine-version';
import { type ReachTarget, reached } from './domain/reach';
import { bestSets, counterfactuals, type ScoreBasis, type WhatIf } from './domain/what-if';
import type { MatchRow } from './matches.repository';
import {
  type BestChunk,
  ReasonsRepository,
  type SkillEvidence,
  type StatusChangeRow,
} from './reasons.repository';

const BEST_CHUNKS = 3;

/** A required skill, and what the resume has of it. */
export interface SkillReason extends SkillEvidence {
  readonly weight: number;
  readonly mustHave: boolean;
  readonly isFound: boolean;
  /** What it adds to the match score; all of them make the term of the skills. */
  readonly contribution: number;
  /** Close skills that the resume names, of a skill that it does not have. */
  readonly related: readonly string[];
}

export type RankedWhatIf = WhatIf & { readonly rank: number };

/** The smallest set of missing skills that reaches a target; when none does, all of them and how far they go. */
export interface Reach extends RankedWhatIf {
  readonly target: ReachTarget;
  readonly isReachable: boolean;
}

/** What made the score, beside what would make it today. */
export interface Stability {
  readonly engineVersion: string;
  readonly currentEngineVersion: string;
  readonly embeddingModel: string;
  readonly jobVersion: number;
  readonly currentJobVersion: number;
  /** Whether scoring once more would give the same score. */
  readonly isCurrent: boolean;
}

export interface MatchWithReasons {
  readonly match: MatchRow;
  readonly terms: readonly ScoreTerm[];
  readonly skills: readonly SkillReason[];
  readonly bestChunks: readonly BestChunk[];
  readonly counterfactuals: readonly RankedWhatIf[];
  /** Null unless a target was asked for. */
  readonly reach: Reach | null;
  readonly stability: Stability;
  readonly history: readonly StatusChangeRow[];
}

/** Gathers what stands behind a score. Nothing here changes it. */
@Injectable()
export class MatchReasons {
  constructor(
    private readonly repository: ReasonsRepository,
    private readonly skills: SkillsService,
  ) {}

  async of(
    job: Job,
    match: MatchRow,
    target: ReachTarget | null = null,
  ): Promise<MatchWithReasons> {
    const basis = basisOf(job, match);
    const single = counterfactuals(basis);
    return {
      match,
      terms: termsOf(match),
      skills: await this.skillReasons(job, match),
      bestChunks: await this.repository.bestChunks(match.companyId, match, BEST_CHUNKS),
      counterfactuals: await this.ranked(match, single),
      reach: target === null ? null : await this.reach(match, basis, target),
      stability: stabilityOf(job, match),
      history: await this.repository.history(match.companyId, match.id),
    };
  }

  /** Every required skill in the order of the job, with its proof. */
  async skillReasons(job: Job, match: MatchRow): Promise<SkillReason[]> {
    const { companyId, resumeId } = match;
    const found = await this.repository.evidence(companyId, resumeId, match.matchedSkills);
    const bySkill = new Map(found.map((row) => [row.skill, row]));
    const weight = termsOf(match).find(({ name }) => name === 'skills')?.weight ?? 0;
    const overlap = scoreSkills(job.skills, {
      named: new Set([...match.matchedSkills, ...match.additionalSkills]),
      relatedTo: (skill) => this.skills.relatedTo(skill),
    });
    const terms = new Map(overlap.matched.map(({ skill, term }) => [skill, term]));
    const related = new Map(overlap.missing.map((one) => [one.skill, one.related]));
    return job.skills.map((required) => {
      const row = bySkill.get(required.skill);
      return {
        skill: required.skill,
        weight: required.weight,
        mustHave: required.mustHave,
        isFound: terms.has(required.skill),
        contribution: weight * (terms.get(required.skill) ?? 0),
        impliedBy: row?.impliedBy ?? null,
        years: row?.years ?? null,
        lastUsed: row?.lastUsed ?? null,
        evidence: row?.evidence ?? [],
        related: related.get(required.skill) ?? [],
      };
    });
  }

  private async reach(match: MatchRow, basis: ScoreBasis, target: ReachTarget): Promise<Reach> {
    const today = { skills: [], matchScore: match.matchScore, gain: 0, rank: match.rank };
    const options = [today, ...(await this.ranked(match, bestSets(basis)))];
    const first = options.find((option) => reached(target, option));
    return { target, isReachable: first !== undefined, ...(first ?? options.at(-1) ?? today) };
  }

  private async ranked(match: MatchRow, changes: readonly WhatIf[]): Promise<RankedWhatIf[]> {
    const scores = changes.map((change) => change.matchScore);
    const ranks = await this.repository.ranksWith(match.companyId, match, scores);
    return changes.map((change, index) => ({ ...change, rank: ranks[index] ?? match.rank }));
  }
}

/** The score taken apart with the weights that made it, which may no longer be the job's. */
export function termsOf(match: MatchRow): readonly ScoreTerm[] {
  return matchScore(match.similarityScore, match.skillMatchScore, match.similarityWeight).terms;
}

function basisOf(job: Job, match: MatchRow): ScoreBasis {
  return {
    similarityScore: match.similarityScore,
    similarityWeight: match.similarityWeight,
    required: job.skills,
    matched: match.matchedSkills,
  };
}

function stabilityOf(job: Job, match: MatchRow): Stability {
  return {
    engineVersion: match.engineVersion,
    currentEngineVersion: ENGINE_VERSION,
    embeddingModel: match.embeddingModel,
    jobVersion: match.jobVersion,
    currentJobVersion: job.version,
    isCurrent:
      match.engineVersion === ENGINE_VERSION &&
      match.jobVersion === job.version &&
      match.embeddingModel === job.embeddingModel,
  };
}
