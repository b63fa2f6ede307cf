import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A job's own weights, the weight that each result was scored with, and what a decision was taken on:
 * the rank among how many, and the engine and the version of the job that had ranked. Decisions from before
 * know no rank.
 */
export class AddWeightsAndDecisions1763806000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE job_descriptions ADD COLUMN similarity_weight double precision NOT NULL DEFAULT 0.6
        CONSTRAINT job_descriptions_similarity_weight_check CHECK (similarity_weight BETWEEN 0.4 AND 0.8);

      ALTER TABLE match_results ADD COLUMN similarity_weight double precision NOT NULL DEFAULT 0.6;
      ALTER TABLE match_results ALTER COLUMN similarity_weight DROP DEFAULT;

      ALTER TABLE match_status_changes
        ADD COLUMN rank integer,
        ADD COLUMN candidates integer,
        ADD COLUMN engine_version text,
        ADD COLUMN job_version integer;
      UPDATE match_status_changes c SET engine_version = m.engine_version, job_version = m.job_version
        FROM match_results m WHERE m.id = c.match_id;
      ALTER TABLE match_status_changes
        ALTER COLUMN engine_version SET NOT NULL, ALTER COLUMN job_version SET NOT NULL;
      CREATE INDEX match_status_changes_company ON match_status_changes (company_id, created_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX match_status_changes_company;
      ALTER TABLE match_status_changes DROP COLUMN rank, DROP COLUMN candidates, DROP COLUMN engine_version,
        DROP COLUMN job_version;
      ALTER TABLE match_results DROP COLUMN similarity_weight;
      ALTER TABLE job_descriptions DROP COLUMN similarity_weight;
    `);
  }
}
