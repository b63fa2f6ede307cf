import { headingKey, knownHeading } from './section-headings';
import { isAllCapitals, type TextLine } from './text-line';

/** How the headings of one document look, learnt from those whose wording leaves no doubt. */
export interface HeadingStyle {
  /** Same look as the certain headings. */
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
    const kind = line.cells.length === 1 ? knownHeading(headingKey(line.text)) : null;
    return kind !== null && CERTAIN_KINDS.has(kind);
  });
  const bodySize = bodySizeOf(lines);
  const style = mostFrequent(certain.map(styleKey));
  const model = certain.find((line) => styleKey(line) === style);
  if (model === undefined) {
    return {
      matches: () => false,
      isDistinct: false,
      isSettled: false,
      bodySize,
      headingSize: null,
    };
  }
  const share = textShare(lines, styleKey(model));
  const larger = bodySize !== null && model.fontSize !== null && model.fontSize >= bodySize + 0.8;
  const marked = larger || model.heading || isAllCapitals(model.text) || model.bold;
  return {
    matches: (line) => styleKey(line) === style,
    isDistinct: marked && share < 0.25,
    isSettled:
      marked && share < 0.25 && certain.filter((line) => styleKey(line) === style).length >= 2,
    bodySize,
    headingSize: model.fontSize,
  };
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
