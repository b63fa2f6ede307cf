import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import type { TaskError, TaskState } from '../tasks';
import type { IntakeRequest } from './intake.service';
import { standingOf, type UploadItem, type UploadItemProgress } from './upload-item';

const SELECT_ITEM = `
  SELECT i.id, i.company_id AS "companyId", i.batch_id AS "batchId", i.task_id AS "taskId", i.job_id AS "jobId",
    i.uploaded_by AS "uploadedBy", i.file_name AS "fileName", i.storage_key AS "storageKey",
    i.refusal, i.resume_id AS "resumeId", i.is_duplicate AS "isDuplicate", i.source,
    i.application_id AS "applicationId"`;

/** The `upload_batches` and `upload_items` tables. */
@Injectable()
export class UploadsRepository {
  constructor(private readonly database: Database) {}

  async insertBatch(batch: {
    readonly id: string;
    readonly companyId: string;
    readonly jobId: string | null;
    readonly uploadedBy: string | null;
  }): Promise<void> {
    await this.database.query(
      'INSERT INTO upload_batches (id, company_id, job_id, uploaded_by) VALUES ($1, $2, $3, $4)',
      [batch.id, batch.companyId, batch.jobId, batch.uploadedBy],
    );
  }

  async insertItems(
    shared: Pick<
      UploadItem,
      'companyId' | 'batchId' | 'jobId' | 'uploadedBy' | 'source' | 'applicationId'
    >,
    items: readonly Pick<UploadItem, 'id' | 'taskId' | 'fileName' | 'storageKey' | 'refusal'>[],
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO upload_items (id, company_id, batch_id, task_id, job_id, uploaded_by, position, file_name,
         storage_key, refusal, source, application_id)
       SELECT id, $1, $2, task_id, $3, $4, position - 1, file_name, storage_key, refusal, $10, $11
       FROM unnest($5::uuid[], $6::uuid[], $7::text[], $8::text[], $9::text[])
         WITH ORDINALITY AS given (id, task_id, file_name, storage_key, refusal, position)`,
      [
        shared.companyId,
        shared.batchId,
        shared.jobId,
        shared.uploadedBy,
        items.map((item) => item.id),
        items.map((item) => item.taskId),
        items.map((item) => item.fileName),
        items.map((item) => item.storageKey),
        items.map((item) => item.refusal),
        JSON.stringify(shared.source),
        shared.applicationId,
      ],
    );
  }

  async batchExists(companyId: string, batchId: string): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT 1 FROM upload_batches WHERE company_id = $1 AND id = $2',
      [companyId, batchId],
    );
    return rows.length > 0;
  }

  async findItem(companyId: string, id: string): Promise<UploadItem | null> {
    const [item] = await this.database.query<UploadItem>(
      `${SELECT_ITEM} FROM upload_items i WHERE i.company_id = $1 AND i.id = $2`,
      [companyId, id],
    );
    return item ?? null;
  }

  /** Who applied; null when the application is gone. */
  async applicantOf(
    applicationId: string,
  ): Promise<NonNullable<IntakeRequest['applicant']> | null> {
    const [applicant] = await this.database.query<NonNullable<IntakeRequest['applicant']>>(
      `SELECT id AS "applicationId", full_name AS "fullName", email::text AS email FROM applications WHERE id = $1`,
      [applicationId],
    );
    return applicant ?? null;
  }

  /** In the order of the upload; an item's state is its task's. */
  async itemsOf(companyId: string, batchId: string): Promise<readonly UploadItemProgress[]> {
    const rows = await this.database.query<
      UploadItem & { readonly state: TaskState; readonly error: TaskError | null }
    >(
      `${SELECT_ITEM}, t.state, t.error
       FROM upload_items i JOIN tasks t ON t.id = i.task_id
       WHERE i.company_id = $1 AND i.batch_id = $2 ORDER BY i.position`,
      [companyId, batchId],
    );
    return rows.map(({ state, error, ...item }) => ({ ...item, ...standingOf(state, error) }));
  }

  /** Deletes the items of these tasks, and batches that are empty then; the files that no resume uses. */
  async deleteOfTasks(taskIds: readonly string[]): Promise<string[]> {
    const items = await this.database.query<{
      storageKey: string;
      isUsed: boolean;
      batchId: string | null;
    }>(
      `WITH gone AS (DELETE FROM upload_items WHERE task_id = ANY($1) RETURNING storage_key, resume_id, batch_id)
       SELECT storage_key AS "storageKey", resume_id IS NOT NULL AS "isUsed", batch_id AS "batchId" FROM gone`,
      [taskIds],
    );
    await this.database.execute(
      `DELETE FROM upload_batches b WHERE id = ANY($1)
         AND NOT EXISTS (SELECT 1 FROM upload_items i WHERE i.batch_id = b.id)`,
      [[...new Set(items.map(({ batchId }) => batchId))]],
    );
    return items.filter(({ isUsed }) => !isUsed).map(({ storageKey }) => storageKey);
  }

  async setResume(itemId: string, resumeId: string, isDuplicate: boolean): Promise<void> {
    await this.database.execute(
      'UPDATE upload_items SET resume_id = $2, is_duplicate = $3 WHERE id = $1',
      [itemId, resumeId, isDuplicate],
    );
  }
}
