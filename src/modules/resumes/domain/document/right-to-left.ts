interface Written {
  readonly text: string;
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const LEFT_TO_RIGHT = /\p{L}/u;
const NUMBER = /\p{N}/u;

/**
 * Puts glyphs that stand side by side from left to right into the order in which they are read.
 * Returns the very same array when there is nothing to turn around. Text of both directions is taken
 * to run the way most of its letters do; words and numbers of the other direction keep their own.
 */
export function toReadingOrder<T extends Written>(glyphs: readonly T[]): readonly T[] {
  if (!glyphs.some((glyph) => isRightToLeft(glyph.text))) return glyphs;
  const rightToLeft = glyphs.filter((glyph) => isRightToLeft(glyph.text)).length;
  const leftToRight = glyphs.filter((glyph) => isLeftToRight(glyph.text)).length;
  const runsLeft = rightToLeft >= leftToRight;
  const ordered = runsLeft ? glyphs.toReversed() : [...glyphs];
  const turned = (glyph: T): boolean =>
    runsLeft ? isLeftToRight(glyph.text) || NUMBER.test(glyph.text) : isRightToLeft(glyph.text);
  let at = 0;
  while (at < ordered.length) {
    const end = runEnd(ordered, at, turned);
    if (end > at + 1) ordered.splice(at, end - at, ...ordered.slice(at, end).toReversed());
    at = Math.max(end, at + 1);
  }
  return ordered;
}

function isRightToLeft(text: string): boolean {
  // Hebrew is the first of these scripts.
  return text >= '\u0590' && RIGHT_TO_LEFT.test(text);
}

function isLeftToRight(text: string): boolean {
  return LEFT_TO_RIGHT.test(text) && !isRightToLeft(text);
}

/** The end of a run of turned glyphs; signs between two of them (`3.5`, `a@b.c`) belong to it. */
function runEnd<T extends Written>(
  glyphs: readonly T[],
  from: number,
  turned: (glyph: T) => boolean,
): number {
  let end = from;
  for (let at = from; at < glyphs.length; at += 1) {
    const glyph = glyphs[at];
    if (!glyph) break;
    if (turned(glyph)) end = at + 1;
    else if (at === from || /[\p{L}\p{N}]/u.test(glyph.text)) break;
  }
  return end;
}
