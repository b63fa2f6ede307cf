import type { Evidence } from '../../resumes';

/** A sentence or line of a resume that may be quoted; `text` is exactly `content.slice(start, end)`. */
export interface Passage extends Evidence {
  readonly section: string;
  /** What it stands under, where that tells more than that somebody worked or learned. */
  readonly heading: string | null;
}

/** What the cutting into passages needs to know of a resume. */
export interface ReadText {
  readonly content: string;
  readonly sections: readonly {
    readonly kind: string;
    readonly heading: string | null;
    readonly start: number;
    readonly end: number;
  }[];
}

const BULLET = /^[\s\-–—•·*▪●○◦‣>]+/u;
const SENTENCE_END = /[.!?](?=\s+["“(]?[\p{Lu}\p{N}])/gu;
/** Dates, or an address alone. */
const NO_SENTENCE =
  /^(?:\S+@\S+|[\s\d/.,–—-]*(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|present|now|today|current|to|until|since|[\s\d/.,–—-])+)$/iu;
const LONGEST = 320;
/** A shorter line ends where its writer wanted it to. */
const FULL_LINE = 60;

interface Line {
  readonly start: number;
  readonly end: number;
}

/**
 * The resume as sentences and list items, in order. Left out: headings, and lines that `isWithheld`
 * says nobody should be shown, such as orders to a model.
 */
export function passagesOf(
  { content, sections }: ReadText,
  isWithheld: (line: string, next: string) => boolean,
): readonly Passage[] {
  const headings = new Set(
    sections.flatMap(({ heading }) => (heading === null ? [] : [flat(heading)])),
  );
  const joined = joinWrapped(content, linesOf(content), isWithheld);
  let lone: { readonly text: string; readonly section: object | undefined } | null = null;
  return joined.flatMap((line) => {
    const text = content.slice(line.start, line.end);
    const section = sections.find(({ start, end }) => start <= line.start && line.start < end);
    if (isLoneHeading(content, line, section?.kind) && !headings.has(flat(text))) {
      lone = { text: flat(text), section };
      return [];
    }
    if (headings.has(flat(text)) || !/\p{L}{2}/u.test(text) || NO_SENTENCE.test(text.trim())) {
      return [];
    }
    const own = TELLING.test(`${section?.kind} ${section?.heading}`) ? section?.heading : null;
    const heading = lone !== null && lone.section === section ? lone.text : (own ?? null);
    return sentencesOf(content, line).map((span) => ({
      ...span,
      section: section?.kind ?? 'other',
      heading,
    }));
  });
}

/** Sections whose heading says what their lines do not: that a prize is one, that work is unpaid. */
const TELLING = /^(?:interests|awards|publications)\b|volunt|community|honorary/iu;

/** Words in capitals over others. Among positions and schools such a line is more likely an employer. */
function isLoneHeading(
  content: string,
  { start, end }: Line,
  section: string | undefined,
): boolean {
  const hasMore = /^\n\s*\S/u.test(content.slice(end));
  const isAmongNames = /^(?:experience|education|header|projects)$/u.test(section ?? 'header');
  return hasMore && !isAmongNames && CAPITALS.test(content.slice(start, end).trim());
}

const CAPITALS = /^\p{Lu}{4}[\p{Lu}&/ -]{0,36}:?$/u;

export const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function linesOf(content: string): readonly Line[] {
  let at = 0;
  return content.split('\n').map((text) => {
    const line = { start: at, end: at + text.length };
    at = line.end + 1;
    return line;
  });
}

/** Lines that one sentence runs over become one; withheld ones end it. */
function joinWrapped(
  content: string,
  lines: readonly Line[],
  isWithheld: (line: string, next: string) => boolean,
): readonly Line[] {
  const textOf = ({ start, end }: Line): string => content.slice(start, end);
  const joined: Line[] = [];
  let isOpen = false;
  for (const [index, line] of lines.entries()) {
    const text = textOf(line);
    const next = lines[index + 1];
    const before = lines[index - 1];
    const isHidden =
      isWithheld(text, next === undefined ? '' : textOf(next)) ||
      (before !== undefined && isWithheld(textOf(before), text));
    if (text.trim() === '' || isHidden) {
      isOpen = false;
      continue;
    }
    const last = joined.at(-1);
    if (isOpen && last !== undefined && /^\s*\p{Ll}/u.test(text)) {
      joined[joined.length - 1] = { start: last.start, end: line.end };
    } else {
      joined.push(line);
    }
    isOpen = text.trimEnd().length >= FULL_LINE && !/[.:;!?]\s*$/.test(text);
  }
  return joined;
}

function sentencesOf(content: string, line: Line): readonly Evidence[] {
  const text = content.slice(line.start, line.end);
  const cuts = [...text.matchAll(SENTENCE_END)].map(({ index }) => index + 1);
  const edges = [0, ...cuts, text.length];
  return edges.slice(0, -1).flatMap((from, index) => {
    const to = edges[index + 1] ?? text.length;
    const sentence = trimmed(content, line.start + from, line.start + to);
    return sentence.text.length === 0 ? [] : shortened(content, sentence);
  });
}

/** Without bullet and blanks at its edges. */
function trimmed(content: string, start: number, end: number): Evidence {
  const text = content.slice(start, end);
  const from = start + (BULLET.exec(text)?.[0].length ?? 0);
  const to = Math.max(from, start + text.trimEnd().length);
  return { start: from, end: to, text: content.slice(from, to) };
}

/** A text without a full stop is cut between words. */
function shortened(content: string, whole: Evidence): readonly Evidence[] {
  if (whole.text.length <= LONGEST) {
    return [whole];
  }
  const space = whole.text.lastIndexOf(' ', LONGEST);
  const cut = whole.start + (space > 0 ? space : LONGEST);
  return [
    trimmed(content, whole.start, cut),
    ...shortened(content, trimmed(content, cut, whole.end)),
  ];
}
