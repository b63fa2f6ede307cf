import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { type Job, JobsService, scopeOf } from '../jobs';
import { ComparisonSources } from './comparison-sources';
import type { FitSort } from './domain/job-fit';
import { explainResult } from './domain/explain-result';
import { fuseRanks } from './domain/fuse-ranks';
import {
  type FitRow,
  JobFitRepository,
  type JobRow,
  type StoredVector,
} from './job-fit.repository';
import { QueryReader } from './query-reader';
import { ResultBuilder } from './result-builder';
import { Retrieval } from './retrieval';
import type { Hit, Ranks, SearchNotice, SearchResult } from './search-result';

/** The lists that are fused are at least so long. */
const LIST_DEPTH = 400;

export interface FitRequest {
  readonly limit: number;
  /** Of the similarity. */
  readonly threshold: number;
  readonly sort: FitSort;
}

export interface CandidateFit {
  readonly result: SearchResult;
  readonly skillMatchScore: number | null;
  readonly matchScore: number;
}

export interface JobFit {
  readonly job: JobRow;
  readonly resumeId: string;
  readonly score: number;
  readonly similarityScore: number;
  readonly skillMatchScore: number | null;
  readonly matchScore: number;
  readonly matchedSkills: readonly string[];
  readonly ranks: Ranks;
  readonly explanation: string;
}

/** Candidates for a job, jobs for a candidate, and resumes like one another. Nothing is stored. */
@Injectable()
export class JobSearchService {
  constructor(
    private readonly jobs: JobsService,
    private readonly sources: ComparisonSources,
    private readonly fits: JobFitRepository,
    private readonly retrieval: Retrieval,
    private readonly reader: QueryReader,
    private readonly builder: ResultBuilder,
  ) {}

  /** @throws NotFoundError, NotComparableError when the job has no vector, EmbeddingModelChangedError */
  async candidatesFor(
    actor: Actor,
    jobId: string,
    request: FitRequest,
  ): Promise<WithNotices<CandidateFit>> {
    const job = await this.jobs.get(scopeOf(actor), jobId);
    const { companyId } = actor;
    const { stored, notices } = await this.sources.job(companyId, jobId);
    const ranked = await this.rankedFor(companyId, job, stored, request);
    const fits = await this.fits.fitsOfJob(
      companyId,
      jobId,
      ranked.map((one) => one.id),
    );
    const fitOf = new Map(fits.map((fit) => [fit.resumeId, fit]));
    const kept = ranked
      .flatMap((one) => {
        const fit = fitOf.get(one.id);
        return fit === undefined || fit.similarityScore < request.threshold
          ? []
          : [{ ...one, fit }];
      })
      .sort(
        (a, b) => sortValue(request.sort, b) - sortValue(request.sort, a) || (a.id < b.id ? -1 : 1),
      )
      .slice(0, request.limit);
    const hits = await this.hitsOf(companyId, stored, kept, request.sort);
    const skills = job.skills.map((skill) => skill.skill);
    const results = await this.builder.build(companyId, hits, { skills });
    const found = results.flatMap((result) => {
      const fit = fitOf.get(result.resumeId);
      return fit === undefined
        ? []
        : [{ result, skillMatchScore: fit.skillMatchScore, matchScore: fit.matchScore }];
    });
    return { fits: found, notices };
  }

  /** The open jobs that the caller may see, for the best of the person's resumes. @throws NotFoundError, NotComparableError, EmbeddingModelChangedError */
  async jobsFor(
    actor: Actor,
    candidateId: string,
    request: FitRequest,
  ): Promise<WithNotices<JobFit>> {
    const { companyId } = actor;
    const { memberId } = scopeOf(actor);
    const notices = await this.sources.candidate(companyId, candidateId, memberId);
    const all = await this.fits.fitsOfCandidate(companyId, candidateId, memberId);
    const best = bestPerJob(all).filter((fit) => fit.similarityScore >= request.threshold);
    const fused = fuseRanks({
      similarity: idsBy(best, (fit) => fit.similarityScore),
      skills: idsBy(
        best.filter((fit) => (fit.skillMatchScore ?? 0) > 0),
        (fit) => fit.skillMatchScore ?? 0,
      ),
    });
    const fitOf = new Map(best.map((fit) => [fit.jobId, fit]));
    const jobs = await this.fits.jobs(
      companyId,
      best.map((fit) => fit.jobId),
    );
    const fits = fused
      .flatMap(({ id, score, ranks }) => {
        const fit = fitOf.get(id);
        const job = jobs.get(id);
        return fit === undefined || job === undefined ? [] : [{ id, score, ranks, fit, job }];
      })
      .sort(
        (a, b) => sortValue(request.sort, b) - sortValue(request.sort, a) || (a.id < b.id ? -1 : 1),
      )
      .slice(0, request.limit)
      .map(({ job, ranks, fit, ...one }) => ({
        job,
        ranks,
        resumeId: fit.resumeId,
        score: sortValue(request.sort, { ...one, fit }),
        similarityScore: fit.similarityScore,
        matchedSkills: fit.matchedSkills,
        skillMatchScore: fit.skillMatchScore,
        matchScore: fit.matchScore,
        explanation: explanationOf(fit, ranks),
      }));
    return { fits, notices };
  }

  /** Other people's resumes, by the whole text. @throws NotFoundError, NotComparableError, EmbeddingModelChangedError */
  async similarTo(
    companyId: string,
    resumeId: string,
    limit: number,
  ): Promise<{ results: SearchResult[]; notices: readonly SearchNotice[] }> {
    const { stored, ownResumes, skills, notices } = await this.sources.resume(companyId, resumeId);
    const scope = { companyId, filters: {}, textQuery: null };
    const found = await this.retrieval.resumes(scope, {
      ...stored,
      limit: limit + ownResumes.size,
    });
    const others = found
      .filter((one) => !ownResumes.has(one.resumeId))
      .slice(0, limit)
      .map((one) => ({
        id: one.resumeId,
        score: one.score,
        ranks: {},
        fit: { similarityScore: one.score },
      }));
    const hits = await this.hitsOf(companyId, stored, others, 'relevance');
    return { results: await this.builder.build(companyId, hits, { skills }), notices };
  }

  private async rankedFor(
    companyId: string,
    job: Job,
    stored: StoredVector,
    request: FitRequest,
  ): Promise<readonly Ranked[]> {
    const limit = Math.max(LIST_DEPTH, 2 * request.limit);
    const scope = { companyId, filters: {}, textQuery: null };
    if (request.sort === 'match_score') {
      const ids = await this.fits.bestByMatchScore(companyId, job.id, {
        threshold: request.threshold,
        limit: request.limit,
      });
      return ids.map((id) => ({ id, score: 0, ranks: {} }));
    }
    const similar = await this.retrieval.resumes(scope, { ...stored, limit });
    const similarity = similar.map((one) => one.resumeId);
    if (request.sort === 'similarity') {
      return similarity.map((id, index) => ({ id, score: 0, ranks: { similarity: index + 1 } }));
    }
    const names = job.skills.map((skill) => skill.skill);
    const skilled = await this.retrieval.bySkills(scope, names, limit);
    const { terms } = await this.reader.read(companyId, job.title);
    const titled = await this.retrieval.byTerms(scope, terms, { vector: stored, limit });
    return fuseRanks({
      similarity,
      skills: skilled.map((one) => one.resumeId),
      title: titled.map((one) => one.resumeId),
    });
  }

  private async hitsOf(
    companyId: string,
    stored: StoredVector,
    ranked: readonly (Ranked & {
      readonly fit: Pick<FitRow, 'similarityScore'> & Partial<FitRow>;
    })[],
    sort: FitSort,
  ): Promise<Hit[]> {
    const chunks = await this.fits.bestChunks(
      companyId,
      ranked.map((one) => one.id),
      stored.vector,
    );
    const chunkOf = new Map(chunks.map((chunk) => [chunk.resumeId, chunk]));
    return ranked.map((one) => {
      const chunk = chunkOf.get(one.id);
      return {
        resumeId: one.id,
        score: sortValue(sort, one),
        similarityScore: one.fit.similarityScore,
        ranks: one.ranks,
        chunks: chunk === undefined ? [] : [chunk],
      };
    });
  }
}

/** Who fits, and whom the answer could not compare. */
export interface WithNotices<Fit> {
  readonly fits: readonly Fit[];
  readonly notices: readonly SearchNotice[];
}

interface Ranked {
  readonly id: string;
  readonly score: number;
  readonly ranks: Ranks;
}

function sortValue(
  sort: FitSort,
  one: { readonly score: number; readonly fit: Pick<FitRow, 'similarityScore'> & Partial<FitRow> },
): number {
  switch (sort) {
    case 'relevance':
      return one.score;
    case 'similarity':
      return one.fit.similarityScore;
    case 'match_score':
      return one.fit.matchScore ?? one.fit.similarityScore;
  }
}

function bestPerJob(fits: readonly FitRow[]): readonly FitRow[] {
  const best = new Map<string, FitRow>();
  for (const fit of fits) {
    const known = best.get(fit.jobId);
    if (known === undefined || fit.matchScore > known.matchScore) {
      best.set(fit.jobId, fit);
    }
  }
  return [...best.values()];
}

function idsBy(fits: readonly FitRow[], value: (fit: FitRow) => number): readonly string[] {
  return fits
    .toSorted((a, b) => value(b) - value(a) || (a.jobId < b.jobId ? -1 : 1))
    .map((fit) => fit.jobId);
}

function explanationOf({ similarityScore, matchedSkills }: FitRow, ranks: Ranks): string {
  const found = { ranks, similarityScore, matchedSkills, impliedSkills: [], excerpts: [] };
  const unasked = { yearsOfExperience: null, location: null };
  return explainResult({ ...found, ...unasked }, { filters: {}, words: [] });
}
