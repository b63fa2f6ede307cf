import { type DocumentLink } from '../document/document';
import { readBullets } from './bullets';
import { datesIn, type DateSpan, isoDate } from './dates';
import { areBulletsEntries, type EntryLine, readEntryLines } from './entry-lines';
import { readHeader } from './header-pieces';
import { type Project } from './profile';
import { type SectionLines } from './sections';
import { type TextLine } from './text-line';
import { flow, type TextSpan } from './text-span';

const MAX_NAME = 120;

/** The projects of the project sections: a heading line each, with what is said about it. */
export function findProjects(
  content: string,
  groups: readonly SectionLines[],
  dates: readonly DateSpan[],
  links: readonly DocumentLink[],
): readonly Project[] {
  return groups
    .filter((group) => group.kind === 'projects')
    .flatMap((group) => readProjects(content, group.lines, { dates, links }));
}

interface ProjectContext {
  readonly dates: readonly DateSpan[];
  readonly links: readonly DocumentLink[];
}

function readProjects(
  content: string,
  lines: readonly TextLine[],
  context: ProjectContext,
): readonly Project[] {
  const onlyBullets =
    lines.length > 0 &&
    lines.every((line) => line.bullet || !line.gapBefore) &&
    lines[0]?.bullet === true;
  const bulleted = onlyBullets || areBulletsEntries(content, lines, context.dates);
  const entryLines = readEntryLines(content, lines, context.dates, bulleted);
  const starts = entryLines.flatMap((line, index) =>
    startsProject(line, entryLines[index - 1], bulleted) ? [index] : [],
  );
  return starts.flatMap((from, order) => {
    const project = toProject(
      content,
      entryLines.slice(from, starts[order + 1] ?? entryLines.length),
      context,
    );
    return project === null ? [] : [project];
  });
}

/** The first line, a line set apart or dated, or a heading line after a description. */
function startsProject(
  line: EntryLine,
  previous: EntryLine | undefined,
  bulleted: boolean,
): boolean {
  if (bulleted) return line.line.bullet || previous === undefined;
  if (line.role === 'body') return false;
  if (previous === undefined) return true;
  if (line.line.bold && !previous.line.bold && previous.role === 'body') return true;
  if (previous.line.bullet) return true;
  return line.line.gapBefore && previous.role === 'body'
    ? true
    : line.anchors.length > 0 && previous.role === 'body';
}

function toProject(
  content: string,
  lines: readonly EntryLine[],
  { dates, links }: ProjectContext,
): Project | null {
  const [head, ...rest] = lines;
  if (head === undefined) return null;
  const name = nameOf(content, head.line, dates);
  if (name === null) return null;
  const anchor = lines.flatMap((line) => line.anchors)[0] ?? null;
  const details = rest.map(({ line }) => line);
  const afterName = content.slice(name.end, head.line.end).replace(/^\s*[:–—-]\s*/u, '');
  const inline = /^\s*[:–—-]\s/u.test(content.slice(name.end, head.line.end))
    ? [flow(afterName)]
    : [];
  const description = [...inline, ...readBullets(content, details)].join('\n');
  const url =
    links.find(
      (link) =>
        link.start !== null &&
        link.start >= head.line.start &&
        link.start < head.line.end &&
        /^https?:/iu.test(link.url),
    )?.url ?? null;
  const from = anchor?.from ?? null;
  const to = anchor?.to ?? null;
  return {
    name: flow(name.text),
    description: description === '' ? null : description,
    start_date: from === null ? null : isoDate(from),
    end_date: to === null ? null : isoDate(to),
    url,
    span: {
      start: head.line.start,
      end: Math.max(...lines.map(({ line }) => line.end)),
      confidence: 0.75,
    },
  };
}

function nameOf(content: string, line: TextLine, dates: readonly DateSpan[]): TextSpan | null {
  const own = datesIn(dates, line);
  const { pieces } = readHeader(content, [line.cells], own);
  const first = pieces[0];
  if (first === undefined) return null;
  const colon = first.text.indexOf(': ');
  const cut = colon > 2 && colon <= 60 && (line.bullet || first.text.length > 60);
  const end = cut ? first.start + colon : first.end;
  const text = content.slice(first.start, end);
  return text.length > MAX_NAME ? null : { start: first.start, end, text };
}
