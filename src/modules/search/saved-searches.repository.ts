import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf } from '../../common/http';
import { Database } from '../../platform/database';
import type { SearchFilters } from './domain/filters';

export const SAVED_SEARCH_KINDS = ['semantic', 'structured', 'hybrid'] as const;
export type SavedSearchKind = (typeof SAVED_SEARCH_KINDS)[number];

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly kind: SavedSearchKind;
  readonly query: string | null;
  readonly filters: SearchFilters;
  readonly limit: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lastRunAt: Date | null;
}

export type SavedSearchFields = Pick<SavedSearch, 'name' | 'kind' | 'query' | 'filters' | 'limit'>;

const SELECT = `
  SELECT id, name, kind, query, filters, result_limit AS "limit", created_at AS "createdAt",
    updated_at AS "updatedAt", last_run_at AS "lastRunAt"
  FROM saved_searches`;

@Injectable()
export class SavedSearchesRepository {
  constructor(private readonly database: Database) {}

  async insert(
    search: SavedSearchFields & {
      readonly id: string;
      readonly companyId: string;
      readonly createdBy: string;
    },
  ): Promise<void> {
    await this.database.query(
      `INSERT INTO saved_searches (company_id, id, name, kind, query, filters, result_limit, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [search.companyId, search.id, ...valuesOf(search), search.createdBy],
    );
  }

  async update(companyId: string, id: string, search: SavedSearchFields): Promise<void> {
    await this.database.execute(
      `UPDATE saved_searches SET name = $3, kind = $4, query = $5, filters = $6, result_limit = $7, updated_at = now()
       WHERE company_id = $1 AND id = $2`,
      [companyId, id, ...valuesOf(search)],
    );
  }

  async markRun(companyId: string, id: string): Promise<void> {
    await this.database.execute(
      'UPDATE saved_searches SET last_run_at = now() WHERE company_id = $1 AND id = $2',
      [companyId, id],
    );
  }

  async delete(companyId: string, id: string): Promise<boolean> {
    const deleted = await this.database.execute(
      'DELETE FROM saved_searches WHERE company_id = $1 AND id = $2',
      [companyId, id],
    );
    return deleted > 0;
  }

  async find(companyId: string, id: string): Promise<SavedSearch | null> {
    const [row] = await this.database.query<SavedSearch>(
      `${SELECT} WHERE company_id = $1 AND id = $2`,
      [companyId, id],
    );
    return row ?? null;
  }

  async list(
    companyId: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<SavedSearch>> {
    const after = decodeCursor(query.cursor, ['timestamp', 'uuid']);
    const rows = await this.database.query<SavedSearch>(
      `${SELECT} WHERE company_id = $1 AND ($2::timestamptz IS NULL OR (created_at, id) < ($2, $3::uuid))
       ORDER BY created_at DESC, id DESC LIMIT $4`,
      [companyId, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    const [count] = await this.database.query<{ total: number }>(
      'SELECT count(*)::integer AS total FROM saved_searches WHERE company_id = $1',
      [companyId],
    );
    return pageOf(rows, {
      limit: query.limit,
      total: count?.total ?? 0,
      key: (row) => [row.createdAt.toISOString(), row.id],
    });
  }
}

/** In the order of the columns above. */
function valuesOf(search: SavedSearchFields): readonly unknown[] {
  const { name, kind, query, filters, limit } = search;
  return [name, kind, query, JSON.stringify(filters), limit];
}
