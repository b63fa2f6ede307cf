import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/http';
import { Database } from '../../platform/database';
import { CandidatesRepository } from './candidates.repository';
import { nameKey } from './domain/person-name';
import { ImportsRepository, type PersonToImport } from './imports.repository';
import { CandidateSources } from './sources/candidate-sources';

/** Takes many people in at once. Those whom the company knows by their address stay as they are. */
@Injectable()
export class CandidateImports {
  constructor(
    private readonly database: Database,
    private readonly candidates: CandidatesRepository,
    private readonly imports: ImportsRepository,
    private readonly sources: CandidateSources,
  ) {}

  /** How many of the addresses the company knows. */
  async countKnown(companyId: string, emails: readonly string[]): Promise<number> {
    return (await this.imports.knownEmails(companyId, emails)).length;
  }

  /**
   * How many were new. All of them are stored with where they come from, or none; each address may come once.
   */
  async add(
    { companyId, userId }: Pick<Actor, 'companyId' | 'userId'>,
    people: readonly PersonToImport[],
  ): Promise<number> {
    const emails = people.map(({ email }) => email);
    return this.database.transaction(async () => {
      await this.candidates.lockIdentities(companyId, emails);
      const known = new Set(await this.imports.knownEmails(companyId, emails));
      const added = people
        .filter(({ email }) => !known.has(email))
        .map((person) => ({ ...person, id: randomUUID(), nameKey: nameKey(person.fullName) }));
      await this.imports.insert(companyId, added);
      await this.sources.recordImports(
        companyId,
        added.map(({ id: candidateId, detail }) => ({ candidateId, detail })),
        userId,
      );
      return added.length;
    });
  }
}
