import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { NotFoundError } from '../../../common/errors';
import type { Role } from '../../../common/http';
import { ENV, type Env } from '../../../config';
import { type Connection, RealtimeServer, type SocketMessage } from '../../../platform/realtime';
import { type TaskView, updatesBetween } from './task-update';
import { TaskSubscription, TaskWatcher } from './task-watcher';

/** Those who may read a task over HTTP. */
const WATCHERS: readonly Role[] = ['admin', 'recruiter', 'hiring_manager'];

/** The progress of tasks: one by its address, or many on one connection. */
@Injectable()
export class TaskSockets implements OnModuleInit {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly realtime: RealtimeServer,
    private readonly watcher: TaskWatcher,
  ) {}

  onModuleInit(): void {
    this.realtime.serve({
      path: '/ws/tasks/:task_id',
      roles: WATCHERS,
      open: (connection, { params }) => this.openOne(connection, params['task_id'] ?? ''),
    });
    this.realtime.serve({
      path: '/ws/tasks',
      roles: WATCHERS,
      open: (connection) => {
        this.openMany(connection);
      },
    });
  }

  private async openOne(connection: Connection, taskId: string): Promise<void> {
    const subscription = this.subscribe(connection);
    const ids = [taskId.toLowerCase()].filter(isId);
    const [view] = await this.watcher.watch(subscription, ids);
    if (view === undefined) {
      throw new NotFoundError('task');
    }
    const { task_id, state, progress } = standing(view);
    const message = 'Connected. Updates of the task follow.';
    connection.send({ type: 'connection', message, task_id, state, progress });
    sendUpdates(connection, null, view);
  }

  private openMany(connection: Connection): void {
    const subscription = this.subscribe(connection);
    connection.send({
      type: 'connection',
      message: 'Connected. Send {"type": "subscribe", "task_ids": […]} to watch tasks.',
      task_id: null,
    });
    connection.onMessage(async (message) => {
      switch (message['type']) {
        case 'subscribe':
          await this.add(connection, subscription, message);
          return;
        case 'unsubscribe':
          this.remove(connection, subscription, message);
          return;
        default:
          connection.sendError(
            'VALIDATION_ERROR',
            '`type` must be `subscribe`, `unsubscribe` or `ping`.',
          );
      }
    });
  }

  private async add(
    connection: Connection,
    subscription: TaskSubscription,
    message: SocketMessage,
  ): Promise<void> {
    const taskIds = taskIdsOf(message);
    if (taskIds === null) {
      connection.sendError('VALIDATION_ERROR', '`task_ids` must be a list of task ids.');
      return;
    }
    const most = this.env.WS_MAX_SUBSCRIPTIONS;
    if (new Set([...subscription.seen.keys(), ...taskIds]).size > most) {
      connection.sendError('VALIDATION_ERROR', `One connection watches at most ${most} tasks.`);
      return;
    }
    const views = await this.watcher.watch(subscription, taskIds.filter(isId));
    connection.send({
      type: 'subscribed',
      task_ids: views.map(({ id }) => id),
      tasks: views.map(standing),
    });
    for (const view of views) {
      sendUpdates(connection, null, view);
    }
    const found = new Set(views.map(({ id }) => id));
    const missing = taskIds.filter((id) => !found.has(id));
    if (missing.length > 0) {
      connection.sendError('NOT_FOUND', 'There are no such tasks.', { task_ids: missing });
    }
  }

  private remove(
    connection: Connection,
    subscription: TaskSubscription,
    message: SocketMessage,
  ): void {
    const taskIds = taskIdsOf(message);
    if (taskIds === null) {
      connection.sendError('VALIDATION_ERROR', '`task_ids` must be a list of task ids.');
      return;
    }
    this.watcher.unwatch(subscription, taskIds);
    connection.send({ type: 'unsubscribed', task_ids: taskIds });
  }

  private subscribe(connection: Connection): TaskSubscription {
    const subscription = new TaskSubscription(connection.actor.companyId, {
      changed: (before, now) => {
        sendUpdates(connection, before, now);
      },
      gone: (taskId) => {
        connection.sendError('NOT_FOUND', 'The task was deleted.', { task_ids: [taskId] });
      },
    });
    connection.onClose(() => {
      this.watcher.unwatch(subscription, [...subscription.seen.keys()]);
    });
    return subscription;
  }
}

function sendUpdates(connection: Connection, before: TaskView | null, now: TaskView): void {
  for (const update of updatesBetween(before, now)) {
    connection.send(update);
  }
}

const standing = (
  view: TaskView,
): { readonly task_id: string; readonly state: string; readonly progress: number } => ({
  task_id: view.id,
  state: view.state,
  progress: view.progress,
});

const isId = (text: string): boolean => isUUID(text);

/** Each once; null when they are not a list of texts. What is no id is an id that nobody has. */
function taskIdsOf(message: SocketMessage): readonly string[] | null {
  const taskIds: unknown = message['task_ids'];
  if (!Array.isArray(taskIds) || !taskIds.every((id) => typeof id === 'string')) {
    return null;
  }
  return [...new Set(taskIds.map((id) => id.toLowerCase()))];
}
