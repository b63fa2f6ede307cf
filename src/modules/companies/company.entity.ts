import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Unique by `name_key` (companies_name_key_unique). */
@Entity('companies')
export class CompanyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  nameKey!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
