import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often words occur in places and names, for the planner: without it, it takes a filter by place
 * for one that almost nobody passes, and looks through the whole pool for a job's few results.
 */
export class AddPeopleStatistics1763950000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE STATISTICS candidates_place_words ON (' ' || location_words || ' ') FROM candidates;
      CREATE STATISTICS candidates_name_words ON (' ' || name_words) FROM candidates;
      ANALYZE candidates;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP STATISTICS candidates_place_words; DROP STATISTICS candidates_name_words;',
    );
  }
}
