/** Candidates that HNSW keeps in sight; recall@10 of .98 and more on clustered vectors (npm run bench). */
const EF_SEARCH = 120;

/** The parts of a SELECT that decide how it reads vectors. A statement must hold both. */
export interface VectorScan {
  /** A condition of its WHERE. */
  readonly condition: string;
  /** Its ORDER BY, of a distance such as `embedding <=> $1::vector`. */
  readonly nearestFirst: (distance: string) => string;
}

/** Every row that passes the filters is compared: adding zero hides the distance from the index. */
export const EXACT_SCAN: VectorScan = {
  condition: 'true',
  nearestFirst: (distance) => `(${distance}) + 0`,
};

/**
 * Through HNSW. The settings are SET LOCAL in the statement itself, which saves two round trips: they end
 * with its transaction, and since the condition names no column it is a one-time filter, decided before the
 * index is read. With filters that few rows pass, pgvector gives up after 20,000 rows (hnsw.max_scan_tuples).
 */
export const INDEX_SCAN: VectorScan = {
  condition: `(SELECT set_config('hnsw.iterative_scan', 'strict_order', true)
    || set_config('hnsw.ef_search', '${EF_SEARCH}', true)) IS NOT NULL`,
  nearestFirst: (distance) => distance,
};
