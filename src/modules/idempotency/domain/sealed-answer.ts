import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What a key is found again by; the key itself is not stored. */
export function hashOfKey(companyId: string, key: string): Buffer {
  return createHash('sha256').update(`${companyId}\n${key}`).digest();
}

/**
 * Answers hold personal data and secrets that are shown once, so a stored one can be read only with the
 * key that the client keeps: AES-256-GCM, nonce and tag in front, the cipher's key derived by HKDF.
 */
export function seal(companyId: string, key: string, answer: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, cipherKey(companyId, key), nonce);
  const sealed = Buffer.concat([cipher.update(answer, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error when the key is another one or the bytes were changed. */
export function unseal(companyId: string, key: string, sealed: Buffer): string {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, cipherKey(companyId, key), nonce);
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const text = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([text, decipher.final()]).toString('utf8');
}

function cipherKey(companyId: string, key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, companyId, 'idempotency answer', KEY_BYTES));
}
