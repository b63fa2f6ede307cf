import { MalformedCsvError, readTable } from './csv-table';

const NAMES = { name: ['name', 'fullname'], email: ['email', 'mail'] } as const;

describe('readTable', () => {
  it.each([
    ['commas', 'Full Name,E-Mail\nAmara,a@example.com\n'],
    ['semicolons', 'Full Name;E-Mail\r\nAmara;a@example.com\r\n'],
    ['tabs', 'Full Name\tE-Mail\nAmara\ta@example.com'],
    ['another order and case', 'MAIL,"name (as written)"\na@example.com,Amara'],
    ['a semicolon inside of a quoted header', '"Name (first; last)",mail\nAmara,a@example.com'],
  ])('reads %s', (_what, text) => {
    expect(readTable(text, NAMES).rows).toEqual([
      { line: 2, cells: { name: 'Amara', email: 'a@example.com' } },
    ]);
  });

  it('tells at which line of the file a row begins', () => {
    const text = 'name,mail\n"Two\nlines",a@example.com\n\n\nLater,b@example.com\n';
    expect(readTable(text, NAMES).rows.map(({ line }) => line)).toEqual([2, 6]);
  });

  it('skips what it does not know, and rows of nothing', () => {
    const { rows, ignoredColumns, headers } = readTable('Name,Shoe size\n , \nAmara,39\n', NAMES);
    expect(rows).toEqual([{ line: 3, cells: { name: 'Amara' } }]);
    expect(ignoredColumns).toEqual(['Shoe size']);
    expect([...headers]).toEqual([['name', 'Name']]);
  });

  it('reports a column that comes twice, and a row that is too long', () => {
    const { problems } = readTable('name,Full name\nA,B,C\n', NAMES);
    expect(problems).toMatchObject([
      { line: 1, column: 'Full name', code: 'column_repeated' },
      { line: 2, column: null, code: 'too_many_cells' },
    ]);
  });

  it('takes the apostrophe off that an export put there', () => {
    expect(readTable(`name\n'=1+1\n'quoted'\n`, NAMES).rows.map(({ cells }) => cells.name)).toEqual(
      ['=1+1', `'quoted'`],
    );
  });

  it('says where a quote was left open', () => {
    expect(() => readTable('name\n"open\n', NAMES)).toThrow(MalformedCsvError);
  });

  it('has no row in an empty file', () => {
    expect(readTable('', NAMES)).toMatchObject({ rows: [], problems: [] });
  });
});
