import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';
import { CandidateEntity } from './candidate.entity';
import { nameKey } from './domain/person-name';

/** What a resume says about the person. */
export type CandidateFields = Pick<
  CandidateEntity,
  'fullName' | 'email' | 'phone' | 'location' | 'links'
>;

/** Somebody whom a text may name. */
export interface NamedPerson {
  readonly candidateId: string;
  readonly candidateName: string;
  /** By every word of their name. */
  readonly isWhole: boolean;
}

@Injectable()
export class CandidatesRepository {
  constructor(private readonly database: Database) {}

  async insert(
    candidate: CandidateFields & Pick<CandidateEntity, 'id' | 'companyId'>,
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO candidates (company_id, id, full_name, name_key, email, phone, location, links)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [candidate.companyId, candidate.id, ...fieldValues(candidate)],
    );
  }

  find(companyId: string, id: string): Promise<CandidateEntity | null> {
    return this.database.manager.findOneBy(CandidateEntity, { companyId, id });
  }

  /**
   * Makes other transactions about the same addresses and numbers wait until this one ends: two files of
   * one person that arrive at once must find each other.
   */
  async lockIdentities(companyId: string, identities: readonly string[]): Promise<void> {
    // Always in the same order, so that two transactions never wait for each other.
    const keys = identities.map((one) => `${companyId} ${one.toLowerCase()}`).sort();
    await this.database.query(
      'SELECT pg_advisory_xact_lock(hashtextextended(key, 0)) FROM unnest($1::text[]) AS key',
      [keys],
    );
  }

  /** The oldest person with this address; the address is compared without case. */
  findByEmail(companyId: string, email: string): Promise<CandidateEntity | null> {
    return this.database.manager.findOne(CandidateEntity, {
      where: { companyId, email },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** Everybody with this phone number, oldest first: families and shared flats have one. */
  findByPhone(companyId: string, phone: string): Promise<CandidateEntity[]> {
    return this.database.manager.find(CandidateEntity, {
      where: { companyId, phone },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** Others with the same name key, e-mail address or phone number, oldest first. */
  async similar(candidate: CandidateEntity, limit: number): Promise<CandidateEntity[]> {
    const rows = this.database.manager
      .createQueryBuilder(CandidateEntity, 'c')
      .where('c.companyId = :companyId AND c.id <> :id', candidate)
      .andWhere(
        `((:nameKey <> '' AND c.nameKey = :nameKey) OR c.email = :email::citext OR c.phone = :phone)`,
        { nameKey: candidate.nameKey, email: candidate.email, phone: candidate.phone },
      );
    return rows.orderBy('c.createdAt').addOrderBy('c.id').take(limit).getMany();
  }

  /** People all of whose names are among the words, else those with one of them; see `nameKey`. */
  namedBy(companyId: string, words: readonly string[], limit: number): Promise<NamedPerson[]> {
    return this.database.query(
      `SELECT id AS "candidateId", full_name AS "candidateName", string_to_array(name_key, ' ') <@ $2 AS "isWhole"
       FROM candidates WHERE company_id = $1 AND name_key <> '' AND string_to_array(name_key, ' ') && $2
       ORDER BY "isWhole" DESC, full_name, id LIMIT $3`,
      [companyId, words, limit],
    );
  }

  async update(
    candidate: CandidateFields & Pick<CandidateEntity, 'id' | 'companyId'>,
  ): Promise<void> {
    await this.database.execute(
      `UPDATE candidates SET full_name = $3, name_key = $4, email = $5, phone = $6, location = $7, links = $8,
         updated_at = now()
       WHERE company_id = $1 AND id = $2`,
      [candidate.companyId, candidate.id, ...fieldValues(candidate)],
    );
  }

  async list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string; readonly tagId?: string },
  ): Promise<Page<CandidateEntity>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const rows = this.database.manager
      .createQueryBuilder(CandidateEntity, 'candidate')
      .where('candidate.companyId = :companyId', { companyId });
    if (query.tagId !== undefined) {
      rows.andWhere(
        'EXISTS (SELECT FROM candidate_tags t WHERE t.candidate_id = candidate.id AND t.tag_id = :tagId)',
        { tagId: query.tagId },
      );
    }
    const total = await rows.getCount();
    if (after !== null) {
      rows.andWhere('(candidate.createdAt, candidate.id) < (:at, :id)', {
        at: after[0],
        id: after[1],
      });
    }
    const found = await rows
      .orderBy('candidate.createdAt', 'DESC')
      .addOrderBy('candidate.id', 'DESC')
      .take(query.limit + 1)
      .getMany();
    return pageOf(found, {
      limit: query.limit,
      total,
      key: (candidate) => [candidate.createdAt.toISOString(), candidate.id],
    });
  }

  /** Keeps a person from being removed until the transaction ends; false when they are gone. */
  async keep(companyId: string, id: string): Promise<boolean> {
    const rows = await this.database.query(
      'SELECT 1 FROM candidates WHERE company_id = $1 AND id = $2 FOR KEY SHARE',
      [companyId, id],
    );
    return rows.length > 0;
  }

  /** Waits for everybody who keeps these people or changes them, and makes others wait. */
  async lock(companyId: string, ids: readonly string[]): Promise<void> {
    await this.database.query(
      'SELECT 1 FROM candidates WHERE company_id = $1 AND id = ANY($2) ORDER BY id FOR UPDATE',
      [companyId, ids],
    );
  }

  /**
   * True when the person has no resume left and was removed. Call it in a transaction that holds the
   * person's lock: a resume that is coming in would go with them.
   */
  async deleteIfWithoutResume(companyId: string, id: string): Promise<boolean> {
    const deleted = await this.database.execute(
      `DELETE FROM candidates c WHERE c.company_id = $1 AND c.id = $2
         AND NOT EXISTS (SELECT 1 FROM resumes r WHERE r.candidate_id = c.id)`,
      [companyId, id],
    );
    return deleted > 0;
  }
}

/** In the order of the columns above. */
function fieldValues(candidate: CandidateFields): readonly unknown[] {
  return [
    candidate.fullName,
    candidate.fullName === null ? '' : nameKey(candidate.fullName),
    candidate.email,
    candidate.phone,
    candidate.location,
    JSON.stringify(candidate.links),
  ];
}
