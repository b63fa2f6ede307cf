import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** 256 random bits for a URL or a header, after a prefix by which leaked tokens can be found. */
export function newOpaqueToken(prefix: string): string {
  return `${prefix}${randomBytes(TOKEN_BYTES).toString('base64url')}`;
}

/**
 * What is stored in place of a token. A plain hash is enough for 256 random bits and can be looked up
 * by an index; it is not fit for passwords.
 */
export function hashOpaqueToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
