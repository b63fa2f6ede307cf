import { randomUUID } from 'node:crypto';
import type { TaskState } from '../../src/modules/tasks/task-contract';
import type { Database } from '../../src/platform/database';

/** A company and its tasks as rows, without the application, whose workers would take them. */
export async function newCompanyRow(database: Database): Promise<string> {
  const id = randomUUID();
  await database.query('INSERT INTO companies (id, name, name_key) VALUES ($1, $2, $2)', [
    id,
    `Company ${id}`,
  ]);
  return id;
}

/** @param fields columns by name */
export async function insertTask(
  database: Database,
  companyId: string,
  state: TaskState,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const id = randomUUID();
  const all = { payload: {}, queue: 'documents', name: 'matching.rank-pool', ...fields };
  const names = Object.keys(all);
  await database.query(
    `INSERT INTO tasks (id, company_id, state, ${names.join(', ')})
     VALUES ($1, $2, $3, ${names.map((_, at) => `$${at + 4}`).join(', ')})`,
    [id, companyId, state, ...Object.values(all)],
  );
  return id;
}
