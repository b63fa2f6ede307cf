import { toSql } from 'pgvector';

const HEADER_BYTES = 4;
const NUMBER_BYTES = 4;

/** A vector as text, for arrays of vectors and documents: cast it there by `::vector`. */
export function vectorLiteral(vector: Float32Array | readonly number[]): string {
  return String(toSql(Array.from(vector)));
}

/**
 * A vector as a parameter of its own, `$n::vector`, in pgvector's binary form: the number of dimensions, two
 * unused bytes, the numbers as float4. A quarter of the text, and nobody writes or reads decimals.
 */
export function vectorParameter(vector: Float32Array | readonly number[]): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + vector.length * NUMBER_BYTES);
  bytes.writeUInt16BE(vector.length, 0);
  vector.forEach((value, index) => {
    bytes.writeFloatBE(value, HEADER_BYTES + index * NUMBER_BYTES);
  });
  return bytes;
}
