import { openText, sealText } from './sealed-text';

const KEY = 'a key of the tests that is long enough';
const TEXT = 'Your code: slp_ünïcode';

it('is read with the key that sealed it, and tells nothing without', () => {
  const sealed = sealText(TEXT, KEY);
  expect(openText(sealed, KEY)).toBe(TEXT);
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('slp_');
  expect(sealText(TEXT, KEY)).not.toBe(sealed);
  expect(() => openText(sealed, 'another key')).toThrow();
});

it('notices a change', () => {
  const bytes = Buffer.from(sealText(TEXT, KEY), 'base64');
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
  expect(() => openText(bytes.toString('base64'), KEY)).toThrow();
});
