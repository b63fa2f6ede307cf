import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import { Database } from '../../platform/database';
import { FileStorage } from '../../platform/storage';
import { CandidatesService } from '../candidates';
import { ResumesRepository } from './resumes.repository';

/** Takes resumes out of the system again. */
@Injectable()
export class ResumeRemoval {
  constructor(
    private readonly database: Database,
    private readonly repository: ResumesRepository,
    private readonly candidates: CandidatesService,
    private readonly storage: FileStorage,
  ) {}

  /** With its file, vectors and results; the person too when it was their last. @throws NotFoundError */
  async delete(companyId: string, id: string): Promise<void> {
    const storageKey = await this.database.transaction(async () => {
      const deleted = await this.repository.delete(companyId, id);
      if (deleted === null) {
        throw new NotFoundError('resume');
      }
      await this.candidates.forgetIfWithoutResume(companyId, deleted.candidateId);
      return deleted.storageKey;
    });
    await this.storage.delete(storageKey);
  }
}
