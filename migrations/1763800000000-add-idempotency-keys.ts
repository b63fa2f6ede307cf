import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers kept for requests that name an `Idempotency-Key`. */
export class AddIdempotencyKeys1763800000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE idempotency_keys (
        company_id uuid NOT NULL REFERENCES companies (id) ON DELETE CASCADE,
        key_hash bytea NOT NULL,
        fingerprint bytea NOT NULL,
        claim_id uuid NOT NULL,
        claimed_at timestamptz NOT NULL DEFAULT now(),
        status integer,
        -- Encrypted under the key itself, of which only the hash is here.
        answer bytea,
        PRIMARY KEY (company_id, key_hash)
      );
      CREATE INDEX idempotency_keys_age ON idempotency_keys (claimed_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE idempotency_keys');
  }
}
