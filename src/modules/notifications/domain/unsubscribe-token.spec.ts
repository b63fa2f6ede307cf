import { randomBytes, randomUUID } from 'node:crypto';
import { hashAddress, readUnsubscription, signUnsubscription } from './unsubscribe-token';

const KEY = 'a key of the tests that is long enough';
const COMPANY = randomUUID();
const who = { companyId: COMPANY, addressHash: hashAddress(COMPANY, 'jane@people.example') };

it('is read back by who has the key, and by nobody else', () => {
  const token = signUnsubscription(who, KEY);
  expect(readUnsubscription(token, KEY)).toEqual(who);
  expect(readUnsubscription(token, 'another key')).toBeNull();
});

it('does not survive the change of a single byte', () => {
  const bytes = Buffer.from(signUnsubscription(who, KEY), 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(readUnsubscription(changed.toString('base64url'), KEY)).toBeNull();
  }
});

it.each(['', 'abc', '…', randomBytes(80).toString('base64url'), 'A'.repeat(500)])(
  'is not %s',
  (token) => {
    expect(readUnsubscription(token, KEY)).toBeNull();
  },
);

it('knows an address whatever its case, and at one company only', () => {
  expect(hashAddress(COMPANY, ' JANE@People.example')).toBe(who.addressHash);
  expect(hashAddress(randomUUID(), 'jane@people.example')).not.toBe(who.addressHash);
});
