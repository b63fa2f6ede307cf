import { csvFile, csvLine } from './csv';

describe('csvLine', () => {
  it.each([
    ['=1+1', `'=1+1`],
    ['+49 30 1234', `'+49 30 1234`],
    ['-2', `'-2`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['\tx', `'\tx`],
    ['\rx', `"'\rx"`],
    [`=HYPERLINK("http://x","y")`, `"'=HYPERLINK(""http://x"",""y"")"`],
    ['a=b', 'a=b'],
    [' plain ', ' plain '],
  ])('takes the force out of %j', (given, expected) => {
    expect(csvLine([given])).toBe(`${expected}\r\n`);
  });

  it('quotes what would end a cell or a line, and leaves numbers and dates as they are', () => {
    const values = [
      'a,b',
      'a;b',
      'a"b',
      'a\nb',
      -1.5,
      true,
      null,
      new Date('2026-01-02T03:04:05Z'),
    ];
    expect(csvLine(values)).toBe(
      '"a,b","a;b","a""b","a\nb",-1.5,true,,2026-01-02T03:04:05.000Z\r\n',
    );
  });
});

describe('csvFile', () => {
  it('asks for a part only when what came before was taken', async () => {
    let made = 0;
    function* parts(): Generator<readonly (readonly number[])[]> {
      for (; made < 1000; made += 1) {
        yield Array.from({ length: 1000 }, (_, n) => [n]);
      }
    }
    const stream = csvFile('numbers', ['n'], parts()).getStream();
    const [first] = (await stream.take(1).toArray()) as [Buffer];
    expect(first.toString()).toBe('\ufeffn\r\n');
    expect(made).toBeLessThan(100);
    stream.destroy();
  });
});
