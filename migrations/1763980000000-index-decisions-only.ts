import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How far people and scores agree reads the last decision of every application: from an index of the decisions
 * alone, not of every change, and beside it the application's job from an index of this company's applications,
 * not from the rows of all companies.
 */
export class IndexDecisionsOnly1763980000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX match_status_changes_decided ON match_status_changes (company_id, match_id, created_at, id)
        INCLUDE (to_status, match_score, job_version, engine_version)
        WHERE to_status IN ('shortlisted', 'interviewing', 'offered', 'hired', 'rejected');
      DROP INDEX match_status_changes_last;
      CREATE INDEX application_records_matches ON application_records (company_id, match_id) INCLUDE (job_id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX application_records_matches;
      CREATE INDEX match_status_changes_last ON match_status_changes (company_id, match_id, created_at, id)
        INCLUDE (to_status, match_score, job_version, engine_version);
      DROP INDEX match_status_changes_decided;
    `);
  }
}
