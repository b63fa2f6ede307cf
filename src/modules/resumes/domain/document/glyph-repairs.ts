/** A glyph in the coordinates of its writing direction. */
export interface PlacedGlyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  /** A space glyph was painted just before this one. */
  readonly spaced: boolean;
}

/** Bold is often faked by painting a glyph twice with a small offset; a reader sees it once. */
export function withoutRepeats(sorted: readonly PlacedGlyph[]): PlacedGlyph[] {
  const kept: PlacedGlyph[] = [];
  for (const glyph of sorted) {
    if (!isRepeat(glyph, kept.at(-1)) && !isRepeat(glyph, kept.at(-2))) kept.push(glyph);
  }
  return kept;
}

function isRepeat(glyph: PlacedGlyph, other: PlacedGlyph | undefined): boolean {
  if (other?.text !== glyph.text) return false;
  return (
    Math.abs(other.left - glyph.left) < 0.15 * glyph.size &&
    Math.abs(other.baseline - glyph.baseline) < 0.15 * glyph.size
  );
}

/** Accents that old TeX fonts paint over a letter, to the combining marks that they stand for. */
const ACCENTS: Readonly<Record<string, string>> = {
  '´': '\u0301',
  '`': '\u0300',
  ˆ: '\u0302',
  '^': '\u0302',
  '˜': '\u0303',
  '¨': '\u0308',
  '˚': '\u030a',
  ˇ: '\u030c',
  '¸': '\u0327',
  '¯': '\u0304',
  '˘': '\u0306',
  '˙': '\u0307',
};

export function withAccents(sorted: readonly PlacedGlyph[]): PlacedGlyph[] {
  if (!sorted.some((glyph) => ACCENTS[glyph.text] !== undefined)) return [...sorted];
  const result: PlacedGlyph[] = [];
  let pending: PlacedGlyph | null = null;
  for (const glyph of sorted) {
    const previous = result.at(-1);
    if (ACCENTS[glyph.text] !== undefined && previous && covers(previous, glyph)) {
      result[result.length - 1] = accented(previous, glyph);
    } else if (pending && covers(glyph, pending)) {
      result[result.length - 1] = accented(glyph, pending);
      pending = null;
      continue;
    } else result.push(glyph);
    pending = ACCENTS[glyph.text] === undefined ? null : glyph;
  }
  return result;
}

/** Whether the middle of an accent lies over a letter. */
function covers(letter: PlacedGlyph, accent: PlacedGlyph): boolean {
  const middle = (accent.left + accent.right) / 2;
  return /^\p{L}$/u.test(letter.text) && middle > letter.left && middle < letter.right;
}

function accented(letter: PlacedGlyph, accent: PlacedGlyph): PlacedGlyph {
  const text = (letter.text + (ACCENTS[accent.text] ?? '')).normalize('NFC');
  return { ...letter, text, spaced: letter.spaced || accent.spaced };
}
