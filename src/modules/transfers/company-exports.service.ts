import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor } from '../../common/http';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { FileStorage } from '../../platform/storage';
import { type TaskContext, type TaskResult, TasksService } from '../tasks';
import { CompanyArchive } from './company-archive';
import { type CompanyExport, CompanyExportsRepository } from './company-exports.repository';
import { PeopleExported } from './transfers.events';
import { ExportExpiredError, ExportNotReadyError } from './transfers.errors';

const KEPT_MS = 24 * 60 * 60 * 1000;

/** Archives of a company: asked for, made in the background, kept for a day. */
@Injectable()
export class CompanyExportsService {
  private readonly log = new Logger(CompanyExportsService.name);

  constructor(
    private readonly database: Database,
    private readonly repository: CompanyExportsRepository,
    private readonly archive: CompanyArchive,
    private readonly storage: FileStorage,
    private readonly tasks: TasksService,
    private readonly events: EventBus,
  ) {}

  /** @throws QueueFullError */
  async request({ companyId, userId }: Actor): Promise<CompanyExport> {
    await this.tasks.checkRoom('transfers.export-company', companyId);
    const id = randomUUID();
    await this.database.transaction(async () => {
      const storageKey = `${companyId}/exports/${id}.zip`;
      await this.repository.insert({ id, companyId, requestedBy: userId, storageKey });
      const payload = { exportId: id };
      const taskId = await this.tasks.enqueue('transfers.export-company', payload, {
        companyId,
        userId,
      });
      await this.repository.setTask(id, taskId);
    });
    this.log.log({ exportId: id, companyId, userId }, 'an export of a company was asked for');
    return this.get(companyId, id);
  }

  /** @throws NotFoundError */
  async get(companyId: string, id: string): Promise<CompanyExport> {
    const found = await this.repository.find(companyId, id);
    if (found === null) {
      throw new NotFoundError('export');
    }
    return found;
  }

  /** @throws NotFoundError, ExportNotReadyError, ExportExpiredError */
  async file(
    { companyId, userId }: Actor,
    id: string,
  ): Promise<{ readonly bytes: Readable; readonly sizeBytes: number }> {
    const { finishedAt, expiresAt, sizeBytes, storageKey } = await this.get(companyId, id);
    if (finishedAt === null) {
      throw new ExportNotReadyError();
    }
    const bytes =
      sizeBytes === null || expiresAt === null || expiresAt <= new Date()
        ? null
        : await this.storage.find(storageKey);
    if (bytes === null || sizeBytes === null) {
      throw new ExportExpiredError();
    }
    try {
      await this.events.publish(new PeopleExported(companyId, 'archive', id));
    } catch (error) {
      bytes.destroy();
      throw error;
    }
    this.log.log({ exportId: id, companyId, userId }, 'an export of a company was fetched');
    return { bytes, sizeBytes };
  }

  /** The handler of the task; run twice, it writes the archive anew. */
  async make(context: TaskContext<'transfers.export-company'>): Promise<TaskResult> {
    const { companyId, payload, progress } = context;
    const found = await this.repository.find(companyId, payload.exportId);
    if (found === null) {
      return { deleted: true };
    }
    const { stream, counts } = await this.archive.open(companyId, new Date(), progress);
    const sizeBytes = await this.storage.putStream(found.storageKey, stream);
    await this.database.transaction(async () => {
      await this.repository.finish(found.id, sizeBytes, KEPT_MS);
      await this.tasks.enqueue(
        'transfers.remove-export',
        { exportId: found.id },
        { companyId, userId: null },
        { delayMs: KEPT_MS },
      );
    });
    return { export_id: found.id, size_bytes: sizeBytes, ...counts() };
  }

  /** The handler of the task at the end of the day. */
  async remove(context: TaskContext<'transfers.remove-export'>): Promise<TaskResult> {
    const { companyId, payload } = context;
    const found = await this.repository.find(companyId, payload.exportId);
    if (found === null) {
      return { deleted: true };
    }
    await this.storage.delete(found.storageKey);
    await this.repository.markRemoved(found.id);
    return { removed: true };
  }
}
