import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor, Page } from '../../common/http';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import type { EducationLevel } from '../skills';
import { SIMILARITY_WEIGHT } from './domain/match-score';
import { JobEmbedder } from './job-embedder';
import { JobPeople } from './job-people';
import { JobRequirements } from './job-requirements';
import type { JobStatus } from './job.entity';
import { JobChangedMeanwhileError, JobClosedError } from './jobs.errors';
import {
  HiringManagerReplaced,
  JobChanged,
  JobDeletionStarted,
  JobStatusChanged,
} from './jobs.events';
import { type Job, type JobFields, type JobScope, JobsRepository } from './jobs.repository';

/** What a person writes of a job; what is left out is taken from the text or has a default. */
export interface JobDraft {
  readonly title: string;
  readonly description: string;
  readonly company?: string;
  readonly location?: string | null;
  readonly employmentType?: string | null;
  readonly requirements?: string;
  readonly skillsRequired?: readonly string[];
  readonly minYearsExperience?: number | null;
  readonly educationLevel?: EducationLevel | null;
  readonly similarityWeight?: number;
  readonly status?: JobStatus;
  readonly hiringManagerId?: string | null;
  readonly department?: string | null;
  readonly recruiterId?: string | null;
}

/**
 * Which jobs the caller may see: hiring managers and interviewers those that they manage or are on the
 * team of, everybody else their company's. The one place that says so.
 */
export function scopeOf(actor: Actor): JobScope {
  const isLimited = actor.role === 'hiring_manager' || actor.role === 'interviewer';
  return {
    companyId: actor.companyId,
    memberId: isLimited && !actor.isOwner ? actor.userId : null,
  };
}

/** Vacancies with their required skills and vector. */
@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly repository: JobsRepository,
    private readonly embedder: JobEmbedder,
    private readonly requirements: JobRequirements,
    private readonly events: EventBus,
    private readonly people: JobPeople,
  ) {}

  /** @throws ValidationFailedError when the hiring manager is nobody of the company. */
  async create(actor: Actor, draft: JobDraft): Promise<Job> {
    const { companyId } = actor;
    const texts = textsOf(draft);
    const asked = await this.requirements.of(companyId, texts, draft.skillsRequired ?? []);
    const fields: JobFields = {
      ...texts,
      company: draft.company ?? (await this.people.companyName(companyId)),
      location: draft.location ?? null,
      employmentType: draft.employmentType ?? null,
      minYearsExperience: draft.minYearsExperience ?? asked.minYearsExperience,
      educationLevel: draft.educationLevel ?? asked.educationLevel,
      similarityWeight: draft.similarityWeight ?? SIMILARITY_WEIGHT.default,
      status: draft.status ?? 'open',
      hiringManagerId: await this.people.userOf(
        companyId,
        'hiring_manager_id',
        draft.hiringManagerId,
      ),
      department: draft.department ?? null,
      recruiterId: await this.people.userOf(companyId, 'recruiter_id', draft.recruiterId),
    };
    const embedding = await this.embedder.embed(texts, companyId);
    const id = randomUUID();
    await this.database.transaction(async () => {
      await this.requirements.learn(companyId, asked.skills);
      const job = { ...fields, id, companyId, createdBy: actor.userId };
      await this.repository.insert(job, asked.skills, embedding);
      await this.recordStatus(actor, { id, companyId }, { from: null, to: job.status });
      await this.events.publish(new JobChanged(companyId, id, 'created', actor.userId));
    });
    return this.get({ companyId, memberId: null }, id);
  }

  /**
   * Embeds again when the text changed, and has existing results scored again when anything did that a
   * score or its words are made of.
   *
   * @throws NotFoundError, ValidationFailedError, JobChangedMeanwhileError
   */
  async update(actor: Actor, id: string, changes: Partial<JobDraft>): Promise<Job> {
    const { companyId } = actor;
    const job = await this.get(scopeOf(actor), id);
    const texts = textsOf({ ...job, ...changes });
    const textChanged =
      texts.title !== job.title ||
      texts.description !== job.description ||
      texts.requirements !== job.requirements;
    const given = changes.skillsRequired ?? givenSkills(job);
    const asked = await this.requirements.of(companyId, texts, given);
    const embedding = textChanged ? await this.embedder.embed(texts, companyId) : null;
    const fields = await this.changedFields(job, texts, changes);
    const isRematched =
      textChanged ||
      fields.similarityWeight !== job.similarityWeight ||
      fields.minYearsExperience !== job.minYearsExperience ||
      JSON.stringify(asked.skills) !== JSON.stringify(job.skills);
    const newVersion = isRematched ? job.version + 1 : job.version;
    await this.database.transaction(async () => {
      const target = { ...fields, id, companyId, version: job.version };
      if (!(await this.repository.update(target, asked.skills, { embedding, newVersion }))) {
        // Deleted meanwhile it is not found.
        await this.get({ companyId, memberId: null }, id);
        throw new JobChangedMeanwhileError();
      }
      if (fields.status !== job.status) {
        await this.recordStatus(actor, target, { from: job.status, to: fields.status });
      }
      const { hiringManagerId: before } = job;
      if (before !== null && before !== fields.hiringManagerId) {
        await this.events.publish(new HiringManagerReplaced(companyId, id, before, actor.userId));
      }
      await this.requirements.learn(companyId, asked.skills);
      const rescoreTo = isRematched ? newVersion : null;
      const { userId } = actor;
      await this.events.publish(new JobChanged(companyId, id, 'updated', userId, rescoreTo));
    });
    return this.get({ companyId, memberId: null }, id);
  }

  /** For work that outlives a request: null when the job is gone. */
  find(companyId: string, id: string): Promise<Job | null> {
    return this.repository.find({ companyId, memberId: null }, id);
  }

  /** @throws NotFoundError */
  async get(scope: JobScope, id: string): Promise<Job> {
    const job = await this.repository.find(scope, id);
    if (job === null) {
      throw new NotFoundError('job');
    }
    return job;
  }

  /** @throws NotFoundError, JobClosedError */
  async getAccepting(scope: JobScope, id: string): Promise<Job> {
    const job = await this.get(scope, id);
    if (job.status === 'closed') {
      throw new JobClosedError();
    }
    return job;
  }

  /**
   * The status, which nobody changes until the transaction ends, nor the job's stages: what a decision on a
   * candidate goes by. @throws NotFoundError
   */
  async keepStatus(companyId: string, id: string): Promise<JobStatus> {
    const status = await this.repository.keepStatus(companyId, id);
    if (status === null) {
      throw new NotFoundError('job');
    }
    return status;
  }

  /** @throws NotFoundError */
  async getEmbedding(companyId: string, id: string): Promise<readonly number[]> {
    const embedding = await this.repository.findEmbedding(companyId, id);
    if (embedding === null) {
      throw new NotFoundError('job');
    }
    return embedding;
  }

  list(
    scope: JobScope,
    query: { readonly limit: number; readonly cursor?: string; readonly status?: JobStatus },
  ): Promise<Page<Job>> {
    return this.repository.list(scope, query);
  }

  openJobIds(companyId: string): Promise<string[]> {
    return this.repository.openJobIds(companyId);
  }

  /** With its results and their history. @throws NotFoundError */
  async delete(actor: Actor, id: string): Promise<void> {
    const { companyId, userId } = actor;
    await this.database.transaction(async () => {
      if (!(await this.repository.lock(companyId, id))) {
        throw new NotFoundError('job');
      }
      await this.events.publish(new JobDeletionStarted(companyId, id, userId));
      await this.repository.delete(companyId, id);
      await this.events.publish(new JobChanged(companyId, id, 'deleted', userId));
    });
  }

  private async recordStatus(
    { userId: by }: Actor,
    { id, companyId }: Pick<Job, 'id' | 'companyId'>,
    change: { readonly from: JobStatus | null; readonly to: JobStatus },
  ): Promise<void> {
    const changeId = await this.repository.recordStatus({ id, companyId }, { ...change, by });
    const { from, to } = change;
    await this.events.publish(new JobStatusChanged(companyId, id, { changeId, from, to, by }));
  }

  private async changedFields(
    job: Job,
    texts: Pick<JobFields, 'title' | 'description' | 'requirements'>,
    changes: Partial<JobDraft>,
  ): Promise<JobFields> {
    const { companyId } = job;
    const { hiringManagerId, recruiterId } = changes;
    return {
      ...texts,
      company: changes.company ?? job.company,
      location: changes.location === undefined ? job.location : changes.location,
      employmentType:
        changes.employmentType === undefined ? job.employmentType : changes.employmentType,
      minYearsExperience:
        changes.minYearsExperience === undefined
          ? job.minYearsExperience
          : changes.minYearsExperience,
      educationLevel:
        changes.educationLevel === undefined ? job.educationLevel : changes.educationLevel,
      similarityWeight: changes.similarityWeight ?? job.similarityWeight,
      status: changes.status ?? job.status,
      hiringManagerId:
        hiringManagerId === undefined
          ? job.hiringManagerId
          : await this.people.userOf(companyId, 'hiring_manager_id', hiringManagerId),
      department: changes.department === undefined ? job.department : changes.department,
      recruiterId:
        recruiterId === undefined
          ? job.recruiterId
          : await this.people.userOf(companyId, 'recruiter_id', recruiterId),
    };
  }
}

function textsOf(draft: Pick<JobDraft, 'title' | 'description' | 'requirements'>): {
  title: string;
  description: string;
  requirements: string;
} {
  return {
    title: draft.title,
    description: draft.description,
    requirements: draft.requirements ?? '',
  };
}

function givenSkills(job: Job): readonly string[] {
  return job.skills.filter((skill) => skill.source === 'given').map((skill) => skill.skill);
}
