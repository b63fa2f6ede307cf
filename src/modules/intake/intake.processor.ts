import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/errors';
import { BreakerOpenError } from '../../platform/breakers';
import { FileStorage, StorageUnavailableError } from '../../platform/storage';
import type { PreparationStep } from '../resumes';
import {
  PermanentTaskError,
  PostponedTaskError,
  type TaskContext,
  type TaskProcessor,
  type TaskResult,
} from '../tasks';
import { type IntakeRequest, IntakeService } from './intake.service';
import { ReprocessService } from './reprocess.service';
import { REFUSALS, type UploadItem } from './upload-item';
import { UploadsRepository } from './uploads.repository';

type Kinds = 'intake.process-item' | 'intake.reprocess-resume';

/** How far a file is after each step, in percent; storing and matching are the rest. */
const PERCENT_AFTER: Readonly<Record<PreparationStep, number>> = { read: 40, embedded: 80 };

/** Reads stored files in the background. Both kinds may run twice without harm, even at the same time. */
@Injectable()
export class IntakeProcessor implements TaskProcessor<Kinds> {
  readonly handlers: TaskProcessor<Kinds>['handlers'] = {
    'intake.process-item': (context) => permanently(() => this.process(context)),
    'intake.reprocess-resume': ({ companyId, payload, progress }) =>
      permanently(() =>
        this.reprocessing.reprocess(companyId, payload.resumeId, (step) =>
          progress(PERCENT_AFTER[step]),
        ),
      ),
  };

  constructor(
    private readonly intake: IntakeService,
    private readonly reprocessing: ReprocessService,
    private readonly storage: FileStorage,
    private readonly uploads: UploadsRepository,
  ) {}

  private async process(context: TaskContext<'intake.process-item'>): Promise<TaskResult> {
    const { companyId, payload, progress } = context;
    const item = await this.uploads.findItem(companyId, payload.itemId);
    if (item === null) {
      return { deleted: true };
    }
    if (item.resumeId !== null) {
      return { resume_id: item.resumeId, duplicate: item.isDuplicate };
    }
    if (item.refusal !== null) {
      throw new PermanentTaskError(item.refusal, REFUSALS[item.refusal]);
    }
    const bytes = await this.storage.read(item.storageKey);
    if (bytes === null) {
      throw new PermanentTaskError('file_gone', 'The file is no longer there.');
    }
    const taken = await this.intake.take({
      companyId,
      uploadedBy: item.uploadedBy,
      jobId: item.jobId,
      file: { name: item.fileName, bytes },
      storedAt: item.storageKey,
      source: item.source ?? { kind: item.batchId === null ? 'upload' : 'bulk' },
      ...(await this.applicantOf(item)),
      onStep: (step) => progress(PERCENT_AFTER[step]),
      alongside: ({ resumeId, isDuplicate }) =>
        this.uploads.setResume(item.id, resumeId, isDuplicate),
    });
    if (taken.isDuplicate) {
      await this.storage.delete(item.storageKey);
    }
    return { resume_id: taken.resumeId, duplicate: taken.isDuplicate };
  }

  private async applicantOf({
    applicationId,
  }: UploadItem): Promise<Pick<IntakeRequest, 'applicant'>> {
    const applicant = applicationId === null ? null : await this.uploads.applicantOf(applicationId);
    return applicant === null ? {} : { applicant };
  }
}

/**
 * What a person would be told about a request is final for a task too: the same file fails again. A storage
 * that is away is not about the file.
 */
async function permanently(work: () => Promise<TaskResult>): Promise<TaskResult> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StorageUnavailableError) {
      throw error.cause instanceof BreakerOpenError
        ? new PostponedTaskError(error.cause.retryAfterMs)
        : error;
    }
    if (error instanceof AppError) {
      throw new PermanentTaskError(error.code, error.message, { cause: error });
    }
    throw error;
  }
}
