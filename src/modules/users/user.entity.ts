import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../common/http';

/** Unique by e-mail over all companies (users_email_unique); users_company serves the list. */
@Entity('users')
export class UserEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  companyId!: string;

  @Column('citext')
  email!: string;

  /** Read only where a password is checked. */
  @Column('text', { select: false })
  hashedPassword!: string;

  @Column('text')
  fullName!: string;

  @Column('text')
  role!: Role;

  @Column('boolean')
  isOwner!: boolean;

  @Column('boolean')
  isActive!: boolean;

  /** Tokens made for a lower version are no longer valid. */
  @Column('integer')
  sessionVersion!: number;

  @Column('timestamptz')
  createdAt!: Date;
}
