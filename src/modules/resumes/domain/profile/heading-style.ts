import { headingKey, isEveryday, knownHeading } from './section-headings';
import { isAllCapitals, type TextLine } from './text-line';

/** How the headings of one document look, learnt from those whose wording leaves no doubt. */
export interface HeadingStyle {
  /** Looks like one of the certain headings. */
  readonly matches: (line: TextLine) => boolean;
  /** Whether that look differs enough from the text's to make a heading of an unknown wording. */
  readonly isDistinct: boolean;
  /** Enough headings share the look to distrust a heading that does not. */
  readonly isSettled: boolean;
  /** Size of most of the text; null where the format does not tell. */
  readonly bodySize: number | null;
  /** Size of the headings; null where the format does not tell or none was found. */
  readonly headingSize: number | null;
}

const CERTAIN_KINDS: ReadonlySet<string> = new Set([
  'experience',
  'education',
  'skills',
  'summary',
]);

const styleKey = (line: TextLine): string =>
  [line.fontSize ?? '-', line.bold, line.heading, isAllCapitals(line.text)].join('|');

export function learnHeadingStyle(lines: readonly TextLine[]): HeadingStyle {
  const certain = lines.filter((line) => {
    const key = headingKey(line.text);
    const kind = line.cells.length === 1 && !isEveryday(key) ? knownHeading(key) : null;
    return kind !== null && CERTAIN_KINDS.has(kind);
  });
  const bodySize = bodySizeOf(lines);
  const keys = certain.map(styleKey);
  const usual = mostFrequent(keys);
  // A sidebar often has headings of its own look.
  const distinct = new Set(
    certain
      .filter((line) => isMarked(line, bodySize) && textShare(lines, styleKey(line)) < 0.25)
      .map(styleKey),
  );
  return {
    matches: (line) => distinct.has(styleKey(line)) || styleKey(line) === usual,
    isDistinct: distinct.size > 0,
    isSettled:
      usual !== null && distinct.has(usual) && keys.filter((key) => key === usual).length >= 2,
    bodySize,
    headingSize: certain.find((line) => styleKey(line) === usual)?.fontSize ?? null,
  };
}

function isMarked(line: TextLine, bodySize: number | null): boolean {
  const larger = bodySize !== null && line.fontSize !== null && line.fontSize >= bodySize + 0.8;
  return larger || line.heading || line.bold || isAllCapitals(line.text);
}

/** Share of the document's letters that are written in this style. */
function textShare(lines: readonly TextLine[], style: string): number {
  const total = lines.reduce((sum, line) => sum + line.text.length, 0);
  const own = lines.filter((line) => styleKey(line) === style);
  return total === 0 ? 0 : own.reduce((sum, line) => sum + line.text.length, 0) / total;
}

/** The size that most of the text has; null where the format does not tell. */
export function bodySizeOf(lines: readonly TextLine[]): number | null {
  const amounts = new Map<number, number>();
  for (const { fontSize, text } of lines) {
    if (fontSize !== null) amounts.set(fontSize, (amounts.get(fontSize) ?? 0) + text.length);
  }
  return [...amounts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function mostFrequent(keys: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
