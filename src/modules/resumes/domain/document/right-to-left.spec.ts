import { toReadingOrder } from './right-to-left';

/** Reads a line painted from left to right. */
function read(painted: string): string {
  const glyphs = Array.from(painted, (text) => ({ text }));
  return toReadingOrder(glyphs)
    .map((glyph) => glyph.text)
    .join('');
}

function mirrored(text: string): string {
  return Array.from(text).reverse().join('');
}

describe('toReadingOrder', () => {
  it('leaves text without right-to-left letters alone', () => {
    const glyphs = Array.from('Mira Holm', (text) => ({ text }));
    expect(toReadingOrder(glyphs)).toBe(glyphs);
  });

  it('turns a Hebrew line around', () => {
    expect(read(mirrored('מהנדסת תוכנה'))).toBe('מהנדסת תוכנה');
  });

  it('keeps numbers and Latin words in a Hebrew line readable', () => {
    expect(read(`Python ${mirrored('ניסיון')} 2019-2021 ${mirrored('עבודה')}`)).toBe(
      'עבודה 2019-2021 ניסיון Python',
    );
  });

  it('turns only the Arabic words of an English line', () => {
    expect(read(`Name: ${mirrored('ليلى')}, cook`)).toBe('Name: ليلى, cook');
  });
});
