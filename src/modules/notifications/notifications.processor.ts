import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../platform/events';
import type { TaskProcessor } from '../tasks';
import { TaskChanged } from '../tasks/tasks.events';
import { CANCELLATIONS } from './emails/email';
import { EmailSender } from './emails/email-sender';
import { EmailsRepository } from './emails/emails.repository';

type Kind = 'notifications.send-email';

const GIVEN_UP = { code: 'given_up', message: 'It could not be sent.' };

/** Sends queued mail in the background, and lets mail share the end of its task. */
@Injectable()
export class NotificationsProcessor implements TaskProcessor<Kind>, OnModuleInit {
  readonly handlers: TaskProcessor<Kind>['handlers'] = {
    'notifications.send-email': async ({ companyId, payload }) => ({
      email_id: payload.emailId,
      status: await this.sender.send(companyId, payload.emailId),
    }),
  };

  constructor(
    private readonly events: EventBus,
    private readonly sender: EmailSender,
    private readonly emails: EmailsRepository,
  ) {}

  onModuleInit(): void {
    this.events.on(TaskChanged, ({ taskId, state }) => this.follow(taskId, state));
  }

  private async follow(taskId: string, state: TaskChanged['state']): Promise<void> {
    if (state === 'failed') {
      await this.emails.endWithTask(taskId, 'failed', GIVEN_UP);
    }
    if (state === 'cancelled') {
      const message = CANCELLATIONS.task_cancelled;
      await this.emails.endWithTask(taskId, 'cancelled', { code: 'task_cancelled', message });
    }
  }
}
