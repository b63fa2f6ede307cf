import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../../common/http';

/** A company has one invitation per e-mail that is not accepted (invitations_open_email). */
@Entity('invitations')
export class InvitationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  companyId!: string;

  @Column('citext')
  email!: string;

  @Column('text')
  role!: Role;

  @Column('text')
  tokenHash!: string;

  @Column('uuid', { nullable: true })
  invitedBy!: string | null;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;
}
