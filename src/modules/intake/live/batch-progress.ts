import type { TaskView } from '../../tasks';
import {
  batchCounts,
  type BatchStatus,
  type ItemStatus,
  standingOf,
  type UploadItem,
} from '../upload-item';

export interface BatchStanding {
  readonly batch_id: string;
  readonly status: BatchStatus;
  readonly total_files: number;
  readonly processed_files: number;
  readonly failed_files: number;
}

/** One message about a watched batch. */
export interface BatchUpdate extends BatchStanding {
  readonly type: 'batch_update';
  /** The file that changed last; absent when the message only says where the batch stands. */
  readonly item?: BatchUpdateItem;
  readonly timestamp: string;
}

interface BatchUpdateItem {
  readonly upload_item_id: string;
  readonly file_name: string;
  readonly status: ItemStatus;
  readonly error_message: string | null;
}

type BatchFile = Pick<UploadItem, 'id' | 'taskId' | 'fileName'>;

/** One watcher's picture of a batch, kept up by what its files' tasks say. */
export class BatchProgress {
  private readonly files: ReadonlyMap<string, BatchFile>;
  private readonly tasks = new Map<string, TaskView>();

  constructor(
    private readonly batchId: string,
    files: readonly BatchFile[],
  ) {
    this.files = new Map(files.map((file) => [file.taskId, file]));
  }

  get isEmpty(): boolean {
    return this.tasks.size === 0;
  }

  /** Whether that is news to somebody who watches the batch: percents of one file are not. */
  see(task: TaskView): boolean {
    const before = this.tasks.get(task.id);
    this.tasks.set(task.id, task);
    return before === undefined || statusOf(before) !== statusOf(task);
  }

  /** The file was forgotten together with its task. */
  forget(taskId: string): void {
    this.tasks.delete(taskId);
  }

  standing(): BatchStanding {
    const items = [...this.tasks.values()].map((task) => ({ status: statusOf(task) }));
    const { status, totalFiles, processedFiles, failedFiles } = batchCounts(items);
    return {
      batch_id: this.batchId,
      status,
      total_files: totalFiles,
      processed_files: processedFiles,
      failed_files: failedFiles,
    };
  }

  update(changedTaskId: string | null, now: Date): BatchUpdate {
    const item = changedTaskId === null ? null : this.itemOf(changedTaskId);
    return {
      type: 'batch_update',
      ...this.standing(),
      ...(item === null ? {} : { item }),
      timestamp: now.toISOString(),
    };
  }

  private itemOf(taskId: string): BatchUpdateItem | null {
    const file = this.files.get(taskId);
    const task = this.tasks.get(taskId);
    if (file === undefined || task === undefined) {
      return null;
    }
    const { status, errorMessage } = standingOf(task.state, task.error);
    return {
      upload_item_id: file.id,
      file_name: file.fileName,
      status,
      error_message: errorMessage,
    };
  }
}

const statusOf = (task: TaskView): ItemStatus => standingOf(task.state, task.error).status;
