import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError, ValidationFailedError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { JobsService, scopeOf } from '../../jobs';
import { isProtectedAttribute } from '../domain/attribute-name';
import { AttributesRepository, type ScorecardAttribute } from './attributes.repository';

export type AttributeFields = Pick<ScorecardAttribute, 'name' | 'description'> & {
  readonly position: number | null;
};

/** What the interviewers of a job rate, as those who manage the job say. */
@Injectable()
export class AttributesService {
  constructor(
    private readonly jobs: JobsService,
    private readonly repository: AttributesRepository,
  ) {}

  /** @throws NotFoundError */
  async list(actor: Actor, jobId: string): Promise<readonly ScorecardAttribute[]> {
    const job = await this.jobs.get(scopeOf(actor), jobId);
    return this.repository.ofJob(actor.companyId, job.id);
  }

  /** @throws NotFoundError, ValidationFailedError, AttributeExistsError */
  async add(actor: Actor, jobId: string, fields: AttributeFields): Promise<ScorecardAttribute> {
    const { companyId } = actor;
    const job = await this.jobs.get(scopeOf(actor), jobId);
    checkName(fields.name);
    const id = randomUUID();
    await this.repository.insert({ ...fields, id, companyId, jobId: job.id });
    return this.get(companyId, job.id, id);
  }

  /** Scorecards keep the name that they were written under. @throws as `add` */
  async update(
    actor: Actor,
    ids: { readonly jobId: string; readonly attributeId: string },
    changes: Partial<AttributeFields>,
  ): Promise<ScorecardAttribute> {
    const { companyId } = actor;
    const job = await this.jobs.get(scopeOf(actor), ids.jobId);
    const before = await this.get(companyId, job.id, ids.attributeId);
    const after = { ...before, ...changes, position: changes.position ?? before.position };
    checkName(after.name);
    await this.repository.update(after);
    return this.get(companyId, job.id, before.id);
  }

  /** @throws NotFoundError */
  async remove(
    actor: Actor,
    ids: { readonly jobId: string; readonly attributeId: string },
  ): Promise<void> {
    const job = await this.jobs.get(scopeOf(actor), ids.jobId);
    if (!(await this.repository.delete(actor.companyId, job.id, ids.attributeId))) {
      throw new NotFoundError('attribute');
    }
  }

  private async get(companyId: string, jobId: string, id: string): Promise<ScorecardAttribute> {
    const attribute = await this.repository.find(companyId, jobId, id);
    if (attribute === null) {
      throw new NotFoundError('attribute');
    }
    return attribute;
  }
}

function checkName(name: string): void {
  if (isProtectedAttribute(name)) {
    throw new ValidationFailedError([
      { field: 'name', message: 'must not be a trait that nobody may be judged by' },
    ]);
  }
}
