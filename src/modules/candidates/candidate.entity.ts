import { Column, Entity, PrimaryColumn } from 'typeorm';

export interface CandidateLink {
  readonly url: string;
  readonly kind: string;
}

/** A person; one may have several resumes. Indexes: candidates_company, candidates_email, candidates_phone, candidates_name. */
@Entity('candidates')
export class CandidateEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  companyId!: string;

  @Column('text', { nullable: true })
  fullName!: string | null;

  /** See `nameKey`; empty without a name. */
  @Column('text')
  nameKey!: string;

  @Column('citext', { nullable: true })
  email!: string | null;

  /** E.164. */
  @Column('text', { nullable: true })
  phone!: string | null;

  @Column('text', { nullable: true })
  location!: string | null;

  @Column('jsonb')
  links!: readonly CandidateLink[];

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}
