import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError, ValidationFailedError } from '../../common/errors';
import type { Actor, Page } from '../../common/http';
import { isUniqueViolation } from '../../platform/database';
import { contradictions, isEmptyFilter } from './domain/filters';
import {
  type SavedSearch,
  SavedSearchesRepository,
  type SavedSearchFields,
} from './saved-searches.repository';
import { QueryReader } from './query-reader';
import { SavedSearchNameTakenError } from './search.errors';
import type { SearchAnswer } from './search-result';
import { type PageRequest, SearchService } from './search.service';

/** Searches that a company keeps under a name. */
@Injectable()
export class SavedSearchesService {
  constructor(
    private readonly repository: SavedSearchesRepository,
    private readonly search: SearchService,
    private readonly reader: QueryReader,
  ) {}

  /** @throws ValidationFailedError, SearchQueryError, SavedSearchNameTakenError */
  async create(actor: Actor, fields: SavedSearchFields): Promise<SavedSearch> {
    const { companyId, userId: createdBy } = actor;
    await this.assertRunnable(companyId, fields);
    const id = randomUUID();
    await withFreeName(this.repository.insert({ ...fields, id, companyId, createdBy }));
    return this.get(companyId, id);
  }

  /** @throws NotFoundError, ValidationFailedError, SearchQueryError, SavedSearchNameTakenError */
  async update(
    companyId: string,
    id: string,
    changes: Partial<SavedSearchFields>,
  ): Promise<SavedSearch> {
    const fields = { ...(await this.get(companyId, id)), ...changes };
    await this.assertRunnable(companyId, fields);
    await withFreeName(this.repository.update(companyId, id, fields));
    return this.get(companyId, id);
  }

  /** @throws NotFoundError */
  async get(companyId: string, id: string): Promise<SavedSearch> {
    const search = await this.repository.find(companyId, id);
    if (search === null) {
      throw new NotFoundError('saved search');
    }
    return search;
  }

  list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<SavedSearch>> {
    return this.repository.list(companyId, query);
  }

  /** @throws NotFoundError */
  async delete(companyId: string, id: string): Promise<void> {
    if (!(await this.repository.delete(companyId, id))) {
      throw new NotFoundError('saved search');
    }
  }

  /** Searches anew. @throws NotFoundError, and what the search of its kind throws */
  async run(
    companyId: string,
    id: string,
  ): Promise<{ readonly saved: SavedSearch; readonly answer: SearchAnswer }> {
    const saved = await this.get(companyId, id);
    const answer = await this.searchFor(companyId, saved);
    await this.repository.markRun(companyId, id);
    return { saved, answer };
  }

  /** What is kept must run: a query that cannot be answered is refused now and not when it is needed. */
  private async assertRunnable(companyId: string, fields: SavedSearchFields): Promise<void> {
    assertConsistent(fields);
    if (fields.query !== null) {
      await this.reader.read(companyId, fields.query);
    }
  }

  private searchFor(companyId: string, saved: SavedSearch): Promise<SearchAnswer> {
    const page: PageRequest = { limit: saved.limit };
    const query = saved.query ?? '';
    switch (saved.kind) {
      case 'semantic':
        return this.search.semantic(companyId, query, page);
      case 'structured':
        return this.search.structured(companyId, saved.filters, page);
      case 'hybrid':
        return this.search.hybrid(companyId, query, saved.filters, page);
    }
  }
}

function assertConsistent({ kind, query, filters }: SavedSearchFields): void {
  const problems = [...contradictions(filters)];
  if (kind !== 'structured' && (query ?? '').trim() === '') {
    problems.push({ field: 'query', message: `must not be empty for a ${kind} search` });
  }
  if (kind === 'structured' && query !== null) {
    problems.push({ field: 'query', message: 'has no meaning for a structured search' });
  }
  if (kind === 'structured' && isEmptyFilter(filters)) {
    problems.push({ field: 'filters', message: 'must hold a filter for a structured search' });
  }
  if (kind === 'semantic' && !isEmptyFilter(filters)) {
    problems.push({ field: 'filters', message: 'have no meaning for a semantic search' });
  }
  if (problems.length > 0) {
    throw new ValidationFailedError(problems);
  }
}

async function withFreeName(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (isUniqueViolation(error, 'saved_searches_name_unique')) {
      throw new SavedSearchNameTakenError();
    }
    throw error;
  }
}
