import fc from 'fast-check';
import { passageAround, passageAt, termPassages } from './excerpts';
import type { LeafNode } from './query-parser';
import { termSpans } from './search-words';
import type { WordsOf } from './ts-query';

const wordsOf: WordsOf = (text) => [{ word: text, stem: text.replace(/(?:e|ing|ed)$/, '') }];
const leaf = (text: string, kind: LeafNode['kind'] = 'term'): LeafNode => ({ kind, text });
const found = (text: string, ...leaves: LeafNode[]): string[] =>
  termSpans(text, leaves, wordsOf).map(({ start, end }) => text.slice(start, end));

describe('termSpans', () => {
  it('finds inflections of a word, and only the word itself in quotes', () => {
    const text = 'Managed a team, managing managers, damage';
    expect(found(text, leaf('manage'))).toEqual(['Managed', 'managing', 'managers']);
    expect(found('Cafés and café', leaf('cafe', 'exact'))).toEqual(['café']);
    expect(found('managerial work', leaf('manag', 'prefix'))).toEqual(['managerial']);
  });

  it('tells names made of signs apart', () => {
    const text = 'C, C++, C# and .NET, F#';
    const exact = (word: string): string[] =>
      termSpans(text, [leaf(word)], () => [{ word, stem: word }]).map(({ start, end }) =>
        text.slice(start, end),
      );
    expect(exact('c')).toEqual(['C']);
    expect(exact('cplusplus')).toEqual(['C++']);
    expect(exact('csharp')).toEqual(['C#']);
    expect(exact('dotnet')).toEqual(['.NET']);
  });

  it('finds phrases as neighbours', () => {
    const words: WordsOf = () => [
      { word: 'sap', stem: 'sap' },
      { word: 'fi', stem: 'fi' },
    ];
    const text = 'SAP, then SAP FI.';
    expect(termSpans(text, [leaf('SAP FI', 'exact')], words)).toEqual([
      { start: 10, end: 16, term: 'SAP FI' },
    ]);
  });
});

describe('termPassages', () => {
  it('shows the passage with most terms first, and no term twice', () => {
    const content = `cook\n${'x '.repeat(300)}\ncook and baker\n${'y '.repeat(300)}\nbaker`;
    const spans = termSpans(content, [leaf('cook'), leaf('baker')], wordsOf);
    expect(termPassages(content, spans, 5).map(({ text, terms }) => [text, terms])).toEqual([
      ['cook and baker', ['cook', 'baker']],
    ]);
  });

  it('quotes true substrings that hold the span, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 600 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(30), (content, at, length) => {
        const start = content.length === 0 ? 0 : at % content.length;
        const end = Math.min(content.length, start + length);
        const around = passageAround(content, start, end);
        expect(content.slice(around.start, around.end)).toBe(around.text);
        if (/^\S.*\S$/s.test(content.slice(start, end))) {
          expect(around.start).toBeLessThanOrEqual(start);
          expect(around.end).toBeGreaterThanOrEqual(end);
        }
        const [passage] = termPassages(content, [{ start, end, term: 'x' }], 1);
        expect(content.slice(passage?.start, passage?.end)).toBe(passage?.text);
      }),
    );
  });

  it('gives no passage for a place outside of the text', () => {
    expect(passageAt('abc', 5, 9)).toBeNull();
    expect(passageAt('abc', 1, 9)).toEqual({ start: 1, end: 3, text: 'bc' });
  });
});
