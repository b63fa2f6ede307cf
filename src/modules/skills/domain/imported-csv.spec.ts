import fc from 'fast-check';
import { csvRecords, CsvSyntaxError } from './imported-csv';

const records = (text: string): readonly (readonly string[])[] => [...csvRecords(text)];

describe('csvRecords', () => {
  it('keeps commas, line breaks and doubled quotes inside quoted fields', () => {
    const text = 'name,alt\r\n"weld, braze","arc welding\nMIG ""metal"" welding"\r\nplain,\r\n';
    expect(records(text)).toEqual([
      ['name', 'alt'],
      ['weld, braze', 'arc welding\nMIG "metal" welding'],
      ['plain', ''],
    ]);
  });

  it('reads lines that end in LF, a byte order mark and a last line without an end', () => {
    expect(records('\uFEFFa,b\nc,d')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('has no record in an empty text', () => {
    expect(records('')).toEqual([]);
  });

  it('says in which line a quote is wrong', () => {
    expect(() => records('a\n"b')).toThrow(new CsvSyntaxError(2, 'a quoted field has no end.'));
    expect(() => records('"a"b\n')).toThrow(new CsvSyntaxError(1, 'text follows a closing quote.'));
  });

  it('reads back whatever is written as the RFC says', () => {
    const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
    const anyField = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') });
    const anyRecords = fc.array(fc.array(anyField, { minLength: 1 }));
    fc.assert(
      fc.property(anyRecords, fc.constantFrom('\n', '\r\n'), (written, lineEnd) => {
        const text = written.map((fields) => fields.map(quoted).join(',') + lineEnd).join('');
        expect(records(text)).toEqual(written);
      }),
    );
  });
});
