import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Who does not want reminders from whom. The address is known by its hash only, so that a link tells nobody. */
export interface Unsubscription {
  readonly companyId: string;
  readonly addressHash: string;
}

const HASH_BYTES = 32;
const ID_BYTES = 16;

export function hashAddress(companyId: string, address: string): string {
  return createHash('sha256').update(`${companyId} ${address.trim().toLowerCase()}`).digest('hex');
}

/** For a link: whoever has it may unsubscribe this address at this company, and do nothing else. */
export function signUnsubscription(
  { companyId, addressHash }: Unsubscription,
  key: string,
): string {
  const id = Buffer.from(companyId.replaceAll('-', ''), 'hex');
  const payload = Buffer.concat([id, Buffer.from(addressHash, 'hex')]);
  return Buffer.concat([payload, signatureOf(payload, key)]).toString('base64url');
}

/** Null for a token that was not made with this key. */
export function readUnsubscription(token: string, key: string): Unsubscription | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID_BYTES + 2 * HASH_BYTES) {
    return null;
  }
  const payload = bytes.subarray(0, ID_BYTES + HASH_BYTES);
  if (!timingSafeEqual(bytes.subarray(payload.length), signatureOf(payload, key))) {
    return null;
  }
  const id = payload.toString('hex', 0, ID_BYTES);
  const companyId = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { companyId, addressHash: payload.toString('hex', ID_BYTES) };
}

/** The key also signs other things; the words in front keep their signatures apart. */
function signatureOf(payload: Buffer, key: string): Buffer {
  return createHmac('sha256', key).update('unsubscribe:').update(payload).digest();
}
