import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a language model added to the profiles of resumes, and whether companies want that by itself. */
export class AddResumeStructurings1763884000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE resume_structurings (
        resume_id uuid PRIMARY KEY REFERENCES resumes ON DELETE CASCADE,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        -- Paths in the profile.
        filled text[] NOT NULL,
        contradicted integer NOT NULL,
        provenance jsonb NOT NULL,
        is_current boolean NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX resume_structurings_company_index ON resume_structurings (company_id);
      ALTER TABLE ai_settings ADD COLUMN structure_on_upload boolean NOT NULL DEFAULT false;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE ai_settings DROP COLUMN structure_on_upload;
      DROP TABLE resume_structurings;
    `);
  }
}
