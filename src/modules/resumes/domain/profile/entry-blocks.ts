import { type DateSpan } from './dates';
import { findHeads, type HeadRange } from './entry-heads';
import { areBulletsEntries, readEntryLines } from './entry-lines';
import { type SectionEntries } from './entry-shapes';
import { type HeaderFields, readHeader } from './header-pieces';
import { type TextLine } from './text-line';

/** One entry of a section: its head with the fields, its dates and the lines that describe it. */
export interface EntryBlock {
  readonly fields: HeaderFields;
  readonly dates: DateSpan | null;
  readonly head: readonly TextLine[];
  readonly body: readonly TextLine[];
}

/** Cuts the lines of a section into entries. Undated heads count only when they prove themselves. */
export function findEntries(
  content: string,
  lines: readonly TextLine[],
  dates: readonly DateSpan[],
): readonly EntryBlock[] {
  const bulleted = areBulletsEntries(content, lines, dates);
  const section = { content, dates, lines: readEntryLines(content, lines, dates, bulleted) };
  const heads = findHeads(section);
  return heads.map((head, index) =>
    toBlock(section, head, heads[index + 1]?.from ?? section.lines.length),
  );
}

function toBlock(
  { content, dates, lines }: SectionEntries,
  head: HeadRange,
  end: number,
): EntryBlock {
  const own = lines.slice(head.from, head.to);
  const body = lines.slice(head.to, end);
  const margin = body.flatMap((line) => line.margin);
  return {
    fields: readHeader(content, [...own.map(({ line }) => line.cells), margin], dates, true),
    dates: head.date,
    head: own.map(({ line }) => line),
    body: body.map(({ line }) => line),
  };
}
