import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../platform/events';
import { ResumeTaken } from '../intake/intake.events';
import { JobChanged } from '../jobs/jobs.events';
import { MatchStatusChanged } from '../matching/matching.events';
import { TasksService } from '../tasks';
import { TaskChanged } from '../tasks/tasks.events';
import { WebhookDeliveries } from './webhook-deliveries';

/** Turns what modules publish into what endpoints are told. */
@Injectable()
export class WebhookListener implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly deliveries: WebhookDeliveries,
    private readonly tasks: TasksService,
  ) {}

  onModuleInit(): void {
    this.events.on(MatchStatusChanged, (change) =>
      this.deliveries.tell(change.companyId, 'application.status_changed', () => ({
        change_id: change.changeId,
        job_id: change.jobId,
        resume_id: change.resumeId,
        candidate_id: change.candidateId,
        from: change.from,
        to: change.to,
        changed_by: change.changedBy,
      })),
    );
    this.events.on(ResumeTaken, (taken) =>
      this.deliveries.tell(taken.companyId, 'resume.processed', () => ({
        resume_id: taken.resumeId,
        job_id: taken.jobId,
        duplicate: taken.isDuplicate,
      })),
    );
    this.events.on(JobChanged, ({ companyId, jobId, change, changedBy }) =>
      this.deliveries.tell(companyId, `job.${change}`, () => ({
        job_id: jobId,
        changed_by: changedBy,
      })),
    );
    this.events.on(TaskChanged, (changed) => this.taskEnded(changed));
  }

  /** Only of work that a person asked for: telling endpoints is work too, and must not cause more. */
  private async taskEnded({ companyId, taskId, state }: TaskChanged): Promise<void> {
    if (state !== 'completed' && state !== 'failed') {
      return;
    }
    const task = await this.tasks.find(companyId, taskId);
    if (typeof task?.requestedBy === 'string') {
      const { id, name, result, error } = task;
      await this.deliveries.tell(companyId, `task.${state}`, () => ({
        task_id: id,
        name,
        result,
        error,
      }));
    }
  }
}
