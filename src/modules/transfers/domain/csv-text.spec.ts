import { decodeCsv } from './csv-text';

const TEXT = 'name;city\r\nZoë Müller;Łódź\r\n';
const WESTERN = 'name;city\r\nZoë – “Müller”;Köln €\r\n';

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const western = Buffer.from(
  [...WESTERN].map(
    (sign) => ({ '–': 0x96, '“': 0x93, '”': 0x94, '€': 0x80 })[sign] ?? sign.charCodeAt(0),
  ),
);

describe('decodeCsv', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8', TEXT],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8', TEXT],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le'), 'utf-16le', TEXT],
    ['UTF-16 BE with a mark', utf16be(`\ufeff${TEXT}`), 'utf-16be', TEXT],
    ['UTF-16 LE without', Buffer.from(TEXT, 'utf16le'), 'utf-16le', TEXT],
    ['UTF-16 BE without', utf16be(TEXT), 'utf-16be', TEXT],
    ['Windows-1252', western, 'windows-1252', WESTERN],
    ['nothing', Buffer.alloc(0), 'utf-8', ''],
  ])('reads %s', (_what, bytes, encoding, text) => {
    expect(decodeCsv(bytes)).toEqual({ encoding, text });
  });

  it.each([
    [
      'a mark that does not tell the truth',
      Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe9, 0x62]),
      'csv_wrong_encoding',
    ],
    ['half a sign of UTF-16', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62]), 'csv_wrong_encoding'],
    ['bytes of no encoding', Buffer.from([0x61, 0x81, 0x8d, 0xff]), 'csv_wrong_encoding'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'csv_wrong_encoding'],
    ['controls', Buffer.from('a;b\u0001\r\n'), 'csv_not_text'],
    ['an archive', Buffer.from('PK\u0003\u0004 abc'), 'csv_not_text'],
  ])('refuses %s', (_what, bytes, problem) => {
    expect(decodeCsv(bytes)).toEqual({ problem });
  });
});
