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
}

/** With what its task says about it. */
export interface UploadItemProgress extends UploadItem {
  readonly status: ItemStatus;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
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
