import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Page } from '../../common/http';
import { Database } from '../../platform/database';
import { EventBus } from '../../platform/events';
import type { CandidateEntity } from './candidate.entity';
import { CandidateRead, CandidateRemoved } from './candidates.events';
import {
  type CandidateFields,
  CandidatesRepository,
  type NamedPerson,
} from './candidates.repository';
import { nameKey } from './domain/person-name';

const MOST_DUPLICATES = 50;
const MOST_NAMED = 20;

/** The people behind the resumes. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly database: Database,
    private readonly repository: CandidatesRepository,
    private readonly events: EventBus,
  ) {}

  /**
   * The person whom the company knows by the same e-mail address, or by the same phone number and name;
   * else a new one. A known person's data is never overwritten. Call it in the resume's transaction.
   */
  async findOrCreate(companyId: string, fields: CandidateFields): Promise<string> {
    const identities = [fields.email, fields.phone].filter((one) => one !== null);
    await this.repository.lockIdentities(companyId, identities);
    let known = await this.findSame(companyId, fields);
    while (known !== null) {
      if (await this.repository.keep(companyId, known.id)) {
        return known.id;
      }
      // Merged or removed meanwhile; the address may have gone to the person that was kept.
      known = await this.findSame(companyId, fields);
    }
    const id = randomUUID();
    await this.repository.insert({ ...fields, id, companyId });
    return id;
  }

  /** A name alone proves nothing, and a phone number alone may be a family's. */
  private async findSame(
    companyId: string,
    { email, phone, fullName }: CandidateFields,
  ): Promise<CandidateEntity | null> {
    const byEmail = email === null ? null : await this.repository.findByEmail(companyId, email);
    if (byEmail !== null || phone === null || fullName === null) {
      return byEmail;
    }
    const key = nameKey(fullName);
    const byPhone = await this.repository.findByPhone(companyId, phone);
    return byPhone.find((person) => person.nameKey === key) ?? null;
  }

  /** Others who may be the same person, for a recruiter to decide. @throws NotFoundError */
  async possibleDuplicates(companyId: string, id: string): Promise<CandidateEntity[]> {
    return this.repository.similar(await this.get(companyId, id), MOST_DUPLICATES);
  }

  /** What recruiters know better than the resume. @throws NotFoundError */
  async update(
    companyId: string,
    id: string,
    changes: Partial<CandidateFields>,
  ): Promise<CandidateEntity> {
    return this.database.transaction(async () => {
      await this.repository.lock(companyId, [id]);
      const person = await this.get(companyId, id);
      await this.repository.update({ ...person, ...changes });
      return this.get(companyId, id);
    });
  }

  /** For somebody who wants to see how to reach the person: that they saw it is told. @throws NotFoundError */
  async open(companyId: string, id: string): Promise<CandidateEntity> {
    const candidate = await this.get(companyId, id);
    await this.events.publish(new CandidateRead(companyId, id));
    return candidate;
  }

  /** @throws NotFoundError */
  async get(companyId: string, id: string): Promise<CandidateEntity> {
    const candidate = await this.repository.find(companyId, id);
    if (candidate === null) {
      throw new NotFoundError('candidate');
    }
    return candidate;
  }

  /** Whom a text may name, those first whose every name it holds. */
  namedIn(companyId: string, text: string): Promise<readonly NamedPerson[]> {
    return this.repository.namedBy(companyId, nameKey(text).split(' '), MOST_NAMED);
  }

  list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string; readonly tagId?: string },
  ): Promise<Page<CandidateEntity>> {
    return this.repository.list(companyId, query);
  }

  /** Makes everybody else who gives this person a resume, or takes one, wait for the transaction's end. */
  lock(companyId: string, id: string): Promise<void> {
    return this.repository.lock(companyId, [id]);
  }

  /** Forgets a person whose last resume was deleted. Call it in the transaction that locked them for it. */
  async forgetIfWithoutResume(companyId: string, id: string): Promise<void> {
    if (await this.repository.deleteIfWithoutResume(companyId, id)) {
      await this.events.publish(new CandidateRemoved(companyId, id));
    }
  }
}
