export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | null }
  | { readonly kind: 'characters'; readonly bytes: Uint8Array };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

/** Splits rich text format into its groups, control words and characters. */
export function* readRtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === OPEN || byte === CLOSE) {
      yield { kind: byte === OPEN ? 'open' : 'close' };
      at += 1;
    } else if (byte === BACKSLASH) {
      const { token, next } = readControl(bytes, at + 1);
      yield token;
      at = next;
    } else {
      const end = plainEnd(bytes, at);
      const plain = bytes.subarray(at, end).filter((one) => one !== 0x0d && one !== 0x0a);
      if (plain.length > 0) yield { kind: 'characters', bytes: plain };
      at = end;
    }
  }
}

function plainEnd(bytes: Uint8Array, from: number): number {
  let end = from;
  while (end < bytes.length) {
    const byte = bytes[end];
    if (byte === OPEN || byte === CLOSE || byte === BACKSLASH) break;
    end += 1;
  }
  return end;
}

function readControl(bytes: Uint8Array, at: number): { token: RtfToken; next: number } {
  const first = bytes[at] ?? 0;
  if (!isLetter(first)) return readSymbol(bytes, at);
  let end = at;
  while (end < bytes.length && end - at < 32 && isLetter(bytes[end] ?? 0)) end += 1;
  const word = ascii(bytes, at, end);
  const numberStart = end;
  if (bytes[end] === 0x2d) end += 1;
  while (end - numberStart < 11 && isDigit(bytes[end] ?? 0)) end += 1;
  const digits = ascii(bytes, numberStart, end);
  const value = digits === '' || digits === '-' ? null : Number(digits);
  // One space after a control word belongs to it.
  let next = bytes[end] === 0x20 ? end + 1 : end;
  // Binary data follows its word and may hold anything.
  if (word === 'bin' && value !== null && value > 0) next += value;
  return { token: { kind: 'word', word, value }, next };
}

function readSymbol(bytes: Uint8Array, at: number): { token: RtfToken; next: number } {
  const symbol = ascii(bytes, at, at + 1);
  if (symbol === "'") {
    const code = Number.parseInt(ascii(bytes, at + 1, at + 3), 16);
    const byte = Number.isNaN(code) ? 0x20 : code;
    // Characters of two bytes are written as two such codes: they are decoded together.
    const codes = [byte];
    let next = at + 3;
    while (bytes[next] === BACKSLASH && bytes[next + 1] === 0x27 && codes.length < 4000) {
      const another = Number.parseInt(ascii(bytes, next + 2, next + 4), 16);
      if (Number.isNaN(another)) break;
      codes.push(another);
      next += 4;
    }
    return { token: { kind: 'characters', bytes: Uint8Array.from(codes) }, next };
  }
  if (symbol === '\\' || symbol === '{' || symbol === '}') {
    return { token: { kind: 'characters', bytes: bytes.subarray(at, at + 1) }, next: at + 1 };
  }
  // An escaped line end is a paragraph.
  const word = symbol === '\n' || symbol === '\r' ? 'par' : symbol;
  return { token: { kind: 'word', word, value: null }, next: at + 1 };
}

function isLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

const CHARSETS: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

const PAGES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  65001: 'utf-8',
};

/** The encoding of a code page or a font's character set; null for the default one. */
export function codePageOf(kind: 'page' | 'charset', value: number): string | null {
  if (kind === 'charset') return CHARSETS[value] ?? null;
  if (value === 874 || (value >= 1250 && value <= 1258)) return `windows-${value}`;
  return PAGES[value] ?? null;
}
