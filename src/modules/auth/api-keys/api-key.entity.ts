import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApiKeyScope } from '../domain/api-key-scope';

/** Found by hash (api_keys_hash_unique); api_keys_company serves the list. */
@Entity('api_keys')
export class ApiKeyEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  companyId!: string;

  /** Whom the key acts as. */
  @Column('uuid')
  userId!: string;

  @Column('text')
  name!: string;

  /** The first characters of the key. */
  @Column('text')
  prefix!: string;

  @Column('text')
  keyHash!: string;

  @Column('text', { array: true })
  scopes!: readonly ApiKeyScope[];

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;
}
