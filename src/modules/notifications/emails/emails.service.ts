import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors';
import type { Page } from '../../../common/http';
import { Database } from '../../../platform/database';
import { EmailAddressMissingError, EmailNotResendableError } from '../notifications.errors';
import type { Email, EmailState } from './email';
import { EmailQueue } from './email-queue';
import { type EmailFilter, EmailsRepository } from './emails.repository';

const RESENDABLE: readonly EmailState[] = ['failed', 'bounced', 'no_address'];

/** What was sent to whom, for people to see and to put right. */
@Injectable()
export class EmailsService {
  constructor(
    private readonly database: Database,
    private readonly repository: EmailsRepository,
    private readonly queue: EmailQueue,
  ) {}

  list(
    companyId: string,
    query: EmailFilter & { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Email>> {
    return this.repository.list(companyId, query);
  }

  /** @throws NotFoundError */
  async get(companyId: string, id: string): Promise<Email> {
    const email = await this.repository.find(companyId, id);
    if (email === null) {
      throw new NotFoundError('email');
    }
    return email;
  }

  /**
   * Sends it again as it is, to the address that the person has now.
   *
   * @throws NotFoundError, EmailNotResendableError, EmailAddressMissingError
   */
  async resend(companyId: string, id: string): Promise<Email> {
    const found = await this.repository.findToSend(companyId, id);
    if (found === null) {
      throw new NotFoundError('email');
    }
    if (found.currentAddress === null && RESENDABLE.includes(found.state)) {
      throw new EmailAddressMissingError();
    }
    return this.database.transaction(async () => {
      const email = await this.repository.requeue(companyId, id, RESENDABLE);
      if (email === null) {
        throw new EmailNotResendableError(found.state);
      }
      await this.queue.send(companyId, id);
      return email;
    });
  }
}
