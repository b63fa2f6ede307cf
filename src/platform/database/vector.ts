import { toSql } from 'pgvector';

/** A vector as a parameter of raw SQL: cast it there by `$n::vector`. */
export function vectorLiteral(vector: Float32Array | readonly number[]): string {
  return String(toSql(Array.from(vector)));
}
