import { Injectable } from '@nestjs/common';
import { explain } from './domain/explanation';
import { keyStrengths } from './domain/key-strengths';
import { ENGINE_VERSION, matchScore, skillMatchScore } from './domain/match-score';
import type { MatchSource } from './match.entity';
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
  ) {}

  /** The number of results written; null when the job is gone. */
  async score(companyId: string, request: ScoreRequest): Promise<number | null> {
    const job = await this.scoring.findJob(companyId, request.jobId);
    if (job === null) {
      return null;
    }
    const facts = await this.scoring.facts(companyId, job, request.resumeIds);
    const scored = facts
      .map((one) => scoreOne(job, one, request.source))
      .filter((match) => match.matchScore >= (request.threshold ?? 0));
    await this.matches.upsert(companyId, scored);
    return scored.length;
  }
}

function scoreOne(job: ScoredJob, facts: ScoringFacts, source: MatchSource): ScoredMatch {
  const found = new Map(facts.matched.map((one) => [one.skill, one]));
  const skillScore = skillMatchScore(job.skills, new Set(found.keys()));
  const score = matchScore(facts.similarityScore, skillScore);
  const matched = job.skills.filter(({ skill }) => found.has(skill));
  const missing = job.skills.filter(({ skill }) => !found.has(skill));
  const shared = {
    yearsOfExperience: facts.yearsOfExperience,
    minYearsExperience: job.minYearsExperience,
  };
  return {
    jobId: job.id,
    resumeId: facts.resumeId,
    source,
    similarityScore: score.similarityScore,
    skillMatchScore: score.skillMatchScore,
    matchScore: score.matchScore,
    explanation: explain({
      ...shared,
      similarityScore: score.similarityScore,
      jobTitle: job.title,
      candidateTitle: facts.headline,
      matchScore: score.matchScore,
      skillMatchScore: score.skillMatchScore,
      matched: matched.map(({ skill }) => skill),
      missing: missing.map(({ skill }) => skill),
      missingMustHaves: missing.filter(({ mustHave }) => mustHave).map(({ skill }) => skill),
    }),
    keyStrengths: keyStrengths({
      ...shared,
      matched: matched.map(({ skill, mustHave }) => ({
        skill,
        mustHave,
        years: found.get(skill)?.years ?? null,
      })),
    }),
    matchedSkills: matched.map(({ skill }) => skill),
    missingSkills: missing.map(({ skill }) => skill),
    additionalSkills: facts.additional,
    jobVersion: job.version,
    engineVersion: ENGINE_VERSION,
    embeddingModel: facts.embeddingModel,
  };
}
