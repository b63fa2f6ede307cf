import { Injectable } from '@nestjs/common';
import { Embedder } from '../../platform/embeddings';
import { CandidatesService } from '../candidates';
import { ResumesService } from '../resumes';
import { JobFitRepository, type StoredVector } from './job-fit.repository';
import { NotComparableError } from './search.errors';

/** Whose vectors and skills are compared. */
@Injectable()
export class ResumeOwners {
  constructor(
    private readonly candidates: CandidatesService,
    private readonly resumes: ResumesService,
    private readonly fits: JobFitRepository,
    private readonly embedder: Embedder,
  ) {}

  /** The resume's vector, the skills it names, and all resumes of its person. @throws NotFoundError, NotComparableError */
  async resume(
    companyId: string,
    resumeId: string,
  ): Promise<{ stored: StoredVector; ownResumes: ReadonlySet<string>; skills: readonly string[] }> {
    const resume = await this.resumes.get(companyId, resumeId);
    const stored = await this.fits.resumeVector(companyId, resumeId, this.embedder.modelName);
    if (stored === null) {
      throw new NotComparableError('resume');
    }
    const ownResumes = await this.fits.resumesOf(companyId, resume.candidateId);
    return {
      stored,
      ownResumes: new Set(ownResumes.map((own) => own.id)),
      skills: resume.profile.skills.map((skill) => skill.name),
    };
  }

  /** @throws NotFoundError, NotComparableError when no resume of the person has a vector */
  async assertComparable(companyId: string, candidateId: string): Promise<void> {
    await this.candidates.get(companyId, candidateId);
    const own = await this.fits.resumesOf(companyId, candidateId);
    if (!own.some((resume) => resume.model === this.embedder.modelName)) {
      throw new NotComparableError('candidate');
    }
  }
}
