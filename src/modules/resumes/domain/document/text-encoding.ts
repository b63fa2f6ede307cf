/**
 * Decodes text of unknown encoding: byte order marks first, then UTF-16 by its zero bytes, UTF-8
 * by its strict form, else windows-1252, which holds latin1. Null when the bytes are no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = detectEncoding(bytes);
  if (encoding === null) return null;
  const text = decodeAs(encoding, bytes);
  return looksLikeText(text) ? text : null;
}

/** What windows-1252 has where latin1 has control characters, from 0x80 on; a space where nothing. */
const WINDOWS_SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/**
 * Decodes bytes of a known encoding. Node decodes windows-1252 as latin1 in some versions, and much
 * that says it is latin1 is windows-1252: the control characters between are never meant.
 */
export function decodeAs(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding)
    .decode(bytes)
    .replace(/[\u0080-\u009f]/gu, (sign) => WINDOWS_SIGNS.charAt(sign.charCodeAt(0) - 0x80));
}

function detectEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // European text in UTF-16 has a zero in nearly every second byte, always on the same side.
  if (odd > sample.length * 0.3 && even < odd / 10) return 'utf-16le';
  if (even > sample.length * 0.3 && odd < even / 10) return 'utf-16be';
  if (even + odd > 0) return null;
  return isUtf8(bytes) ? 'utf-8' : legacyEncoding(bytes);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // A sample may end inside a character; the stream flag lets the last one be unfinished.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Cyrillic text has most of its letters above 0x7f, Western text only a few. */
function legacyEncoding(bytes: Uint8Array): string {
  let high = 0;
  let letters = 0;
  for (const byte of bytes) {
    if (byte >= 0xc0) high += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) letters += 1;
  }
  if (high <= letters || high < 10) return 'windows-1252';
  // Lower-case letters, the most frequent, lie in the upper half in windows-1251 only.
  const lower1251 = bytes.reduce((sum, byte) => sum + (byte >= 0xe0 ? 1 : 0), 0);
  return lower1251 * 2 > high ? 'windows-1251' : 'koi8-r';
}

function looksLikeText(text: string): boolean {
  let control = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isControl =
      (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) ||
      (code >= 0x7f && code < 0xa0) ||
      code === 0xfffd ||
      code === 0xffff;
    if (isControl) control += 1;
  }
  return control <= text.length * 0.005;
}
