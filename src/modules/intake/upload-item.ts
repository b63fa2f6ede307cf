import type { SourceDraft } from '../candidates';
import type { TaskError, TaskState } from '../tasks';

/** The batch's state on the wire; see `batchStatus`. */
export const BATCH_STATUSES = ['PENDING', 'RUNNING', 'SUCCESS', 'FAILED', 'PARTIAL'] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];

export const ITEM_STATUSES = ['PENDING', 'RUNNING', 'SUCCESS', 'FAILED'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

export const REFUSALS = { payload_too_large: 'The file is larger than allowed.' } as const;
export type Refusal = keyof typeof REFUSALS;

/** A file on its way in. */
export interface UploadItem {
  readonly id: string;
  readonly companyId: string;
  readonly batchId: string | null;
  readonly taskId: string;
  readonly jobId: string | null;
  readonly uploadedBy: string | null;
  readonly fileName: string;
  readonly storageKey: string;
  /** Why the file was not even stored. */
  readonly refusal: Refusal | null;
  readonly resumeId: string | null;
  readonly isDuplicate: boolean;
  /** Where the person came from; null for items from before it was kept. */
  readonly source: SourceDraft | null;
  /** Of the person who sent the file themselves. */
  readonly applicationId: string | null;
}

/** With what its task says about it; an error only of one that failed. */
export interface UploadItemProgress extends UploadItem {
  readonly status: ItemStatus;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
}

/** What an item's task says about it. */
export function standingOf(
  state: TaskState,
  error: TaskError | null,
): Pick<UploadItemProgress, 'status' | 'errorCode' | 'errorMessage'> {
  switch (state) {
    case 'queued':
      return { status: 'PENDING', errorCode: null, errorMessage: null };
    case 'running':
    case 'retrying':
      return { status: 'RUNNING', errorCode: null, errorMessage: null };
    case 'completed':
      return { status: 'SUCCESS', errorCode: null, errorMessage: null };
    case 'failed':
      return {
        status: 'FAILED',
        errorCode: error?.code ?? null,
        errorMessage: error?.message ?? null,
      };
    case 'cancelled':
      return {
        status: 'FAILED',
        errorCode: 'cancelled',
        errorMessage: 'The upload was cancelled.',
      };
  }
}

export interface BatchCounts {
  readonly status: BatchStatus;
  readonly totalFiles: number;
  /** Finished, well or not. */
  readonly processedFiles: number;
  readonly failedFiles: number;
}

export function batchCounts(items: readonly { readonly status: ItemStatus }[]): BatchCounts {
  const failedFiles = items.filter(({ status }) => status === 'FAILED').length;
  const succeeded = items.filter(({ status }) => status === 'SUCCESS').length;
  return {
    status: batchStatus(items),
    totalFiles: items.length,
    processedFiles: failedFiles + succeeded,
    failedFiles,
  };
}

/** Finished batches are SUCCESS, FAILED or, with items of both kinds, PARTIAL. */
export function batchStatus(items: readonly { readonly status: ItemStatus }[]): BatchStatus {
  const count = (status: ItemStatus): number =>
    items.filter((item) => item.status === status).length;
  if (count('PENDING') === items.length) {
    return 'PENDING';
  }
  if (count('PENDING') + count('RUNNING') > 0) {
    return 'RUNNING';
  }
  if (count('SUCCESS') === items.length) {
    return 'SUCCESS';
  }
  return count('FAILED') === items.length ? 'FAILED' : 'PARTIAL';
}

export const isFinishedBatch = (items: readonly { readonly status: ItemStatus }[]): boolean =>
  items.every(({ status }) => status === 'SUCCESS' || status === 'FAILED');
