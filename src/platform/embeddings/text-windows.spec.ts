import * as fc from 'fast-check';
import { splitIntoWindows } from './text-windows';

const words = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

const textsOf = (text: string, most: number): string[] =>
  splitIntoWindows(text, { start: 0, end: text.length }, most, words).map((window) =>
    text.slice(window.start, window.end),
  );

describe('splitIntoWindows', () => {
  it('keeps a short text whole', () => {
    expect(textsOf('one two\nthree', 10)).toEqual(['one two\nthree']);
  });

  it('prefers to end at a line', () => {
    expect(textsOf('a b c\nd e f\ng h i', 6)).toEqual(['a b c\nd e f', 'g h i']);
  });

  it('cuts a long line after a sentence, else after a word', () => {
    expect(textsOf('a b. c d. e f.', 4)).toEqual(['a b. c d.', 'e f.']);
    expect(textsOf('a b c d e', 2)).toEqual(['a b', 'c d', 'e']);
  });

  it('stays inside the range', () => {
    const [window] = splitIntoWindows('xx one yy', { start: 3, end: 6 }, 5, words);
    expect(window).toEqual({ start: 3, end: 6, wordPieces: 1 });
  });

  it('covers every word in order, within the limit, for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 1, max: 9 }), (text, most) => {
        const windows = textsOf(text, most);
        expect(windows.join(' ').split(/\s+/).join('')).toBe(text.split(/\s+/).join(''));
        expect(windows.every((window) => words(window) <= most)).toBe(true);
      }),
    );
  });
});
