import { Injectable } from '@nestjs/common';
import { EventBus } from '../../platform/events';
import { matchScore } from '../jobs';
import { scoreSkills, SkillsService } from '../skills';
import { ENGINE_VERSION } from './domain/engine-version';
import { explain } from './domain/explanation';
import { keyStrengths } from './domain/key-strengths';
import type { MatchSource } from './match.entity';
import { CandidatesMatched } from './matching.events';
import { MatchesRepository, type ScoredMatch } from './matches.repository';
import { type ScoredJob, type ScoringFacts, ScoringRepository } from './scoring.repository';

export interface ScoreRequest {
  readonly jobId: string;
  readonly resumeIds: readonly string[];
  readonly source: MatchSource;
  /** Lower scores are not kept; a result that exists is refreshed whatever its score. */
  readonly threshold?: number;
}

/** Scores resumes for a job and writes the results down. Call it in a transaction: it locks the job. */
@Injectable()
export class MatchScorer {
  constructor(
    private readonly scoring: ScoringRepository,
    private readonly matches: MatchesRepository,
    private readonly skills: SkillsService,
    private readonly events: EventBus,
  ) {}

  /** The number of results written; null when the job is gone. */
  async score(companyId: string, request: ScoreRequest): Promise<number | null> {
    const job = await this.scoring.findJob(companyId, request.jobId);
    if (job === null) {
      return null;
    }
    const facts = await this.scoring.facts(companyId, job, request.resumeIds);
    const relatedTo = (skill: string): readonly string[] => this.skills.relatedTo(skill);
    const scored = facts
      .map((one) => scoreOne(job, one, { source: request.source, relatedTo }))
      .filter((match) => match.matchScore >= (request.threshold ?? 0));
    const added = await this.matches.upsert(companyId, scored);
    if (added.length > 0) {
      const { jobId, source } = request;
      await this.events.publish(new CandidatesMatched(companyId, jobId, source, added));
    }
    return scored.length;
  }
}

function scoreOne(
  job: ScoredJob,
  facts: ScoringFacts,
  context: {
    readonly source: MatchSource;
    readonly relatedTo: (skill: string) => readonly string[];
  },
): ScoredMatch {
  const found = new Map(facts.matched.map((one) => [one.skill, one]));
  const {
    score: skillScore,
    matched,
    missing,
  } = scoreSkills(job.skills, {
    ...offeredBy(facts),
    relatedTo: context.relatedTo,
  });
  const score = matchScore(facts.similarityScore, skillScore, job.similarityWeight);
  const inUse = matched.map((one) => ({ ...one, years: found.get(one.skill)?.years ?? null }));
  const experience = {
    yearsOfExperience: facts.yearsOfExperience,
    minYearsExperience: job.minYearsExperience,
  };
  return {
    jobId: job.id,
    resumeId: facts.resumeId,
    source: context.source,
    similarityScore: score.similarityScore,
    skillMatchScore: score.skillMatchScore,
    similarityWeight: job.similarityWeight,
    matchScore: score.matchScore,
    explanation: explain({
      ...experience,
      jobTitle: job.title,
      candidateTitle: facts.headline,
      score,
      matched: inUse,
      missing,
    }),
    keyStrengths: keyStrengths({ ...experience, matched: inUse }),
    matchedSkills: matched.map(({ skill }) => skill),
    missingSkills: missing.map(({ skill }) => skill),
    additionalSkills: facts.additional,
    jobVersion: job.version,
    engineVersion: ENGINE_VERSION,
    embeddingModel: facts.embeddingModel,
  };
}

/** Additional skills are named ones: the repository leaves implied ones out. */
function offeredBy(facts: ScoringFacts): {
  readonly named: ReadonlySet<string>;
  readonly implied: ReadonlyMap<string, string>;
} {
  const named = new Set(facts.additional);
  const implied = new Map<string, string>();
  for (const { skill, impliedBy } of facts.matched) {
    if (impliedBy === null) {
      named.add(skill);
    } else {
      implied.set(skill, impliedBy);
    }
  }
  return { named, implied };
}
