import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far people and scores agree reads the last decision of every application: from this alone, and without sorting. */
export class AddLastDecisionIndex1763970000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX match_status_changes_last ON match_status_changes (company_id, match_id, created_at, id)
        INCLUDE (to_status, match_score, job_version, engine_version)
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX match_status_changes_last');
  }
}
