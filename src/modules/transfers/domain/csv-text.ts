import { hasCode } from '../../../common/errors';

/** Code of what a file is not. */
export type CsvTextProblem = 'csv_wrong_encoding' | 'csv_not_text';

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export type DecodedCsv =
  { readonly text: string; readonly encoding: CsvEncoding } | { readonly problem: CsvTextProblem };

/** What windows-1252 has where ISO 8859-1 has controls, from 0x80 on; NUL where it has nothing. */
const WINDOWS_1252 = '€\u0000‚ƒ„…†‡ˆ‰Š‹Œ\u0000Ž\u0000\u0000‘’“”•–—˜™š›œ\u0000žŸ';

const MARKS: readonly { readonly encoding: CsvEncoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** How many of the bytes at even, or odd, places must be zero for a text to be UTF-16 without its mark. */
const UTF_16_SHARE = 0.4;

// eslint-disable-next-line no-control-regex -- These are what no text has.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * The text of a file as a spreadsheet writes it: by its byte order mark, else UTF-8 if it is, else UTF-16 if every
 * other byte is zero, else Windows-1252.
 */
export function decodeCsv(bytes: Uint8Array): DecodedCsv {
  const mark = MARKS.find((one) => one.bytes.every((byte, at) => bytes[at] === byte));
  if (mark !== undefined) {
    const text = decode(bytes.subarray(mark.bytes.length), mark.encoding);
    return text === null ? { problem: 'csv_wrong_encoding' } : checked(text, mark.encoding);
  }
  const encoding = unmarkedUtf16(bytes) ?? 'utf-8';
  const text = decode(bytes, encoding);
  if (text !== null) {
    return checked(text, encoding);
  }
  const western = decodeWindows1252(bytes);
  return western === null ? { problem: 'csv_wrong_encoding' } : checked(western, 'windows-1252');
}

function checked(text: string, encoding: CsvEncoding): DecodedCsv {
  return CONTROLS.test(text) ? { problem: 'csv_not_text' } : { text, encoding };
}

function unmarkedUtf16(bytes: Uint8Array): CsvEncoding | null {
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    zeros[at % 2] = (zeros[at % 2] ?? 0) + (byte === 0 ? 1 : 0);
  });
  const [even = 0, odd = 0] = zeros;
  const many = (bytes.length / 2) * UTF_16_SHARE;
  if (bytes.length < 4 || Math.max(even, odd) < many) {
    return null;
  }
  return odd > even ? 'utf-16le' : 'utf-16be';
}

function decode(bytes: Uint8Array, encoding: CsvEncoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (hasCode(error, 'ERR_ENCODING_INVALID_ENCODED_DATA')) {
      return null;
    }
    throw error;
  }
}

/** By hand: some versions of Node take Windows-1252 for ISO 8859-1. */
function decodeWindows1252(bytes: Uint8Array): string | null {
  const text = Array.from(bytes, (byte) =>
    byte >= 0x80 && byte < 0xa0
      ? (WINDOWS_1252[byte - 0x80] ?? '\u0000')
      : String.fromCharCode(byte),
  ).join('');
  return text.includes('\u0000') ? null : text;
}
