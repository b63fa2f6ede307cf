import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { type Job, JobsService, scopeOf, type ScoreTerm } from '../jobs';
import { type ResumeRow, ResumesService } from '../resumes';
import { EDUCATION_LEVELS, type EducationLevel } from '../skills';
import { differences } from './domain/differences';
import { MatchReasons, type SkillReason, termsOf } from './match-reasons';
import { MatchesRepository, type MatchRow } from './matches.repository';
import { MatchNotFoundError } from './matching.errors';

/** An education as the profile has it. */
export type Education = ResumeRow['profile']['educations'][number];

export interface ComparedCandidate {
  readonly match: MatchRow;
  readonly terms: readonly ScoreTerm[];
  /** Every required skill, in the order of the job. */
  readonly skills: readonly SkillReason[];
  /** The one of the highest level; null when the resume names none. */
  readonly highestEducation: Education | null;
}

export interface Comparison {
  readonly job: Job;
  /** Best first. */
  readonly candidates: readonly ComparedCandidate[];
  readonly differences: readonly string[];
}

/** Candidates of one job side by side. */
@Injectable()
export class MatchComparison {
  constructor(
    private readonly jobs: JobsService,
    private readonly resumes: ResumesService,
    private readonly matches: MatchesRepository,
    private readonly reasons: MatchReasons,
  ) {}

  /** @throws NotFoundError for the job or any of the resumes */
  async compare(actor: Actor, jobId: string, resumeIds: readonly string[]): Promise<Comparison> {
    const job = await this.jobs.get(scopeOf(actor), jobId);
    const found: ComparedCandidate[] = [];
    for (const resumeId of resumeIds) {
      found.push(await this.candidate(job, resumeId));
    }
    const candidates = found.sort((a, b) => a.match.rank - b.match.rank);
    return { job, candidates, differences: differences(named(candidates), job) };
  }

  private async candidate(job: Job, resumeId: string): Promise<ComparedCandidate> {
    const match = await this.matches.find(job.companyId, job.id, resumeId);
    if (match === null) {
      throw new MatchNotFoundError();
    }
    const resume = await this.resumes.get(job.companyId, resumeId);
    return {
      match,
      terms: termsOf(match),
      skills: await this.reasons.skillReasons(job, match),
      highestEducation: highest(resume.profile.educations),
    };
  }
}

/** Two people of one name, or without any, are told apart by their place in the ranking. */
function named(candidates: readonly ComparedCandidate[]): Parameters<typeof differences>[0] {
  const names = candidates.map(({ match }) => match.candidateName);
  return candidates.map(({ match, terms, skills, highestEducation }) => {
    const { candidateName: name, rank } = match;
    const isUnique = name !== null && names.indexOf(name) === names.lastIndexOf(name);
    return {
      label: isUnique ? name : [name ?? [], `No. ${rank}`].flat().join(', '),
      matchScore: match.matchScore,
      terms,
      skills: new Set(skills.filter(({ isFound }) => isFound).map(({ skill }) => skill)),
      yearsOfExperience: match.yearsOfExperience,
      education: highestEducation?.level ?? null,
    };
  });
}

function highest(educations: readonly Education[]): Education | null {
  const [first = null] = educations.toSorted((a, b) => rankOf(b.level) - rankOf(a.level));
  return first;
}

function rankOf(level: EducationLevel | null): number {
  return level === null ? -1 : EDUCATION_LEVELS.indexOf(level);
}
