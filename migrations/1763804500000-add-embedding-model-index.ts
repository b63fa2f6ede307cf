import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tells at every search, by two probes, whether a company has vectors of another model. */
export class AddEmbeddingModelIndex1763804500000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX resumes_embedding_model ON resumes (company_id, embedding_model) WHERE embedding IS NOT NULL`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX resumes_embedding_model');
  }
}
