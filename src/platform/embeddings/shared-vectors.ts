import type { Cache } from '../cache';
import { EMBEDDING_DIMENSIONS } from './model-manifest';

const KEPT_SECONDS = 3600;
const VECTOR_BYTES = EMBEDDING_DIMENSIONS * Float32Array.BYTES_PER_ELEMENT;

/** Vectors that this process or another has computed in the last hour. Without a cache there are none. */
export class SharedVectors {
  constructor(private readonly cache: Cache | null) {}

  async find(key: string): Promise<Float32Array | null> {
    const kept = await this.cache?.get<unknown>(cacheKey(key));
    if (typeof kept !== 'string') {
      return null;
    }
    // A copy: the bytes of a small buffer lie in a pool, anywhere.
    const bytes = Uint8Array.from(Buffer.from(kept, 'base64'));
    return bytes.length === VECTOR_BYTES ? new Float32Array(bytes.buffer) : null;
  }

  async keep(key: string, vector: Float32Array): Promise<void> {
    const bytes = Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
    await this.cache?.set(cacheKey(key), bytes.toString('base64'), KEPT_SECONDS);
  }
}

function cacheKey(key: string): string {
  return `vector ${key}`;
}
