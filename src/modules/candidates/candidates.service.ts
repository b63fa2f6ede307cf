import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Page } from '../../common/http';
import type { CandidateEntity } from './candidate.entity';
import { type CandidateFields, CandidatesRepository } from './candidates.repository';

/** The people behind the resumes. */
@Injectable()
export class CandidatesService {
  constructor(private readonly repository: CandidatesRepository) {}

  /** The person with the same e-mail address, else a new one. Call it in the resume's transaction. */
  async findOrCreate(companyId: string, fields: CandidateFields): Promise<string> {
    const known =
      fields.email === null ? null : await this.repository.findByEmail(companyId, fields.email);
    if (known !== null) {
      return known.id;
    }
    const id = randomUUID();
    await this.repository.insert({ ...fields, id, companyId });
    return id;
  }

  /** @throws NotFoundError */
  async get(companyId: string, id: string): Promise<CandidateEntity> {
    const candidate = await this.repository.find(companyId, id);
    if (candidate === null) {
      throw new NotFoundError('candidate');
    }
    return candidate;
  }

  list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<CandidateEntity>> {
    return this.repository.list(companyId, query);
  }

  /** Forgets a person whose last resume was deleted. */
  async forgetIfWithoutResume(companyId: string, id: string): Promise<void> {
    await this.repository.deleteIfWithoutResume(companyId, id);
  }
}
