import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../platform/events';
import { JobChanged } from '../jobs/jobs.events';
import { TasksService } from '../tasks';

/** Has a job's results scored again when what they are made of changed. */
@Injectable()
export class JobListener implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly tasks: TasksService,
  ) {}

  onModuleInit(): void {
    this.events.on(JobChanged, (changed) => this.rescore(changed));
  }

  private async rescore({ companyId, jobId, changedBy, rescoreTo }: JobChanged): Promise<void> {
    if (rescoreTo !== null) {
      const payload = { jobId, jobVersion: rescoreTo };
      await this.tasks.enqueue('matching.rescore-job', payload, { companyId, userId: changedBy });
    }
  }
}
