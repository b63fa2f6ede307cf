import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { ResumesService } from '../../resumes';
import { PermanentTaskError, TasksService } from '../../tasks';
import type { Provenance } from '../provenance';
import { Reviewer } from './reviewer';
import { ReviewsRepository, type StoredReview } from './reviews.repository';

/** Reviews of resumes: what could be better in them. They change nothing and are no score. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly resumes: ResumesService,
    private readonly reviewer: Reviewer,
    private readonly repository: ReviewsRepository,
    private readonly tasks: TasksService,
  ) {}

  /** In a task; its id. @throws NotFoundError, QueueFullError */
  async request(actor: Actor, resumeId: string): Promise<string> {
    await this.resumes.get(actor.companyId, resumeId);
    await this.tasks.checkRoom('insights.review-resume', actor.companyId);
    return this.tasks.enqueue('insights.review-resume', { resumeId }, actor);
  }

  /** The work of the task; it may run twice, and the last answer stays. @throws PermanentTaskError */
  async review(companyId: string, resumeId: string, signal: AbortSignal): Promise<Provenance> {
    const resume = await this.resumes.find(companyId, resumeId);
    if (resume === null) {
      throw new PermanentTaskError('resume_gone', 'The resume is gone.');
    }
    const { content, profile, extraction } = resume;
    const { flags } = extraction;
    const today = new Date();
    const review = await this.reviewer.review(
      companyId,
      { content, profile, flags, today },
      signal,
    );
    await this.repository.replace({ companyId, id: resumeId, content }, review);
    return review.provenance;
  }

  /** The last one. @throws NotFoundError */
  async get(actor: Actor, resumeId: string): Promise<StoredReview> {
    await this.resumes.get(actor.companyId, resumeId);
    const review = await this.repository.find(actor.companyId, resumeId);
    if (review === null) {
      throw new NotFoundError('review');
    }
    return review;
  }
}
