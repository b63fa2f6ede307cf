import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';
import { CandidatesRepository } from './candidates.repository';
import { nameKey } from './domain/person-name';
import { ImportsRepository, type PersonToImport } from './imports.repository';

/** Takes many people in at once. Those whom the company knows by their address stay as they are. */
@Injectable()
export class CandidateImports {
  constructor(
    private readonly database: Database,
    private readonly candidates: CandidatesRepository,
    private readonly imports: ImportsRepository,
  ) {}

  /** How many of the addresses the company knows. */
  async countKnown(companyId: string, emails: readonly string[]): Promise<number> {
    return (await this.imports.knownEmails(companyId, emails)).length;
  }

  /** How many were new. All of them are stored or none; each address may come once. */
  async add(companyId: string, people: readonly PersonToImport[]): Promise<number> {
    const emails = people.map(({ email }) => email);
    return this.database.transaction(async () => {
      await this.candidates.lockIdentities(companyId, emails);
      const known = new Set(await this.imports.knownEmails(companyId, emails));
      const added = people.filter(({ email }) => !known.has(email));
      await this.imports.insert(
        companyId,
        added.map((person) => ({ ...person, id: randomUUID(), nameKey: nameKey(person.fullName) })),
      );
      return added.length;
    });
  }
}
