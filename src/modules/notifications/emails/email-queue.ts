import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { MailAttachment } from '../../../platform/mail';
import { TasksService } from '../../tasks';
import { type EmailKind, type EmailVariables, isReminder } from '../domain/email-kinds';
import { renderTemplate } from '../domain/email-template';
import { TemplatesService } from '../templates/templates.service';
import { UnsubscribeLinks } from '../unsubscribe/unsubscribe-links';
import { EmailsRepository } from './emails.repository';
import { RecipientsRepository } from './recipients.repository';

export interface EmailRequest<Kind extends EmailKind> {
  readonly companyId: string;
  readonly kind: Kind;
  readonly to: { readonly candidateId: string } | { readonly userId: string };
  /** What the mail is because of: the same cause, kind and person make one mail, however often it is queued. */
  readonly cause: string;
  readonly variables: EmailVariables<Kind>;
  readonly jobId?: string;
  readonly resumeId?: string;
  readonly attachments?: readonly MailAttachment[];
  readonly delaySeconds?: number;
  /** On mail about a status: the one that the candidate knew before. */
  readonly knownStatus?: string;
}

/**
 * Writes mail to be sent. Call it in the transaction of the change that it is about: the mail and the task
 * that sends it are committed with the change or not at all. It is worded here, so that what is sent is
 * what held at that moment.
 */
@Injectable()
export class EmailQueue {
  constructor(
    private readonly emails: EmailsRepository,
    private readonly recipients: RecipientsRepository,
    private readonly templates: TemplatesService,
    private readonly links: UnsubscribeLinks,
    private readonly tasks: TasksService,
  ) {}

  /** The mail's id; null when this cause has made one already, or when there is no such person. */
  async add<Kind extends EmailKind>(request: EmailRequest<Kind>): Promise<string | null> {
    const { companyId, kind, to } = request;
    const candidateId = 'candidateId' in to ? to.candidateId : null;
    const userId = 'userId' in to ? to.userId : null;
    const person = await this.recipients.find(companyId, { candidateId, userId });
    if (person === null) {
      return null;
    }
    const { address } = person;
    const unsubscribeUrl =
      isReminder(kind) && address !== null ? this.links.urlFor(companyId, address) : null;
    const template = await this.templates.get(companyId, kind);
    const email = {
      ...renderTemplate(template, {
        ...request.variables,
        unsubscribe_url: unsubscribeUrl ?? '',
      }),
      id: randomUUID(),
      companyId,
      kind,
      candidateId,
      userId,
      jobId: request.jobId ?? null,
      resumeId: request.resumeId ?? null,
      dedupeKey: `${request.cause} ${kind} ${candidateId ?? userId ?? ''}`,
      toName: person.name,
      toAddress: address,
      attachments: request.attachments ?? [],
      unsubscribeUrl,
      knownStatus: request.knownStatus ?? null,
      delaySeconds: request.delaySeconds ?? 0,
    };
    const state = address === null ? 'no_address' : 'queued';
    if (!(await this.emails.insert({ ...email, state }))) {
      return null;
    }
    if (address !== null) {
      await this.send(companyId, email.id, email.delaySeconds);
    }
    return email.id;
  }

  /** Lets a task send mail that is queued. */
  async send(companyId: string, emailId: string, delaySeconds = 0): Promise<void> {
    const taskId = await this.tasks.enqueue(
      'notifications.send-email',
      { emailId },
      { companyId, userId: null },
      { delayMs: delaySeconds * 1000 },
    );
    await this.emails.setTask(emailId, taskId);
  }
}
