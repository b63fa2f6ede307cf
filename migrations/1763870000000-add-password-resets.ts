import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tokens by which people who forgot their password set a new one. */
export class AddPasswordResets1763870000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE password_resets (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        -- One for each person: another takes its place.
        user_id uuid NOT NULL CONSTRAINT password_resets_user_unique UNIQUE REFERENCES users ON DELETE CASCADE,
        token_hash text NOT NULL CONSTRAINT password_resets_hash_unique UNIQUE,
        expires_at timestamptz(3) NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE password_resets;');
  }
}
