import type { MailAttachment } from '../../../platform/mail';
import type { EmailKind } from '../domain/email-kinds';

/**
 * `no_address`: there was nobody to send it to. `bounced`: the server refused it for good. `failed`: given
 * up after the last attempt. `cancelled`: not wanted any more before it was sent.
 */
export const EMAIL_STATES = [
  'queued',
  'sent',
  'failed',
  'bounced',
  'no_address',
  'cancelled',
] as const;
export type EmailState = (typeof EMAIL_STATES)[number];

export interface EmailError {
  readonly code: string;
  readonly message: string;
}

/** Why mail was not sent although it was queued. */
export const CANCELLATIONS = {
  superseded: 'The status was changed again before the e-mail was due.',
  erased: 'The person or the resume that it was about is gone.',
  unsubscribed: 'The person does not want reminders.',
  job_gone: 'The job that it was about is gone.',
  interview_changed: 'The interview was cancelled or moved before the e-mail was sent.',
  task_cancelled: 'The task that sends it was cancelled.',
} as const;

/** A row of `email_messages` as people see it. */
export interface Email {
  readonly id: string;
  readonly companyId: string;
  readonly kind: EmailKind;
  readonly candidateId: string | null;
  readonly userId: string | null;
  readonly jobId: string | null;
  readonly resumeId: string | null;
  readonly toName: string | null;
  readonly toAddress: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly state: EmailState;
  readonly attempts: number;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly taskId: string | null;
  readonly sendAfter: Date;
  readonly sentAt: Date | null;
  readonly erasedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What sending needs beside the row: the address as it is now, and how the company signs. */
export interface EmailToSend extends Email {
  readonly attachments: readonly MailAttachment[];
  readonly unsubscribeUrl: string | null;
  readonly currentAddress: string | null;
  readonly senderName: string;
  readonly replyTo: string | null;
  /** The job that it is about was deleted meanwhile. */
  readonly isJobGone: boolean;
  /** How long it must wait still; 0 when it is due. */
  readonly dueInMs: number;
}

export interface NewEmail {
  readonly id: string;
  readonly companyId: string;
  readonly kind: EmailKind;
  readonly candidateId: string | null;
  readonly userId: string | null;
  readonly jobId: string | null;
  readonly resumeId: string | null;
  readonly interviewId: string | null;
  readonly dedupeKey: string;
  readonly toName: string | null;
  readonly toAddress: string | null;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly MailAttachment[];
  readonly unsubscribeUrl: string | null;
  readonly knownStatus: string | null;
  readonly state: EmailState;
  readonly delaySeconds: number;
}
