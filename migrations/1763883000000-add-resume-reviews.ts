import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What could be better in a resume, in place of the last time; it goes with the resume. */
export class AddResumeReviews1763883000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE resume_reviews (
        resume_id uuid PRIMARY KEY REFERENCES resumes ON DELETE CASCADE,
        company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
        wording jsonb NOT NULL,
        provenance jsonb NOT NULL,
        -- Of the text that was reviewed.
        content_md5 text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX resume_reviews_company_index ON resume_reviews (company_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE resume_reviews;');
  }
}
