import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { NotFoundError } from '../../../common/errors';
import type { Role } from '../../../common/http';
import { type Connection, RealtimeServer } from '../../../platform/realtime';
import { TaskSubscription, TaskWatcher } from '../../tasks';
import { BulkIntakeService } from '../bulk-intake.service';
import { BatchProgress } from './batch-progress';
import { PacedSender } from './paced-sender';

/** Those who may read a batch over HTTP. */
const WATCHERS: readonly Role[] = ['admin', 'recruiter'];

/** Many files that end at once are one message. */
const UPDATE_INTERVAL_MS = 500;

/** The progress of a bulk upload, made of its files' tasks, which are watched like any other. */
@Injectable()
export class BatchSockets implements OnModuleInit {
  constructor(
    private readonly realtime: RealtimeServer,
    private readonly intake: BulkIntakeService,
    private readonly watcher: TaskWatcher,
  ) {}

  onModuleInit(): void {
    this.realtime.serve({
      path: '/ws/resumes/bulk/:batch_id',
      roles: WATCHERS,
      open: (connection, { params }) => this.open(connection, params['batch_id'] ?? ''),
    });
  }

  private async open(connection: Connection, givenId: string): Promise<void> {
    if (!isUUID(givenId)) {
      throw new NotFoundError('batch');
    }
    const batchId = givenId.toLowerCase();
    const { companyId } = connection.actor;
    const files = await this.intake.progressOf(companyId, batchId);
    const progress = new BatchProgress(batchId, files);
    const sender = new PacedSender<string | null>(UPDATE_INTERVAL_MS, (changedTaskId) => {
      connection.send(progress.update(changedTaskId, new Date()));
    });
    const subscription = new TaskSubscription(companyId, {
      changed: (_before, task) => {
        if (progress.see(task)) {
          sender.offer(task.id);
        }
      },
      gone: (taskId) => {
        progress.forget(taskId);
        if (progress.isEmpty) {
          sender.stop();
          connection.sendError('NOT_FOUND', 'The batch was deleted.', { batch_id: batchId });
        }
      },
    });
    connection.onClose(() => {
      sender.stop();
      this.watcher.unwatch(subscription, [...subscription.seen.keys()]);
    });
    const tasks = await this.watcher.watch(
      subscription,
      files.map(({ taskId }) => taskId),
    );
    tasks.forEach((task) => progress.see(task));
    const standing = progress.standing();
    const message = 'Connected. Updates of the batch follow.';
    connection.send({ type: 'connection', message, ...standing });
    if (standing.status !== 'PENDING') {
      sender.offer(null);
    }
  }
}
