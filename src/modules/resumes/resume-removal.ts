import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor } from '../../common/http';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { FileStorage } from '../../platform/storage';
import { CandidatesService } from '../candidates';
import { ResumeDeletionStarted, ResumeRemoved } from './resumes.events';
import { ResumesRepository } from './resumes.repository';

/** Takes resumes out of the system again. */
@Injectable()
export class ResumeRemoval {
  constructor(
    private readonly database: Database,
    private readonly repository: ResumesRepository,
    private readonly candidates: CandidatesService,
    private readonly storage: FileStorage,
    private readonly events: EventBus,
  ) {}

  /** With its file, vectors and results; the person too when it was their last. @throws NotFoundError */
  async delete(actor: Actor, id: string): Promise<void> {
    let storageKey: string | null = null;
    while (storageKey === null) {
      storageKey = await this.database.transaction(() => this.deleteRows(actor, id));
    }
    await this.storage.delete(storageKey);
  }

  /**
   * The file's place; null when the resume went to another person meanwhile. The person is locked before
   * the resume, as uploads and merges do it, so that no two of them wait for each other.
   */
  private async deleteRows({ companyId, userId }: Actor, id: string): Promise<string | null> {
    const place = await this.repository.findPlace(companyId, id);
    if (place === null) {
      throw new NotFoundError('resume');
    }
    const { candidateId, storageKey } = place;
    await this.candidates.lock(companyId, candidateId);
    await this.events.publish(new ResumeDeletionStarted(companyId, id, userId));
    if (!(await this.repository.delete(companyId, id, candidateId))) {
      return null;
    }
    await this.events.publish(new ResumeRemoved(companyId, id, candidateId));
    await this.candidates.forgetIfWithoutResume(companyId, candidateId);
    return storageKey;
  }
}
