import { cutText, isStorable, storable } from './storable-text';

describe('text for the database', () => {
  it.each([
    ['Zoë 👩‍💻', true],
    ['a\u0000', false],
    ['half \uD83D', false],
    ['\uDE00 half', false],
  ])('%j can be stored: %s', (text, expected) => {
    expect(isStorable(text)).toBe(expected);
    expect(isStorable(storable(text))).toBe(true);
  });

  it('is put right without touching what is well', () => {
    expect(storable('a\u0000b \uD83D 😀')).toBe('ab \uFFFD 😀');
  });

  it('is cut between characters', () => {
    expect(cutText('ab😀c', 3)).toBe('ab');
    expect(cutText('ab😀c', 4)).toBe('ab😀');
    expect(cutText('ab', 9)).toBe('ab');
  });
});
