import { createHmac } from 'node:crypto';
import { newSecret, signatureOf } from './signature';

describe('signatureOf', () => {
  it('is the HMAC-SHA256 of the raw body, as any library computes it', () => {
    // RFC 4231, test case 2.
    expect(signatureOf('Jefe', 'what do ya want for nothing?')).toBe(
      'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
    const body = '{"name":"Zoë"}';
    const expected = createHmac('sha256', 'k').update(Buffer.from(body)).digest('hex');
    expect(signatureOf('k', body)).toBe(`sha256=${expected}`);
  });
});

describe('newSecret', () => {
  it('is long, and another one each time', () => {
    const secrets = new Set(Array.from({ length: 100 }, newSecret));
    expect(secrets.size).toBe(100);
    expect([...secrets].every((secret) => /^whsec_[\w-]{43}$/.test(secret))).toBe(true);
  });
});
