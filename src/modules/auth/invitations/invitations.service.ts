import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors';
import type { Actor, Page, Role } from '../../../common/http';
import { Database } from '../../../platform/database';
import { EventBus } from '../../../platform/events';
import { EmailTakenError, UsersService } from '../../users';
import {
  InvalidInvitationError,
  InvitationEmailError,
  InvitationExistsError,
} from '../auth.errors';
import { PersonInvited } from '../auth.events';
import { hashOpaqueToken, newOpaqueToken } from '../opaque-token';
import type { InvitationEntity } from './invitation.entity';
import { InvitationsRepository } from './invitations.repository';

const TOKEN_PREFIX = 'sli_';
const LIFE_MS = 7 * 24 * 60 * 60 * 1000;

export type Invitation = Readonly<Omit<InvitationEntity, 'tokenHash'>>;

/** The only way into a company that exists. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly repository: InvitationsRepository,
    private readonly users: UsersService,
    private readonly database: Database,
    private readonly events: EventBus,
  ) {}

  /**
   * The token is told here, to the caller and to who mails it, and never again; its hash is kept.
   *
   * @throws EmailTakenError, InvitationExistsError
   */
  async create(
    actor: Actor,
    { email, role }: { readonly email: string; readonly role: Role },
  ): Promise<{ readonly invitation: Invitation; readonly token: string }> {
    if (await this.users.isEmailTaken(email)) {
      throw new EmailTakenError();
    }
    const now = new Date();
    const token = newOpaqueToken(TOKEN_PREFIX);
    const invitation = {
      id: randomUUID(),
      companyId: actor.companyId,
      email,
      role,
      invitedBy: actor.userId,
      expiresAt: new Date(now.getTime() + LIFE_MS),
      acceptedAt: null,
      createdAt: now,
    };
    await this.database.transaction(async () => {
      if (!(await this.repository.insert({ ...invitation, tokenHash: hashOpaqueToken(token) }))) {
        throw new InvitationExistsError();
      }
      const { companyId, id, invitedBy } = invitation;
      await this.events.publish(new PersonInvited(companyId, id, email, invitedBy, token));
    });
    return { invitation, token };
  }

  /**
   * Uses the invitation up; call it in the transaction that adds the user.
   *
   * @throws InvalidInvitationError, InvitationEmailError
   */
  async accept(
    token: string,
    email: string,
  ): Promise<{ readonly companyId: string; readonly role: Role }> {
    const now = new Date();
    const invitation = await this.repository.findOpen(hashOpaqueToken(token), now);
    if (invitation === null) {
      throw new InvalidInvitationError();
    }
    if (invitation.email !== email) {
      throw new InvitationEmailError();
    }
    if (!(await this.repository.accept(invitation.id, now))) {
      throw new InvalidInvitationError();
    }
    return { companyId: invitation.companyId, role: invitation.role };
  }

  list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<Invitation>> {
    return this.repository.list(companyId, query);
  }

  /** @throws NotFoundError also once it was accepted. */
  async withdraw(companyId: string, invitationId: string): Promise<void> {
    if (!(await this.repository.deleteOpen(companyId, invitationId))) {
      throw new NotFoundError('invitation');
    }
  }
}
