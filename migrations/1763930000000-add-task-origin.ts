import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which request asked for a task, so that its log lines and its trace go on in the worker. */
export class AddTaskOrigin1763930000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE tasks ADD COLUMN request_id text, ADD COLUMN trace_parent text',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE tasks DROP COLUMN request_id, DROP COLUMN trace_parent');
  }
}
