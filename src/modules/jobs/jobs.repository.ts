import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database, vectorLiteral } from '../../platform/database';
import type { JobEmbedding } from './job-embedder';
import { JobEntity, JobSkillEntity, type JobStatus } from './job.entity';

/** Which of a company's jobs the caller may see. */
export interface JobScope {
  readonly companyId: string;
  /** Only the jobs that this person manages or is on the team of; null for all of the company's. */
  readonly memberId: string | null;
}

/** SQL: whether a person, the parameter, manages a job, of this alias, or is on its team. */
export function isOnTeam(alias: string, parameter: string): string {
  return `(${alias}.hiring_manager_id = ${parameter} OR EXISTS (
    SELECT FROM job_team_members t WHERE t.job_id = ${alias}.id AND t.user_id = ${parameter}))`;
}

export interface Job extends JobEntity {
  readonly skills: readonly JobSkill[];
}

export type JobSkill = Pick<JobSkillEntity, 'skill' | 'weight' | 'mustHave' | 'source'>;

/** The fields of a job that people write. */
export type JobFields = Pick<
  JobEntity,
  | 'title'
  | 'company'
  | 'location'
  | 'employmentType'
  | 'description'
  | 'requirements'
  | 'minYearsExperience'
  | 'educationLevel'
  | 'similarityWeight'
  | 'status'
  | 'hiringManagerId'
  | 'department'
  | 'recruiterId'
>;

@Injectable()
export class JobsRepository {
  constructor(private readonly database: Database) {}

  async insert(
    job: JobFields & Pick<JobEntity, 'id' | 'companyId' | 'createdBy'>,
    skills: readonly JobSkill[],
    embedding: JobEmbedding,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO job_descriptions (id, company_id, title, company, location, employment_type, description,
         requirements, min_years_experience, education_level, similarity_weight, status, hiring_manager_id, department,
         recruiter_id, created_by, embedding, embedding_model)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17::vector, $18)`,
      [
        job.id,
        job.companyId,
        ...fieldValues(job),
        job.createdBy,
        vectorLiteral(embedding.vector),
        embedding.model,
      ],
    );
    await this.insertSkills(job.companyId, job.id, skills);
  }

  /** False when the job is gone or its version is another than the one read. */
  async update(
    job: JobFields & Pick<JobEntity, 'id' | 'companyId' | 'version'>,
    skills: readonly JobSkill[],
    change: { readonly embedding: JobEmbedding | null; readonly newVersion: number },
  ): Promise<boolean> {
    const changed = await this.database.execute(
      `UPDATE job_descriptions SET title = $3, company = $4, location = $5, employment_type = $6, description = $7,
         requirements = $8, min_years_experience = $9, education_level = $10, similarity_weight = $11, status = $12,
         hiring_manager_id = $13, department = $14, recruiter_id = $15, version = $17,
         embedding = COALESCE($18::vector, embedding), embedding_model = COALESCE($19, embedding_model),
         updated_at = now()
       WHERE id = $1 AND company_id = $2 AND version = $16`,
      [
        job.id,
        job.companyId,
        ...fieldValues(job),
        job.version,
        change.newVersion,
        change.embedding === null ? null : vectorLiteral(change.embedding.vector),
        change.embedding?.model ?? null,
      ],
    );
    if (changed === 0) {
      return false;
    }
    await this.database.query('DELETE FROM job_skills WHERE job_id = $1', [job.id]);
    await this.insertSkills(job.companyId, job.id, skills);
    return true;
  }

  /**
   * The id of the kept change; `from` is null for a job's creation. Call it with the job held: the
   * times of a history follow the order of its changes, not that in which transactions began.
   */
  async recordStatus(
    job: Pick<JobEntity, 'id' | 'companyId'>,
    change: {
      readonly from: JobStatus | null;
      readonly to: JobStatus;
      readonly by: string;
    },
  ): Promise<string> {
    const id = randomUUID();
    await this.database.query(
      `INSERT INTO job_status_changes (id, company_id, job_id, changed_by, from_status, to_status, created_at)
       SELECT $1, $2, $3, $4, $5, $6, GREATEST(clock_timestamp(), max(created_at) + interval '1 ms')
       FROM job_status_changes WHERE job_id = $3`,
      [id, job.companyId, job.id, change.by, change.from, change.to],
    );
    return id;
  }

  async find(scope: JobScope, id: string): Promise<Job | null> {
    const job = await this.inScope(scope).andWhere('job.id = :id', { id }).getOne();
    if (job === null) {
      return null;
    }
    const skills = await this.skillsOf([id]);
    return { ...job, skills: skills.get(id) ?? [] };
  }

  /** Held against changes until the transaction ends; null when the job is gone. */
  async keepStatus(companyId: string, id: string): Promise<JobStatus | null> {
    const [job] = await this.database.query<{ status: JobStatus }>(
      'SELECT status FROM job_descriptions WHERE company_id = $1 AND id = $2 FOR SHARE',
      [companyId, id],
    );
    return job?.status ?? null;
  }

  /** The job's vector; null when it has none yet. */
  async findEmbedding(companyId: string, id: string): Promise<readonly number[] | null> {
    const job = await this.database.manager.findOne(JobEntity, {
      select: { id: true, embedding: true },
      where: { id, companyId },
    });
    return job?.embedding ?? null;
  }

  async list(
    scope: JobScope,
    query: { readonly limit: number; readonly cursor?: string; readonly status?: JobStatus },
  ): Promise<Page<Job>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const rows = this.inScope(scope);
    if (query.status !== undefined) {
      rows.andWhere('job.status = :status', { status: query.status });
    }
    const total = await rows.getCount();
    if (after !== null) {
      rows.andWhere('(job.createdAt, job.id) < (:at, :id)', { at: after[0], id: after[1] });
    }
    const jobs = await rows
      .orderBy('job.createdAt', 'DESC')
      .addOrderBy('job.id', 'DESC')
      .take(query.limit + 1)
      .getMany();
    const skills = await this.skillsOf(jobs.map((job) => job.id));
    const found = jobs.map((job) => ({ ...job, skills: skills.get(job.id) ?? [] }));
    return pageOf(found, {
      limit: query.limit,
      total,
      key: (job) => [job.createdAt.toISOString(), job.id],
    });
  }

  private inScope(scope: JobScope): SelectQueryBuilder<JobEntity> {
    const rows = this.database.manager
      .createQueryBuilder(JobEntity, 'job')
      .where('job.companyId = :companyId', { companyId: scope.companyId });
    return scope.memberId === null
      ? rows
      : rows.andWhere(isOnTeam('job', ':memberId'), { memberId: scope.memberId });
  }

  /** Ids of the jobs that take candidates, in the one order in which results are written. */
  async openJobIds(companyId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM job_descriptions WHERE company_id = $1 AND status = 'open' ORDER BY id`,
      [companyId],
    );
    return rows.map((row) => row.id);
  }

  /** Ids of the jobs whose ranking may still change. */
  async idsNotClosed(companyId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM job_descriptions WHERE company_id = $1 AND status <> 'closed' ORDER BY id`,
      [companyId],
    );
    return rows.map((row) => row.id);
  }

  /** Held alone until the transaction ends; false when the job is gone. */
  async lock(companyId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT 1 FROM job_descriptions WHERE company_id = $1 AND id = $2 FOR UPDATE',
      [companyId, id],
    );
    return rows.length > 0;
  }

  async delete(companyId: string, id: string): Promise<boolean> {
    const deleted = await this.database.execute(
      'DELETE FROM job_descriptions WHERE company_id = $1 AND id = $2',
      [companyId, id],
    );
    return deleted > 0;
  }

  private async skillsOf(jobIds: readonly string[]): Promise<ReadonlyMap<string, JobSkill[]>> {
    const rows = await this.database.query<JobSkill & { jobId: string }>(
      `SELECT job_id AS "jobId", skill, weight, must_have AS "mustHave", source
       FROM job_skills WHERE job_id = ANY($1) ORDER BY job_id, position`,
      [jobIds],
    );
    const byJob = new Map<string, JobSkill[]>();
    for (const { jobId, ...skill } of rows) {
      byJob.set(jobId, [...(byJob.get(jobId) ?? []), skill]);
    }
    return byJob;
  }

  private async insertSkills(
    companyId: string,
    jobId: string,
    skills: readonly JobSkill[],
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO job_skills (job_id, company_id, position, skill, weight, must_have, source)
       SELECT $1, $2, position - 1, skill, weight, must_have, source
       FROM unnest($3::text[], $4::double precision[], $5::boolean[], $6::text[])
         WITH ORDINALITY AS given (skill, weight, must_have, source, position)`,
      [
        jobId,
        companyId,
        skills.map((skill) => skill.skill),
        skills.map((skill) => skill.weight),
        skills.map((skill) => skill.mustHave),
        skills.map((skill) => skill.source),
      ],
    );
  }
}

/** In the order of the columns above. */
function fieldValues(job: JobFields): readonly unknown[] {
  return [
    job.title,
    job.company,
    job.location,
    job.employmentType,
    job.description,
    job.requirements,
    job.minYearsExperience,
    job.educationLevel,
    job.similarityWeight,
    job.status,
    job.hiringManagerId,
    job.department,
    job.recruiterId,
  ];
}
