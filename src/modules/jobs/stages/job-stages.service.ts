import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError, ValidationFailedError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { Database } from '../../../platform/database';
import { StageInUseError, TooManyStagesError } from '../jobs.errors';
import { JobsService, scopeOf } from '../jobs.service';
import { type JobStage, JobStagesRepository, type StageStatus } from './job-stages.repository';

const MOST_STAGES = 30;

/** A job's own steps, each on top of a status. A job without stages works by the statuses alone. */
@Injectable()
export class JobStagesService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsService,
    private readonly repository: JobStagesRepository,
  ) {}

  /** @throws NotFoundError */
  async list(actor: Actor, jobId: string): Promise<JobStage[]> {
    await this.jobs.get(scopeOf(actor), jobId);
    return this.repository.list(actor.companyId, jobId);
  }

  /** @throws NotFoundError */
  async get(companyId: string, jobId: string, stageId: string): Promise<JobStage> {
    const stage = await this.repository.find(companyId, jobId, stageId);
    if (stage === null) {
      throw new NotFoundError('stage');
    }
    return stage;
  }

  /** At a place, or at the end. @throws NotFoundError, StageNameTakenError, TooManyStagesError */
  add(
    actor: Actor,
    jobId: string,
    draft: { readonly name: string; readonly status: StageStatus; readonly position?: number },
  ): Promise<JobStage> {
    const { companyId } = actor;
    return this.changing(actor, jobId, async (stages) => {
      if (stages.length >= MOST_STAGES) {
        throw new TooManyStagesError(MOST_STAGES);
      }
      const { name, status } = draft;
      const id = randomUUID();
      const ids = stages.map((stage) => stage.id);
      await this.repository.insert({ id, companyId, jobId, name, status, position: ids.length });
      const at = Math.min(draft.position ?? ids.length, ids.length);
      await this.repository.order(jobId, ids.toSpliced(at, 0, id));
      return this.get(companyId, jobId, id);
    });
  }

  /**
   * The status only while nobody is in the stage: candidates do not change because a stage does.
   *
   * @throws NotFoundError, StageNameTakenError, StageInUseError
   */
  update(
    actor: Actor,
    ids: { readonly jobId: string; readonly stageId: string },
    change: { readonly name?: string; readonly status?: StageStatus },
  ): Promise<JobStage> {
    const { jobId, stageId } = ids;
    return this.changing(actor, jobId, async () => {
      const stage = await this.get(actor.companyId, jobId, stageId);
      const status = change.status ?? stage.status;
      if (status !== stage.status && stage.candidates > 0) {
        throw new StageInUseError(stage.candidates);
      }
      await this.repository.update(stageId, { name: change.name ?? stage.name, status });
      return this.get(actor.companyId, jobId, stageId);
    });
  }

  /** @throws NotFoundError, ValidationFailedError unless each of the job's stages is named once. */
  order(actor: Actor, jobId: string, stageIds: readonly string[]): Promise<JobStage[]> {
    return this.changing(actor, jobId, async (stages) => {
      const known = stages.map((stage) => stage.id).sort();
      if (known.join() !== stageIds.toSorted().join()) {
        throw new ValidationFailedError([
          { field: 'stage_ids', message: 'must name every stage of the job once' },
        ]);
      }
      await this.repository.order(jobId, stageIds);
      return this.repository.list(actor.companyId, jobId);
    });
  }

  /** @throws NotFoundError */
  async remove(actor: Actor, jobId: string, stageId: string): Promise<void> {
    await this.changing(actor, jobId, async (stages) => {
      await this.get(actor.companyId, jobId, stageId);
      await this.repository.delete(stageId);
      const left = stages.map((stage) => stage.id).filter((id) => id !== stageId);
      await this.repository.order(jobId, left);
    });
  }

  private changing<T>(
    actor: Actor,
    jobId: string,
    work: (stages: readonly JobStage[]) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async () => {
      await this.jobs.get(scopeOf(actor), jobId);
      await this.repository.lockJob(actor.companyId, jobId);
      return work(await this.repository.list(actor.companyId, jobId));
    });
  }
}
