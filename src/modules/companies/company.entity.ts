import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Unique by `name_key` (companies_name_key_unique) and by `slug` (companies_slug_unique). */
@Entity('companies')
export class CompanyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  nameKey!: string;

  /** Names it in public addresses. */
  @Column('text')
  slug!: string;

  /** Whether its open jobs are public and take applications. */
  @Column('boolean')
  careersEnabled!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}
