import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../../common/http';
import { Database } from '../../../platform/database';
import { InvitationEntity } from './invitation.entity';

@Injectable()
export class InvitationsRepository {
  constructor(private readonly database: Database) {}

  /** Takes the place of an expired invitation of the same address; false when that one is still open. */
  async insert(invitation: InvitationEntity): Promise<boolean> {
    const inserted = await this.database.query(
      `INSERT INTO invitations (id, company_id, email, role, token_hash, invited_by, expires_at, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (company_id, email) WHERE accepted_at IS NULL
       DO UPDATE SET id = excluded.id, role = excluded.role, token_hash = excluded.token_hash,
         invited_by = excluded.invited_by, expires_at = excluded.expires_at, created_at = excluded.created_at
       WHERE invitations.expires_at <= excluded.created_at
       RETURNING id`,
      [
        invitation.id,
        invitation.companyId,
        invitation.email,
        invitation.role,
        invitation.tokenHash,
        invitation.invitedBy,
        invitation.expiresAt,
        invitation.createdAt,
      ],
    );
    return inserted.length > 0;
  }

  findOpen(tokenHash: string, now: Date): Promise<InvitationEntity | null> {
    return this.database.manager
      .createQueryBuilder(InvitationEntity, 'invitation')
      .where('invitation.tokenHash = :tokenHash', { tokenHash })
      .andWhere('invitation.acceptedAt IS NULL')
      .andWhere('invitation.expiresAt > :now', { now })
      .getOne();
  }

  /** False when it was accepted or withdrawn meanwhile. */
  async accept(id: string, now: Date): Promise<boolean> {
    const accepted = await this.database.execute(
      'UPDATE invitations SET accepted_at = $2 WHERE id = $1 AND accepted_at IS NULL',
      [id, now],
    );
    return accepted > 0;
  }

  /** Those not accepted, oldest first. */
  async list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<InvitationEntity>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const rows = this.database.manager
      .createQueryBuilder(InvitationEntity, 'invitation')
      .where('invitation.companyId = :companyId', { companyId })
      .andWhere('invitation.acceptedAt IS NULL');
    const total = await rows.getCount();
    if (after !== null) {
      rows.andWhere('(invitation.createdAt, invitation.id) > (:at, :id)', {
        at: after[0],
        id: after[1],
      });
    }
    const invitations = await rows
      .orderBy('invitation.createdAt', 'ASC')
      .addOrderBy('invitation.id', 'ASC')
      .take(query.limit + 1)
      .getMany();
    return pageOf(invitations, {
      limit: query.limit,
      total,
      key: (invitation) => [invitation.createdAt.toISOString(), invitation.id],
    });
  }

  /** False when there is none, or it was accepted. */
  async deleteOpen(companyId: string, id: string): Promise<boolean> {
    const deleted = await this.database.execute(
      'DELETE FROM invitations WHERE company_id = $1 AND id = $2 AND accepted_at IS NULL',
      [companyId, id],
    );
    return deleted > 0;
  }
}
