import { createHash } from 'node:crypto';

const MODULUS = 1n << 256n;
const HEX_DIGITS = 64;

/**
 * One hash of many things in no order: the sum of their SHA-256 modulo 2^256. Tables need no sorting then,
 * and two databases that hold the same rows have the same hash wherever the rows lie.
 */
export class ContentHash {
  private sum = 0n;
  private members = 0;

  add(member: string | Uint8Array): void {
    const digest = createHash('sha256').update(member).digest('hex');
    this.sum = (this.sum + BigInt(`0x${digest}`)) % MODULUS;
    this.members += 1;
  }

  get count(): number {
    return this.members;
  }

  get hex(): string {
    return this.sum.toString(16).padStart(HEX_DIGITS, '0');
  }
}
