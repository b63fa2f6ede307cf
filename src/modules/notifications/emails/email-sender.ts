import { Inject, Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { BreakerOpenError } from '../../../platform/breakers';
import {
  MailDeferredError,
  MailRefusedError,
  MailTransport,
  MailUnavailableError,
} from '../../../platform/mail';
import { SIGNING_KEY } from '../../../platform/secrets';
import { PostponedTaskError } from '../../tasks';
import { isReminder, isSecret, outlivesJob } from '../domain/email-kinds';
import { openText } from '../domain/sealed-text';
import { UnsubscribesRepository } from '../unsubscribe/unsubscribes.repository';
import { CANCELLATIONS, type EmailState, type EmailToSend } from './email';
import { EmailsRepository } from './emails.repository';

/** `failed` too: its task may be run again by hand. */
const SENDABLE: readonly EmailState[] = ['queued', 'failed'];

/** Sends one e-mail. May run twice: what was sent or is not wanted any more is left alone. */
@Injectable()
export class EmailSender {
  constructor(
    private readonly emails: EmailsRepository,
    private readonly unsubscribes: UnsubscribesRepository,
    private readonly transport: MailTransport,
    @Inject(SIGNING_KEY) private readonly signingKey: string,
  ) {}

  /**
   * What became of it; 'gone' when there is no such mail.
   *
   * @throws MailDeferredError and MailUnavailableError when another attempt may help, PostponedTaskError when
   * it must wait and nothing was tried.
   */
  async send(companyId: string, emailId: string): Promise<EmailState | 'gone'> {
    const email = await this.emails.findToSend(companyId, emailId);
    if (email === null) {
      return 'gone';
    }
    if (!SENDABLE.includes(email.state)) {
      return email.state;
    }
    if (email.dueInMs > 0) {
      throw new PostponedTaskError(email.dueInMs);
    }
    if (email.isJobGone && !outlivesJob(email.kind)) {
      await this.emails.cancel(emailId, 'job_gone', CANCELLATIONS.job_gone);
      return 'cancelled';
    }
    const { currentAddress: address } = email;
    if (address === null) {
      await this.emails.markWithoutAddress(emailId);
      return 'no_address';
    }
    if (isReminder(email.kind) && (await this.unsubscribes.has(companyId, address))) {
      await this.emails.cancel(emailId, 'unsubscribed', CANCELLATIONS.unsubscribed);
      return 'cancelled';
    }
    return this.hand(email, address);
  }

  private async hand(email: EmailToSend, address: string): Promise<EmailState> {
    // Resumes hold what people typed; a server's refusal of such an address would say less.
    if (!isEmail(address)) {
      const message = 'The e-mail address is not a valid one.';
      await this.emails.markFailedAttempt(
        email.id,
        { code: 'address_invalid', message },
        'bounced',
      );
      return 'bounced';
    }
    try {
      const to = { name: email.toName, address };
      await this.transport.send({ ...email, ...this.readable(email), to });
    } catch (error) {
      if (error instanceof MailRefusedError) {
        await this.emails.markFailedAttempt(email.id, error, 'bounced');
        return 'bounced';
      }
      if (error instanceof BreakerOpenError) {
        throw new PostponedTaskError(error.retryAfterMs);
      }
      if (error instanceof MailDeferredError || error instanceof MailUnavailableError) {
        await this.emails.markFailedAttempt(email.id, error);
      }
      throw error;
    }
    if (await this.emails.markSent(email.id, address)) {
      await this.transport.forget(email.id);
    }
    return 'sent';
  }

  private readable({ kind, text, html }: EmailToSend): Pick<EmailToSend, 'text' | 'html'> {
    return isSecret(kind)
      ? { text: openText(text, this.signingKey), html: openText(html, this.signingKey) }
      : { text, html };
  }
}
