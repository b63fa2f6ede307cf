import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every chunk says which model made its vector, as the resume does: a search by chunks then reads one table
 * (docs/adr/0013). The column changes every row, and an index of vectors that is kept up row by row takes
 * many times as long as one that is built again, which the next process to start does in the background.
 */
export class AddChunkModel1763881000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX IF EXISTS resume_chunks_embedding_hnsw;
      ALTER TABLE resume_chunks ADD COLUMN embedding_model text;
      UPDATE resume_chunks k SET embedding_model = r.embedding_model FROM resumes r WHERE r.id = k.resume_id;
      ALTER TABLE resume_chunks ALTER COLUMN embedding_model SET NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE resume_chunks DROP COLUMN embedding_model');
  }
}
