import { isProse } from './entry-lines';
import { type Source } from './profile';
import { type SectionLines } from './sections';
import { type TextLine } from './text-line';
import { flow } from './text-span';

interface FoundSummary {
  readonly value: string;
  readonly source: Source;
}

const MIN_PARAGRAPH = 120;

/** The section that introduces the person or, without one, the paragraph of prose in the head. */
export function findSummary(content: string, groups: readonly SectionLines[]): FoundSummary | null {
  const section = groups.find((group) => group.kind === 'summary' && group.lines.length > 0);
  if (section !== undefined) return paragraph(content, section.lines, 0.9);
  const header = groups.filter((group) => group.kind === 'header').flatMap((group) => group.lines);
  const first = header.findIndex(
    (line) => isProse(line.text) && line.text.length > 50 && !/[@|]/u.test(line.text),
  );
  if (first < 0) return null;
  let last = first;
  while (last + 1 < header.length && goesOn(header[last], header[last + 1])) last += 1;
  const lines = header.slice(first, last + 1);
  const total = lines.reduce((sum, line) => sum + line.text.length, 0);
  return total < MIN_PARAGRAPH ? null : paragraph(content, lines, 0.6);
}

function goesOn(line: TextLine | undefined, next: TextLine | undefined): boolean {
  return (
    line !== undefined &&
    next?.column === line.column &&
    !/[@|]/u.test(next.text) &&
    (isProse(next.text) || !/[.!?]$/u.test(line.text))
  );
}

function paragraph(content: string, lines: readonly TextLine[], confidence: number): FoundSummary {
  const start = Math.min(...lines.map((line) => line.start));
  const end = Math.max(...lines.map((line) => line.end));
  const value = flow(lines.map((line) => content.slice(line.start, line.end)).join('\n'));
  return { value, source: { start, end, confidence } };
}
