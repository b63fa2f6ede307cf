import type { SourceLine } from './source-line';
import { joinHyphenated } from './hyphenation';

function toLines(texts: readonly string[]): SourceLine[] {
  return texts.map((text) => ({
    text,
    page: 1,
    fontSize: 10,
    bold: false,
    heading: false,
    column: 0,
  }));
}

function join(...texts: string[]): string[] {
  return joinHyphenated(toLines(texts)).map((line) => line.text.trim());
}

describe('joinHyphenated', () => {
  it('joins a word that a line end cut in two', () => {
    expect(join('Years of experi-', 'ence in kitchens')).toEqual([
      'Years of experience',
      'in kitchens',
    ]);
  });

  it('keeps the hyphen of a compound', () => {
    expect(join('Worked full-', 'time on site')).toEqual(['Worked full-time', 'on site']);
  });

  it('writes the word as the rest of the document does', () => {
    expect(join('A play-book for teams', 'kept the play-', 'book current')[1]).toBe(
      'kept the play-book',
    );
  });

  it('leaves ranges, codes and addresses alone', () => {
    const lines = ['2019-', '2020', 'see github.com/mira-', 'holm', 'Unit B-', 'seven'];
    expect(join(...lines)).toEqual(lines);
  });

  it('does not join across columns', () => {
    const [first, second] = toLines(['experi-', 'ence']);
    if (!first || !second) throw new Error('two lines');
    expect(joinHyphenated([first, { ...second, column: 1 }])).toHaveLength(2);
  });

  it('drops a line of which nothing is left', () => {
    expect(join('deve-', 'lopment.')).toEqual(['development.']);
  });

  it('moves links with their text', () => {
    const [first, second] = toLines(['our engi-', 'neering page']);
    if (!first || !second) throw new Error('two lines');
    const url = 'https://example.org';
    const [line, rest] = joinHyphenated([
      first,
      { ...second, links: [{ url, start: 0, end: 12 }] },
    ]);
    expect(line?.links?.map((link) => line.text.slice(link.start, link.end))).toEqual(['neering']);
    expect(rest?.links?.map((link) => rest.text.slice(link.start, link.end).trim())).toEqual([
      'page',
    ]);
  });
});
