import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who runs a task, until when it must not run, whether it stands in its queue, and how often it may be tried. */
export class AddTaskRuns1763850000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE tasks
        -- The order of coming in: one statement inserts many at the same time.
        ADD COLUMN sequence bigint GENERATED ALWAYS AS IDENTITY,
        ADD COLUMN max_attempts integer NOT NULL DEFAULT 3,
        ADD COLUMN run_at timestamptz(3) NOT NULL DEFAULT now(),
        -- Null while it waits for its company's turn; see docs/adr on fairness.
        ADD COLUMN dispatched_at timestamptz(3),
        -- The run that holds the task; what another run says about it does not count.
        ADD COLUMN run_id uuid,
        ADD COLUMN heartbeat_at timestamptz(3);

      DROP INDEX tasks_unfinished;
      CREATE INDEX tasks_unfinished ON tasks (queue, company_id, dispatched_at)
        WHERE state IN ('queued', 'running', 'retrying');
      CREATE INDEX tasks_waiting ON tasks (queue, company_id, run_at, sequence)
        WHERE state IN ('queued', 'retrying') AND dispatched_at IS NULL;
      CREATE INDEX tasks_running ON tasks (heartbeat_at) WHERE state = 'running';
      CREATE INDEX tasks_finished ON tasks (finished_at) WHERE finished_at IS NOT NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX tasks_finished, tasks_running, tasks_waiting, tasks_unfinished;
      CREATE INDEX tasks_unfinished ON tasks (updated_at) WHERE state IN ('queued', 'running', 'retrying');
      ALTER TABLE tasks DROP COLUMN sequence, DROP COLUMN max_attempts, DROP COLUMN run_at,
        DROP COLUMN dispatched_at, DROP COLUMN run_id, DROP COLUMN heartbeat_at;
    `);
  }
}
