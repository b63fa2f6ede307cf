import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database, vectorLiteral } from '../../platform/database';
import type { ResumeSkill } from './parsing/parser.messages';
import type { ResumeChunk } from './resume-embedder';
import { ResumeGraphRepository } from './resume-graph.repository';
import { ResumeEntity } from './resume.entity';

/** A resume as people see it, without its text and vector. */
export interface ResumeRow extends Omit<ResumeEntity, 'content' | 'embedding'> {
  readonly candidateName: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** What a resume says, and who says it. */
export interface ResumeText extends Pick<ResumeRow, 'candidateId' | 'candidateName' | 'profile'> {
  readonly resumeId: string;
  readonly content: string;
}

const SELECT_RESUME = `
  SELECT r.id, r.company_id AS "companyId", r.candidate_id AS "candidateId", r.uploaded_by AS "uploadedBy",
    r.file_name AS "fileName", r.mime_type AS "mimeType", r.size_bytes AS "sizeBytes",
    r.content_hash AS "contentHash", r.storage_key AS "storageKey", r.profile, r.extraction,
    r.years_of_experience AS "yearsOfExperience", r.embedding_model AS "embeddingModel",
    r.created_at AS "createdAt", r.updated_at AS "updatedAt",
    c.full_name AS "candidateName", c.email::text AS email, c.phone
  FROM resumes r JOIN candidates c ON c.id = r.candidate_id`;

export type NewResume = Omit<
  ResumeEntity,
  'content' | 'embedding' | 'embeddingModel' | 'createdAt' | 'updatedAt'
> & {
  readonly content: string;
  readonly embedding: Float32Array | null;
  /** Also of the chunks' vectors. */
  readonly embeddingModel: string;
  readonly chunks: readonly ResumeChunk[];
  readonly skills: readonly ResumeSkill[];
};

/** What reading a file gives; the rest of a resume stays when its file is read again. */
type ReadResume = Omit<
  NewResume,
  'candidateId' | 'uploadedBy' | 'fileName' | 'sizeBytes' | 'contentHash' | 'storageKey'
>;

type ChunksOfResume = Pick<NewResume, 'id' | 'companyId' | 'chunks' | 'embeddingModel'>;

@Injectable()
export class ResumesRepository {
  constructor(
    private readonly database: Database,
    private readonly graph: ResumeGraphRepository,
  ) {}

  /** False when the company has these very bytes already; then nothing is written. */
  async insert(resume: NewResume): Promise<boolean> {
    const inserted = await this.database.query<{ id: string }>(
      `INSERT INTO resumes (id, company_id, candidate_id, uploaded_by, file_name, mime_type, size_bytes, content_hash,
         storage_key, content, profile, extraction, years_of_experience, embedding, embedding_model)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::vector, $15)
       ON CONFLICT ON CONSTRAINT resumes_content_unique DO NOTHING RETURNING id`,
      [
        resume.id,
        resume.companyId,
        resume.candidateId,
        resume.uploadedBy,
        resume.fileName,
        resume.mimeType,
        resume.sizeBytes,
        resume.contentHash,
        resume.storageKey,
        resume.content,
        JSON.stringify(resume.profile),
        JSON.stringify(resume.extraction),
        resume.yearsOfExperience,
        resume.embedding === null ? null : vectorLiteral(resume.embedding),
        resume.embeddingModel,
      ],
    );
    if (inserted.length === 0) {
      return false;
    }
    await this.insertChunks(resume);
    await this.insertSkills(resume.companyId, resume.id, resume.skills);
    await this.graph.store(resume.companyId, resume.id);
    return true;
  }

  /** Everything that reading the file gives; false when the resume was deleted meanwhile. */
  async replace(resume: ReadResume): Promise<boolean> {
    const changed = await this.database.execute(
      `UPDATE resumes SET mime_type = $3, content = $4, profile = $5, extraction = $6, years_of_experience = $7,
         embedding = $8::vector, embedding_model = $9, updated_at = now()
       WHERE company_id = $1 AND id = $2`,
      [
        resume.companyId,
        resume.id,
        resume.mimeType,
        resume.content,
        JSON.stringify(resume.profile),
        JSON.stringify(resume.extraction),
        resume.yearsOfExperience,
        resume.embedding === null ? null : vectorLiteral(resume.embedding),
        resume.embeddingModel,
      ],
    );
    if (changed === 0) {
      return false;
    }
    await this.replaceChunks(resume);
    await this.database.execute('DELETE FROM resume_skills WHERE resume_id = $1', [resume.id]);
    await this.insertSkills(resume.companyId, resume.id, resume.skills);
    await this.graph.store(resume.companyId, resume.id);
    return true;
  }

  /** In place of the profile that was read from this text; false when either is another by now, or gone. */
  async complete(
    before: Pick<ResumeRow, 'id' | 'companyId' | 'updatedAt'>,
    profile: ResumeRow['profile'],
  ): Promise<boolean> {
    const { id, companyId, updatedAt } = before;
    const changed = await this.database.execute(
      `UPDATE resumes SET profile = $4, updated_at = now()
       WHERE company_id = $1 AND id = $2 AND updated_at = $3`,
      [companyId, id, updatedAt, JSON.stringify(profile)],
    );
    if (changed > 0) {
      await this.graph.store(companyId, id);
    }
    return changed > 0;
  }

  async replaceChunks(resume: ChunksOfResume): Promise<void> {
    await this.database.execute('DELETE FROM resume_chunks WHERE resume_id = $1', [resume.id]);
    await this.insertChunks(resume);
  }

  async find(companyId: string, id: string): Promise<ResumeRow | null> {
    const [row] = await this.database.query<ResumeRow>(
      `${SELECT_RESUME} WHERE r.company_id = $1 AND r.id = $2`,
      [companyId, id],
    );
    return row ?? null;
  }

  async findContent(companyId: string, id: string): Promise<string | null> {
    const [row] = await this.database.query<{ content: string }>(
      'SELECT content FROM resumes WHERE company_id = $1 AND id = $2',
      [companyId, id],
    );
    return row?.content ?? null;
  }

  /** Of those that are there, in no order. */
  findTexts(companyId: string, ids: readonly string[]): Promise<ResumeText[]> {
    return this.database.query(
      `SELECT r.id AS "resumeId", r.candidate_id AS "candidateId", c.full_name AS "candidateName", r.profile, r.content
       FROM resumes r JOIN candidates c ON c.id = r.candidate_id WHERE r.company_id = $1 AND r.id = ANY($2)`,
      [companyId, ids],
    );
  }

  async findByHash(
    companyId: string,
    contentHash: string,
  ): Promise<Pick<ResumeEntity, 'id' | 'storageKey'> | null> {
    const [row] = await this.database.query<Pick<ResumeEntity, 'id' | 'storageKey'>>(
      `SELECT id, storage_key AS "storageKey" FROM resumes WHERE company_id = $1 AND content_hash = $2`,
      [companyId, contentHash],
    );
    return row ?? null;
  }

  /** Keeps a resume from being deleted until the transaction ends; false when it is gone. */
  async keep(companyId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT 1 FROM resumes WHERE company_id = $1 AND id = $2 FOR KEY SHARE',
      [companyId, id],
    );
    return rows.length > 0;
  }

  async list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string; readonly candidateId?: string },
  ): Promise<Page<ResumeRow>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const filter = 'r.company_id = $1 AND ($2::uuid IS NULL OR r.candidate_id = $2)';
    const parameters = [companyId, query.candidateId ?? null];
    const rows = await this.database.query<ResumeRow>(
      `${SELECT_RESUME} WHERE ${filter}
         AND ($3::timestamptz IS NULL OR (r.created_at, r.id) < ($3, $4::uuid))
       ORDER BY r.created_at DESC, r.id DESC LIMIT $5`,
      [...parameters, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM resumes r WHERE ${filter}`,
      parameters,
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (resume) => [resume.createdAt.toISOString(), resume.id],
    });
  }

  /** Where the file is, and whose it is. */
  findPlace(
    companyId: string,
    id: string,
  ): Promise<Pick<ResumeEntity, 'storageKey' | 'candidateId'> | null> {
    return this.database.manager.findOne(ResumeEntity, {
      select: { id: true, storageKey: true, candidateId: true },
      where: { companyId, id },
    });
  }

  /** False when it is gone, or another person's meanwhile. */
  async delete(companyId: string, id: string, candidateId: string): Promise<boolean> {
    const deleted = await this.database.execute(
      'DELETE FROM resumes WHERE company_id = $1 AND id = $2 AND candidate_id = $3',
      [companyId, id, candidateId],
    );
    return deleted > 0;
  }

  /** Skills that the resume has already stay as they are. */
  async insertSkills(
    companyId: string,
    resumeId: string,
    skills: readonly ResumeSkill[],
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO resume_skills (resume_id, company_id, skill, category, implied_by, evidence, years, last_used)
       SELECT $1, $2, skill, category, implied_by, evidence::jsonb, years, last_used
       FROM unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::double precision[], $8::text[])
         AS given (skill, category, implied_by, evidence, years, last_used)
       ON CONFLICT (resume_id, skill) DO NOTHING`,
      [
        resumeId,
        companyId,
        skills.map((skill) => skill.skill),
        skills.map((skill) => skill.category),
        skills.map((skill) => skill.impliedBy),
        skills.map((skill) => JSON.stringify(skill.evidence)),
        skills.map((skill) => skill.years),
        skills.map((skill) => skill.lastUsed),
      ],
    );
  }

  private async insertChunks(resume: ChunksOfResume): Promise<void> {
    const { chunks } = resume;
    await this.database.query(
      `INSERT INTO resume_chunks (id, company_id, resume_id, position, section, context, text, char_start, char_end, token_count, embedding, embedding_model)
       SELECT id, $1, $2, position - 1, section, context::jsonb, text, char_start, char_end, token_count, embedding::vector, $11
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::integer[], $8::integer[], $9::integer[], $10::text[])
         WITH ORDINALITY AS given (id, section, context, text, char_start, char_end, token_count, embedding, position)`,
      [
        resume.companyId,
        resume.id,
        chunks.map(() => randomUUID()),
        chunks.map((chunk) => chunk.section),
        chunks.map((chunk) => JSON.stringify(chunk.context)),
        chunks.map((chunk) => chunk.text),
        chunks.map((chunk) => chunk.start),
        chunks.map((chunk) => chunk.end),
        chunks.map((chunk) => chunk.wordPieces),
        chunks.map((chunk) => vectorLiteral(chunk.embedding)),
        resume.embeddingModel,
      ],
    );
  }
}
