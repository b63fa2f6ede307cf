import fc from 'fast-check';
import { csvRecords, CsvSyntaxError } from './imported-csv';

describe('csvRecords', () => {
  it('keeps commas, line breaks and doubled quotes inside quoted fields', () => {
    const text = 'name,alt\r\n"weld, braze","arc welding\nMIG ""metal"" welding"\r\nplain,\r\n';
    expect(csvRecords(text)).toEqual([
      ['name', 'alt'],
      ['weld, braze', 'arc welding\nMIG "metal" welding'],
      ['plain', ''],
    ]);
  });

  it('reads lines that end in LF, a byte order mark and a last line without an end', () => {
    expect(csvRecords('\uFEFFa,b\nc,d')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('has no record in an empty text', () => {
    expect(csvRecords('')).toEqual([]);
  });

  it('says in which line a quote is wrong', () => {
    expect(() => csvRecords('a\n"b')).toThrow(CsvSyntaxError);
    expect(() => csvRecords('a\n"b')).toThrow(/line 2\b/);
    expect(() => csvRecords('"a"b\n')).toThrow(/line 1\b/);
  });

  it('reads back whatever is written as the RFC says', () => {
    const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;
    const anyField = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é') });
    const anyRecords = fc.array(fc.array(anyField, { minLength: 1 }));
    fc.assert(
      fc.property(anyRecords, fc.constantFrom('\n', '\r\n'), (written, lineEnd) => {
        const text = written.map((fields) => fields.map(quoted).join(',') + lineEnd).join('');
        expect(csvRecords(text)).toEqual(written);
      }),
    );
  });
});
