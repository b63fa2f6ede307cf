import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import { JobRequirements } from './job-requirements';
import { JobChanged } from './jobs.events';
import { type Job, JobsRepository } from './jobs.repository';

interface ChangeOwner {
  readonly companyId: string;
  /** Who asked for the change; null when nobody did. */
  readonly userId: string | null;
}

/**
 * What becomes of jobs when their company adds a skill or an alias: texts may ask for it now, and the
 * resumes that have it earn it now. Closed jobs stay as they were decided.
 */
@Injectable()
export class JobSkillChanges {
  constructor(
    private readonly database: Database,
    private readonly repository: JobsRepository,
    private readonly requirements: JobRequirements,
    private readonly events: EventBus,
  ) {}

  /**
   * Reads the texts of jobs again, and has the results of every job that asks for one of the skills scored
   * anew in a task. Call it after resumes were searched. The number of jobs concerned.
   */
  async apply(owner: ChangeOwner, skillNames: readonly string[]): Promise<number> {
    let concerned = 0;
    const scope = { companyId: owner.companyId, memberId: null };
    for (const id of await this.repository.idsNotClosed(owner.companyId)) {
      const job = await this.repository.find(scope, id);
      if (job !== null && (await this.applyTo(job, owner, new Set(skillNames)))) {
        concerned += 1;
      }
    }
    return concerned;
  }

  private async applyTo(
    job: Job,
    owner: ChangeOwner,
    names: ReadonlySet<string>,
  ): Promise<boolean> {
    const isGiven = job.skills.some(({ source }) => source === 'given');
    const skills = isGiven
      ? job.skills
      : (await this.requirements.of(job.companyId, job, [])).skills;
    const isChanged = JSON.stringify(skills) !== JSON.stringify(job.skills);
    if (!isChanged && !skills.some(({ skill }) => names.has(skill))) {
      return false;
    }
    return this.database.transaction(async () => {
      const newVersion = isChanged ? job.version + 1 : job.version;
      const change = { embedding: null, newVersion };
      // Who changed the job meanwhile read its text with the new skill and had it scored.
      if (isChanged && !(await this.repository.update(job, skills, change))) {
        return false;
      }
      const { companyId, userId } = owner;
      await this.events.publish(new JobChanged(companyId, job.id, 'updated', userId, newVersion));
      return true;
    });
  }
}
