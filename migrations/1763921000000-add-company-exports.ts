import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Archives of everything that is stored of a company, each for a day. */
export class AddCompanyExports1763921000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE company_exports (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        requested_by uuid REFERENCES users ON DELETE SET NULL,
        -- Null until its task was written, in the same transaction.
        task_id uuid,
        storage_key text NOT NULL,
        -- Null until it is finished, and again when it was removed.
        size_bytes bigint,
        finished_at timestamptz(3),
        expires_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX company_exports_company ON company_exports (company_id, created_at DESC, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE company_exports;');
  }
}
