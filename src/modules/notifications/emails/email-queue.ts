import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { MailAttachment } from '../../../platform/mail';
import { SIGNING_KEY } from '../../../platform/secrets';
import { TasksService } from '../../tasks';
import { type EmailKind, type EmailVariables, isReminder, isSecret } from '../domain/email-kinds';
import { renderTemplate } from '../domain/email-template';
import { sealText } from '../domain/sealed-text';
import { TemplatesService } from '../templates/templates.service';
import { UnsubscribeLinks } from '../unsubscribe/unsubscribe-links';
import type { NewEmail } from './email';
import { EmailsRepository } from './emails.repository';
import { RecipientsRepository } from './recipients.repository';

export interface EmailRequest<Kind extends EmailKind> {
  readonly companyId: string;
  readonly kind: Kind;
  /** A person of the company, or an address of somebody whom it does not know yet. */
  readonly to:
    { readonly candidateId: string } | { readonly userId: string } | { readonly address: string };
  /** What the mail is because of: the same cause, kind and person make one mail, however often it is queued. */
  readonly cause: string;
  readonly variables: EmailVariables<Kind>;
  readonly jobId?: string;
  readonly resumeId?: string;
  readonly interviewId?: string;
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
    @Inject(SIGNING_KEY) private readonly signingKey: string,
  ) {}

  /** The mail's id; null when this cause has made one already, or when there is no such person. */
  async add<Kind extends EmailKind>(request: EmailRequest<Kind>): Promise<string | null> {
    const { companyId, kind, to, delaySeconds = 0 } = request;
    const candidateId = 'candidateId' in to ? to.candidateId : null;
    const userId = 'userId' in to ? to.userId : null;
    const person =
      'address' in to
        ? { name: null, address: to.address }
        : await this.recipients.find(companyId, { candidateId, userId });
    if (person === null) {
      return null;
    }
    const { name: toName, address: toAddress } = person;
    const id = randomUUID();
    const isNew = await this.emails.insert({
      ...(await this.word(request, toAddress)),
      id,
      companyId,
      kind,
      candidateId,
      userId,
      jobId: request.jobId ?? null,
      resumeId: request.resumeId ?? null,
      interviewId: request.interviewId ?? null,
      dedupeKey: `${request.cause} ${kind} ${candidateId ?? userId ?? ''}`,
      toName,
      toAddress,
      attachments: request.attachments ?? [],
      knownStatus: request.knownStatus ?? null,
      delaySeconds,
      state: toAddress === null ? 'no_address' : 'queued',
    });
    if (!isNew) {
      return null;
    }
    if (toAddress !== null) {
      await this.send(companyId, id, delaySeconds);
    }
    return id;
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

  private async word<Kind extends EmailKind>(
    { companyId, kind, variables }: EmailRequest<Kind>,
    address: string | null,
  ): Promise<Pick<NewEmail, 'subject' | 'text' | 'html' | 'unsubscribeUrl'>> {
    const unsubscribeUrl =
      isReminder(kind) && address !== null ? this.links.urlFor(companyId, address) : null;
    const { subject, text, html } = renderTemplate(await this.templates.get(companyId, kind), {
      ...variables,
      unsubscribe_url: unsubscribeUrl ?? '',
    });
    const kept = (part: string): string =>
      isSecret(kind) ? sealText(part, this.signingKey) : part;
    return { subject, text: kept(text), html: kept(html), unsubscribeUrl };
  }
}
