import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { FileStorage } from '../../platform/storage';
import { TasksExpired } from '../tasks';
import { UploadsRepository } from './uploads.repository';

/** Forgets uploads together with their tasks: the rows, and the files that never became a resume. */
@Injectable()
export class UploadRetention implements OnModuleInit {
  private readonly log = new Logger(UploadRetention.name);

  constructor(
    private readonly events: EventBus,
    private readonly database: Database,
    private readonly uploads: UploadsRepository,
    private readonly storage: FileStorage,
  ) {}

  onModuleInit(): void {
    this.events.on(TasksExpired, ({ taskIds }) => this.forget(taskIds));
  }

  private async forget(taskIds: readonly string[]): Promise<void> {
    const unusedFiles = await this.uploads.deleteOfTasks(taskIds);
    this.database.afterCommit(() => {
      for (const storageKey of unusedFiles) {
        this.storage.delete(storageKey).catch((error: unknown) => {
          this.log.warn({ err: error, storageKey }, 'file of a forgotten upload not removed');
        });
      }
    });
  }
}
