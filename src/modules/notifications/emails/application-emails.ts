import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../platform/events';
import { ApplicationReceived, ApplicationTaken } from '../../careers/careers.events';
import { EmailQueue } from './email-queue';
import { EmailsRepository } from './emails.repository';
import { RecipientsRepository } from './recipients.repository';

/** Tells people who applied that their documents arrived, at the address that they gave. */
@Injectable()
export class ApplicationEmails implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly recipients: RecipientsRepository,
    private readonly emails: EmailsRepository,
    private readonly queue: EmailQueue,
  ) {}

  onModuleInit(): void {
    this.events.on(ApplicationReceived, (received) => this.confirm(received));
    // From then on the mail is about the resume, and is erased with it.
    this.events.on(ApplicationTaken, ({ companyId, applicationId, resumeId }) =>
      this.emails.attachToResume(companyId, causeOf(applicationId), resumeId),
    );
  }

  private async confirm(received: ApplicationReceived): Promise<void> {
    const { companyId, applicationId, jobId } = received;
    await this.queue.add({
      companyId,
      kind: 'application_received',
      to: { address: received.email },
      cause: causeOf(applicationId),
      variables: {
        candidate_name: received.fullName,
        job_title: (await this.recipients.jobTitle(companyId, jobId)) ?? '',
        company_name: (await this.recipients.companyName(companyId)) ?? '',
      },
      jobId,
    });
  }
}

function causeOf(applicationId: string): string {
  return `application:${applicationId}`;
}
