/** A piece of `content`: `text` is exactly `content.slice(start, end)`. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What stands around a value without belonging to it: spaces, joiners and zero-width signs. */
const EDGE = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/u;

/** The piece from `start` to `end`, without white space at its edges. */
export function spanOf(content: string, start: number, end: number): TextSpan {
  let from = Math.min(Math.max(0, start), content.length);
  let to = Math.min(Math.max(from, end), content.length);
  while (from < to && EDGE.test(content.charAt(from))) from += 1;
  while (to > from && EDGE.test(content.charAt(to - 1))) to -= 1;
  return { start: from, end: to, text: content.slice(from, to) };
}

/** Signs that separate fields of a line and are left over at the edges once a field is cut out. */
const LOOSE = /[\s\u00ad\u200b-\u200f\u2060\ufeff,;:|·•∙⋅‐‑–—−\-~/¼ï]/u;

const BRACKETS = [
  ['(', ')'],
  ['[', ']'],
] as const;

/** The piece without the separators at its edges; a bracket is dropped when its partner is missing. */
export function trimSeparators(content: string, start: number, end: number): TextSpan {
  let from = start;
  let to = end;
  for (let changed = true; changed;) {
    changed = false;
    while (from < to && LOOSE.test(content.charAt(from))) {
      from += 1;
      changed = true;
    }
    while (to > from && LOOSE.test(content.charAt(to - 1))) {
      to -= 1;
      changed = true;
    }
    const piece = content.slice(from, to);
    for (const [open, close] of BRACKETS) {
      if (piece.startsWith(close) || (piece.startsWith(open) && !piece.includes(close))) {
        from += 1;
        changed = true;
      } else if (piece.endsWith(open) || (piece.endsWith(close) && !piece.includes(open))) {
        to -= 1;
        changed = true;
      }
    }
  }
  return spanOf(content, from, to);
}

/** Several lines as one text: line ends and runs of blanks become one blank, soft hyphens are joined. */
export function flow(text: string): string {
  return (
    text
      .replace(/\u00ad\s*\n\s*/gu, '')
      // A soft hyphen that is not at a line end was painted as a hyphen.
      .replace(/\u00ad/gu, '-')
      .replace(/[\u200b-\u200f\u2060\ufeff]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

/** Lower case without accents, for comparing with word lists. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

const MATCHING_FORMS = new Map<string, string>();

/** One UTF-16 unit as it is compared: lower case, without accent, one kind of dash, quote and blank. */
function matchingForm(character: string): string {
  if (/[‐‑‒–—―−﹣－\u00ad]/u.test(character)) return '-';
  if (/[\u00a0\u2000-\u200f\u202f\u2060\u3000\ufeff\t]/u.test(character)) return ' ';
  if (/[‘’‛′´`]/u.test(character)) return "'";
  if (character === 'ı') return 'i';
  const folded = fold(character);
  if (folded.length === 1) return folded;
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : character;
}

/**
 * `content` made comparable, unit by unit, so that an offset found in the result is the offset in
 * `content`. For searching only: what is kept is always cut from the original.
 */
export function matchingText(content: string): string {
  let result = '';
  for (let index = 0; index < content.length; index += 1) {
    const character = content.charAt(index);
    const known = MATCHING_FORMS.get(character);
    if (known !== undefined) {
      result += known;
      continue;
    }
    const form = matchingForm(character);
    MATCHING_FORMS.set(character, form);
    result += form;
  }
  return result;
}

/** Overlap of two half-open ranges. */
export function overlaps(
  a: { readonly start: number; readonly end: number },
  b: { readonly start: number; readonly end: number },
): boolean {
  return a.start < b.end && b.start < a.end;
}
