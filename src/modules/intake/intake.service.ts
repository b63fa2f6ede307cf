import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { CandidateSources, type SourceDraft } from '../candidates';
import { JobsService } from '../jobs';
import { MatchingService, type MatchRow } from '../matching';
import {
  type Applicant,
  type PreparationStep,
  type PreparedResume,
  type ResumeFile,
  type ResumeRow,
  ResumesService,
} from '../resumes';
import { ResumeTaken } from './intake.events';

export interface IntakeRequest {
  readonly companyId: string;
  readonly uploadedBy: string | null;
  /** Match this job only; null for all open jobs. */
  readonly jobId: string | null;
  readonly file: ResumeFile;
  readonly source: SourceDraft;
  /** The person's own words about themselves, when they sent the file. */
  readonly applicant?: Applicant & { readonly applicationId: string };
  /** Where the file is in the storage already; null when it is not. */
  readonly storedAt: string | null;
  /** Hears how far it is, outside of any transaction. */
  readonly onStep?: (step: PreparationStep) => Promise<void>;
  /** Runs in the transaction that stores the resume: what must be true together. */
  readonly alongside?: (taken: TakenResume) => Promise<void>;
}

export interface TakenResume {
  readonly resumeId: string;
  /** The company had these very bytes; nothing was stored again. */
  readonly isDuplicate: boolean;
}

export interface IntakeResult {
  readonly resume: ResumeRow;
  readonly isDuplicate: boolean;
  /** With a job: that job's result, if the resume has text. Without: of the open jobs above the threshold. */
  readonly matches: readonly MatchRow[];
}

/**
 * The way of a file into the system: read and embed it, then store the resume and its results in one
 * transaction, so that a crash leaves all of it or nothing.
 */
@Injectable()
export class IntakeService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly resumes: ResumesService,
    private readonly matching: MatchingService,
    private readonly events: EventBus,
    private readonly sources: CandidateSources,
  ) {}

  /** @throws UnreadableResumeError, NotFoundError and JobClosedError about the job */
  async upload(
    actor: Actor,
    file: ResumeFile,
    { jobId, source }: Pick<IntakeRequest, 'jobId' | 'source'>,
  ): Promise<IntakeResult> {
    const { companyId, userId: uploadedBy } = actor;
    const taken = await this.take({
      companyId,
      uploadedBy,
      jobId,
      file,
      source,
      storedAt: null,
    });
    const resume = await this.resumes.get(companyId, taken.resumeId);
    const all = await this.matching.listOfResume(companyId, taken.resumeId);
    const matches = jobId === null ? all : all.filter((match) => match.jobId === jobId);
    return { resume, isDuplicate: taken.isDuplicate, matches };
  }

  /** @throws UnreadableResumeError, NotFoundError and JobClosedError about the job */
  async take(request: IntakeRequest): Promise<TakenResume> {
    const { companyId, jobId, file } = request;
    if (jobId !== null) {
      await this.jobs.getAccepting({ companyId, memberId: null }, jobId);
    }
    const known = await this.resumes.findByBytes(companyId, file.bytes);
    if (known !== null) {
      // A task that runs twice finds the resume that it stored itself: no duplicate, and its file stays.
      const taken = {
        resumeId: known.id,
        isDuplicate: known.storageKey !== request.storedAt,
      };
      if (await this.takeKnown(request, taken)) {
        return taken;
      }
    }
    const prepared = await this.resumes.prepare(companyId, file, request);
    if (await this.store(request, prepared)) {
      return { resumeId: prepared.id, isDuplicate: false };
    }
    // The same bytes arrived twice at once and the other was first: answer like for any known file.
    return this.take(request);
  }

  /** False when the resume was deleted meanwhile; then the file is a new one. */
  private takeKnown(request: IntakeRequest, taken: TakenResume): Promise<boolean> {
    return this.database.transaction(async () => {
      const isThere = await this.resumes.keep(request.companyId, taken.resumeId);
      if (isThere) {
        await this.finish(request, taken);
      }
      return isThere;
    });
  }

  /** False when the same bytes were stored meanwhile. The file goes when the row does not come. */
  private async store(request: IntakeRequest, prepared: PreparedResume): Promise<boolean> {
    let isStored = false;
    try {
      await this.database.transaction(async () => {
        if (!(await this.resumes.insert(prepared, request.uploadedBy, request.applicant))) {
          throw new StoredMeanwhile();
        }
        await this.finish(request, { resumeId: prepared.id, isDuplicate: false });
      });
      isStored = true;
    } catch (error) {
      if (!(error instanceof StoredMeanwhile)) {
        throw error;
      }
    } finally {
      if (!isStored) {
        await this.resumes.discard(prepared);
      }
    }
    return isStored;
  }

  private async finish(request: IntakeRequest, taken: TakenResume): Promise<void> {
    const { companyId, jobId, uploadedBy: by, source } = request;
    if (jobId === null) {
      await this.matching.matchOpenJobs(companyId, taken.resumeId);
    } else {
      await this.matching.matchApplication(companyId, jobId, taken.resumeId);
    }
    const { resumeId, isDuplicate } = taken;
    await this.sources.record(companyId, { resumeId, jobId, by }, source);
    await request.alongside?.(taken);
    const applicationId = request.applicant?.applicationId ?? null;
    await this.events.publish(
      new ResumeTaken(companyId, resumeId, jobId, isDuplicate, applicationId),
    );
  }
}

/** Rolls the transaction back, the new person included. */
class StoredMeanwhile extends Error {}
