import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The words of new resumes go into their index at once. By default they wait in a list beside it, which every search
 * by words reads from end to end, and which makes the planner prefer to unpack the text of every resume. And the words
 * of passages, which nothing has ever searched, are no longer indexed.
 */
export class TidyWordIndexes1763960000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER INDEX resumes_search_vector SET (fastupdate = off);
      SELECT gin_clean_pending_list('resumes_search_vector');
      ALTER TABLE resume_chunks DROP COLUMN tsv;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE resume_chunks ADD COLUMN tsv tsvector GENERATED ALWAYS AS (to_tsvector('english', text)) STORED;
      CREATE INDEX resume_chunks_tsv ON resume_chunks USING gin (tsv);
      ALTER INDEX resumes_search_vector RESET (fastupdate);
    `);
  }
}
