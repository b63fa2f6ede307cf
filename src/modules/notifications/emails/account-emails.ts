import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../platform/events';
import { PasswordResetRequested, PersonInvited } from '../../auth/auth.events';
import { EmailQueue } from './email-queue';
import { RecipientsRepository } from './recipients.repository';

/** Mails codes to get in, to those who asked for one or were invited. */
@Injectable()
export class AccountEmails implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly recipients: RecipientsRepository,
    private readonly queue: EmailQueue,
  ) {}

  onModuleInit(): void {
    this.events.on(PasswordResetRequested, (request) => this.mailReset(request));
    this.events.on(PersonInvited, (invitation) => this.mailInvitation(invitation));
  }

  private async mailReset(request: PasswordResetRequested): Promise<void> {
    const { companyId, userId } = request;
    const person = await this.recipients.find(companyId, { candidateId: null, userId });
    await this.queue.add({
      companyId,
      kind: 'password_reset',
      to: { userId },
      cause: `password-reset:${request.resetId}`,
      variables: { user_name: person?.name ?? '', code: request.token },
    });
  }

  private async mailInvitation(invitation: PersonInvited): Promise<void> {
    const { companyId, invitedBy, email } = invitation;
    const host = await this.recipients.find(companyId, { candidateId: null, userId: invitedBy });
    await this.queue.add({
      companyId,
      kind: 'user_invitation',
      to: { address: email },
      cause: `invitation:${invitation.invitationId}`,
      variables: {
        invited_by: host?.name ?? '',
        company_name: (await this.recipients.companyName(companyId)) ?? '',
        code: invitation.token,
      },
    });
  }
}
