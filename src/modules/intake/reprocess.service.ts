import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { MatchingService } from '../matching';
import { type PreparationStep, ResumesService } from '../resumes';
import { type TaskResult, TasksService } from '../tasks';
import { ResumeReread } from './intake.events';

/** Reading a stored resume again: after an update of the parser, or to mend one that needed attention. */
@Injectable()
export class ReprocessService {
  constructor(
    private readonly database: Database,
    private readonly resumes: ResumesService,
    private readonly matching: MatchingService,
    private readonly tasks: TasksService,
    private readonly events: EventBus,
  ) {}

  /** The task's id. @throws NotFoundError, QueueFullError */
  async request(actor: Actor, resumeId: string): Promise<string> {
    await this.tasks.checkRoom('intake.reprocess-resume', actor.companyId);
    await this.resumes.get(actor.companyId, resumeId);
    return this.tasks.enqueue('intake.reprocess-resume', { resumeId }, actor);
  }

  /** @throws NotFoundError, UnreadableResumeError */
  async reprocess(
    companyId: string,
    resumeId: string,
    onStep: (step: PreparationStep) => Promise<void>,
  ): Promise<TaskResult> {
    const prepared = await this.resumes.prepareAgain(companyId, resumeId, onStep);
    return this.database.transaction(async () => {
      await this.resumes.replace(resumeId, prepared);
      const rescored = await this.matching.rescoreResume(companyId, resumeId);
      await this.events.publish(new ResumeReread(companyId, resumeId));
      return { resume_id: resumeId, rescored };
    });
  }
}
