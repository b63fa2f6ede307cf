import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor } from '../../common/http';
import { ENV, type Env } from '../../config';
import { Database } from '../../platform/database';
import { FileStorage } from '../../platform/storage';
import type { SourceDraft } from '../candidates';
import { JobsService, scopeOf } from '../jobs';
import { type TaskOwner, TasksService } from '../tasks';
import { filesOfUpload, type IncomingFile, type ReceivedFile } from './incoming-files';
import { FileTooLargeError, NoFilesError, TooManyFilesError } from './intake.errors';
import type { Refusal, UploadItemProgress } from './upload-item';
import { UploadsRepository } from './uploads.repository';

export interface AcceptedItem {
  readonly id: string;
  readonly fileName: string;
  readonly taskId: string;
}

/** What files are sent for, and where their people came from. */
export interface Wanted {
  readonly jobId: string | null;
  readonly source: SourceDraft;
}

interface ItemsShared extends Wanted {
  readonly owner: TaskOwner;
  readonly batchId: string | null;
  readonly applicationId: string | null;
}

interface StoredFile {
  readonly id: string;
  readonly fileName: string;
  readonly storageKey: string;
  readonly refusal: Refusal | null;
}

/** Files that are stored now and read in the background, one task each. */
@Injectable()
export class BulkIntakeService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly tasks: TasksService,
    private readonly storage: FileStorage,
    private readonly uploads: UploadsRepository,
  ) {}

  /** One file without a batch. @throws NotFoundError, JobClosedError, FileTooLargeError, QueueFullError */
  async acceptOne(
    actor: Actor,
    file: ReceivedFile,
    { jobId, source }: Wanted,
  ): Promise<AcceptedItem> {
    await this.checkWanted(actor, jobId);
    return this.acceptAlone(file, { owner: actor, jobId, source, applicationId: null });
  }

  /**
   * The same for a person who applies to a job that is known to take applications. `alongside` writes the
   * application, in the transaction that writes the item.
   *
   * @throws FileTooLargeError, QueueFullError
   */
  async acceptApplication(
    file: ReceivedFile,
    application: {
      readonly id: string;
      readonly companyId: string;
      readonly jobId: string;
      readonly alongside: () => Promise<void>;
    },
  ): Promise<AcceptedItem> {
    const { companyId, jobId, id: applicationId } = application;
    await this.tasks.checkRoom('intake.process-item', companyId);
    const owner = { companyId, userId: null };
    const shared = { owner, jobId, source: { kind: 'apply' as const }, applicationId };
    return this.acceptAlone(file, shared, application.alongside);
  }

  private async acceptAlone(
    file: ReceivedFile,
    shared: Omit<ItemsShared, 'batchId'>,
    alongside?: () => Promise<void>,
  ): Promise<AcceptedItem> {
    if (file.bytes === null) {
      throw new FileTooLargeError();
    }
    const stored = [await this.put(shared.owner.companyId, file)];
    const [item] = await this.keep(stored, () =>
      this.database.transaction(async () => {
        await alongside?.();
        return this.insert({ ...shared, batchId: null }, stored);
      }),
    );
    if (item === undefined) {
      throw new Error('A stored file gave no item.');
    }
    return item;
  }

  /**
   * Many files, those in archives included, as a batch. A file that cannot be taken fails alone, later.
   *
   * @throws NotFoundError, JobClosedError, NoFilesError, TooManyFilesError, ArchiveUnreadableError,
   * QueueFullError
   */
  async acceptBatch(
    actor: Actor,
    incoming: readonly IncomingFile[],
    { jobId, source }: Wanted,
  ): Promise<{ batchId: string; items: readonly AcceptedItem[] }> {
    await this.checkWanted(actor, jobId);
    const stored: StoredFile[] = [];
    return this.keep(stored, async () => {
      for (const file of incoming) {
        for await (const received of filesOfUpload(file, this.limits(stored.length))) {
          stored.push(await this.put(actor.companyId, received));
          if (stored.length > this.env.MAX_BULK_FILES) {
            throw new TooManyFilesError(this.env.MAX_BULK_FILES);
          }
        }
      }
      if (stored.length === 0) {
        throw new NoFilesError();
      }
      const batchId = randomUUID();
      const shared = { owner: actor, jobId, batchId, source, applicationId: null };
      return { batchId, items: await this.insert(shared, stored) };
    });
  }

  /** @throws NotFoundError */
  async progressOf(companyId: string, batchId: string): Promise<readonly UploadItemProgress[]> {
    if (!(await this.uploads.batchExists(companyId, batchId))) {
      throw new NotFoundError('batch');
    }
    return this.uploads.itemsOf(companyId, batchId);
  }

  /** Runs the failed items again; their number. @throws NotFoundError */
  async retryFailed(companyId: string, batchId: string): Promise<number> {
    const items = await this.progressOf(companyId, batchId);
    const failed = items.filter((item) => item.status === 'FAILED' && item.refusal === null);
    for (const item of failed) {
      await this.tasks.retry(companyId, item.taskId);
    }
    return failed.length;
  }

  private async checkWanted(actor: Actor, jobId: string | null): Promise<void> {
    await this.tasks.checkRoom('intake.process-item', actor.companyId);
    if (jobId !== null) {
      await this.jobs.getAccepting(scopeOf(actor), jobId);
    }
  }

  private limits(alreadyTaken: number): { maxFiles: number; maxFileSizeBytes: number } {
    return {
      maxFiles: this.env.MAX_BULK_FILES - alreadyTaken,
      maxFileSizeBytes: this.env.MAX_FILE_SIZE,
    };
  }

  private async put(companyId: string, file: ReceivedFile): Promise<StoredFile> {
    const id = randomUUID();
    const storageKey = `${companyId}/${id}`;
    if (file.bytes !== null) {
      await this.storage.put(storageKey, file.bytes);
    }
    const refusal = file.bytes === null ? 'payload_too_large' : null;
    return { id, fileName: file.name, storageKey, refusal };
  }

  private insert(shared: ItemsShared, files: readonly StoredFile[]): Promise<AcceptedItem[]> {
    const { owner, ...common } = shared;
    const { companyId, userId: uploadedBy } = owner;
    const { batchId, jobId } = common;
    return this.database.transaction(async () => {
      if (batchId !== null) {
        await this.uploads.insertBatch({ id: batchId, companyId, jobId, uploadedBy });
      }
      const payloads = files.map((file) => ({ itemId: file.id }));
      const taskIds = await this.tasks.enqueueAll('intake.process-item', payloads, owner);
      const items = files.map((file, index) => ({ ...file, taskId: taskIds[index] ?? '' }));
      await this.uploads.insertItems({ ...common, companyId, uploadedBy }, items);
      return items.map(({ id, fileName, taskId }) => ({ id, fileName, taskId }));
    });
  }

  /** Takes the files out of the storage again when they do not become rows. */
  private async keep<T>(stored: readonly StoredFile[], work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await Promise.all(stored.map((file) => this.storage.delete(file.storageKey)));
      throw error;
    }
  }
}
