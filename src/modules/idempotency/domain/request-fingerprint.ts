import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export interface FingerprintedFile {
  readonly fieldname: string;
  readonly originalname: string;
  /** Where the bytes are: in memory, or on the disk. */
  readonly buffer?: Buffer;
  readonly path?: string;
}

export interface FingerprintedRequest {
  readonly userId: string;
  /** With the query. */
  readonly url: string;
  readonly body: unknown;
  readonly files: readonly FingerprintedFile[];
}

/**
 * SHA-256 of what makes two requests the same: who asks, the address, the body's values and the files'
 * names and bytes. The boundaries of a multipart body differ each time it is sent and do not count.
 */
export async function fingerprintOf(request: FingerprintedRequest): Promise<Buffer> {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([request.userId, request.url, request.body ?? null]));
  for (const file of request.files) {
    hash.update(JSON.stringify([file.fieldname, file.originalname, await bytesHash(file)]));
  }
  return hash.digest();
}

async function bytesHash(file: FingerprintedFile): Promise<string> {
  const hash = createHash('sha256');
  if (file.path === undefined) {
    return hash.update(file.buffer ?? '').digest('hex');
  }
  for await (const piece of createReadStream(file.path)) {
    hash.update(piece as Buffer);
  }
  return hash.digest('hex');
}
