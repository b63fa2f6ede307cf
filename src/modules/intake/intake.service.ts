import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { Database } from '../../platform/database';
import { JobsService, scopeOf } from '../jobs';
import { MatchingService, type MatchRow } from '../matching';
import { type PreparedResume, type ResumeFile, type ResumeRow, ResumesService } from '../resumes';

export interface IntakeResult {
  readonly resume: ResumeRow;
  /** The company had these very bytes; nothing was stored again. */
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
  ) {}

  /** @throws UnreadableResumeError, NotFoundError and JobClosedError about the job */
  async upload(actor: Actor, file: ResumeFile, jobId: string | null): Promise<IntakeResult> {
    const { companyId } = actor;
    if (jobId !== null) {
      await this.jobs.getAccepting(scopeOf(actor), jobId);
    }
    const knownId = await this.resumes.findByBytes(companyId, file.bytes);
    if (knownId !== null) {
      await this.database.transaction(() => this.match(companyId, knownId, jobId));
      return this.result(companyId, knownId, jobId, true);
    }
    const prepared = await this.resumes.prepare(companyId, file);
    if (await this.store(actor, prepared, jobId)) {
      return this.result(companyId, prepared.id, jobId, false);
    }
    // The same bytes arrived twice at once and the other request was first: answer like it.
    return this.upload(actor, file, jobId);
  }

  /** False when the same bytes were stored meanwhile. The file goes when the row does not come. */
  private async store(
    actor: Actor,
    prepared: PreparedResume,
    jobId: string | null,
  ): Promise<boolean> {
    let isStored = false;
    try {
      isStored = await this.database.transaction(async () => {
        if (!(await this.resumes.insert(prepared, actor.userId))) {
          throw new StoredMeanwhile();
        }
        await this.match(actor.companyId, prepared.id, jobId);
        return true;
      });
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

  private match(companyId: string, resumeId: string, jobId: string | null): Promise<void> {
    return jobId === null
      ? this.matching.matchOpenJobs(companyId, resumeId)
      : this.matching.matchApplication(companyId, jobId, resumeId);
  }

  private async result(
    companyId: string,
    resumeId: string,
    jobId: string | null,
    isDuplicate: boolean,
  ): Promise<IntakeResult> {
    const resume = await this.resumes.get(companyId, resumeId);
    const all = await this.matching.listOfResume(companyId, resumeId);
    const matches = jobId === null ? all : all.filter((match) => match.jobId === jobId);
    return { resume, isDuplicate, matches };
  }
}

/** Rolls the transaction back, the new person included. */
class StoredMeanwhile extends Error {}
