import { documentOf, styled } from '../../../../../test/support/resume-text';
import { isAllCapitals, readTextLines } from './text-line';

describe('readTextLines', () => {
  it('cuts a line into its cells at tabs and wide blanks', () => {
    const [line] = readTextLines(documentOf(['Acme Ltd\tLondon, UK   May 2019']));
    expect(line?.cells.map((cell) => cell.text)).toEqual(['Acme Ltd', 'London, UK', 'May 2019']);
  });

  it('knows bullets and numbers of lists and leaves them out of the cells', () => {
    const lines = readTextLines(
      documentOf(['• Led a team', '- Cut costs', '2. Wrote docs', 'Plain']),
    );
    expect(lines.map((line) => line.bullet)).toEqual([true, true, true, false]);
    expect(lines.map((line) => line.cells[0]?.text)).toEqual([
      'Led a team',
      'Cut costs',
      'Wrote docs',
      'Plain',
    ]);
  });

  it('leaves page numbers, dates of printing and repeated page heads out', () => {
    const lines = readTextLines(
      documentOf([
        'Last updated in May 2024',
        'Jane Doe',
        'Nurse',
        'a',
        'b',
        'c',
        'd',
        'Jane Doe – 1/2',
        styled('Jane Doe', { page: 2 }),
        styled('more', { page: 2 }),
        styled('end', { page: 2 }),
        styled('and more', { page: 2 }),
        styled('Page 2 of 2', { page: 2 }),
      ]),
    );
    expect(lines.map((line) => line.text)).toEqual([
      'Jane Doe',
      'Nurse',
      'a',
      'b',
      'c',
      'd',
      'more',
      'end',
      'and more',
    ]);
  });

  it('tells capitals from ordinary writing', () => {
    expect(isAllCapitals('WORK HISTORY')).toBe(true);
    expect(isAllCapitals('Work History')).toBe(false);
    expect(isAllCapitals('123')).toBe(false);
  });
});
