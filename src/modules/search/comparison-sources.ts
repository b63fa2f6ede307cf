import { Injectable } from '@nestjs/common';
import { Embedder, EmbeddingModelChangedError } from '../../platform/embeddings';
import { CandidatesService } from '../candidates';
import { ResumesService } from '../resumes';
import { JobFitRepository, type StoredVector } from './job-fit.repository';
import { NotComparableError } from './search.errors';
import type { SearchNotice } from './search-result';
import { VectorModels } from './vector-models';

/** What a comparison starts from, with what must be said of those that it cannot be compared with. */
@Injectable()
export class ComparisonSources {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly resumes: ResumesService,
    private readonly fits: JobFitRepository,
    private readonly embedder: Embedder,
    private readonly models: VectorModels,
  ) {}

  /** The job's vector. @throws NotComparableError, EmbeddingModelChangedError */
  async job(
    companyId: string,
    jobId: string,
  ): Promise<{ stored: StoredVector; notices: readonly SearchNotice[] }> {
    const stored = await this.fits.jobVector(companyId, jobId);
    if (stored === null) {
      throw new NotComparableError('job');
    }
    return { stored, notices: await this.models.noticesOfResumes(companyId, stored.model) };
  }

  /**
   * The resume's vector, the skills it names, and all resumes of its person.
   *
   * @throws NotFoundError, NotComparableError, EmbeddingModelChangedError
   */
  async resume(
    companyId: string,
    resumeId: string,
  ): Promise<{
    stored: StoredVector;
    ownResumes: ReadonlySet<string>;
    skills: readonly string[];
    notices: readonly SearchNotice[];
  }> {
    const resume = await this.resumes.get(companyId, resumeId);
    const stored = await this.fits.resumeVector(companyId, resumeId, this.embedder.modelName);
    const ownResumes = await this.fits.resumesOf(companyId, resume.candidateId);
    if (stored === null) {
      const itself = ownResumes.filter((own) => own.id === resumeId);
      throw this.incomparable('resume', itself);
    }
    return {
      stored,
      ownResumes: new Set(ownResumes.map((own) => own.id)),
      skills: resume.profile.skills.map((skill) => skill.name),
      notices: await this.models.noticesOfResumes(companyId),
    };
  }

  /**
   * That a person can be compared with the open jobs, or those of one hiring manager.
   *
   * @throws NotFoundError, NotComparableError when no resume of the person has a vector, EmbeddingModelChangedError
   */
  async candidate(
    companyId: string,
    candidateId: string,
    memberId: string | null,
  ): Promise<readonly SearchNotice[]> {
    await this.candidates.get(companyId, candidateId);
    const own = await this.fits.resumesOf(companyId, candidateId);
    if (!own.some((resume) => resume.model === this.embedder.modelName)) {
      throw this.incomparable('candidate', own);
    }
    return this.models.noticesOfJobs(companyId, memberId);
  }

  private incomparable(
    what: 'resume' | 'candidate',
    resumes: readonly { readonly model: string | null }[],
  ): NotComparableError | EmbeddingModelChangedError {
    return resumes.some(({ model }) => model !== null && model !== this.embedder.modelName)
      ? new EmbeddingModelChangedError(`The vector of the ${what} was made by another model.`)
      : new NotComparableError(what);
  }
}
