import { datesIn, type DateSpan } from './dates';
import { findDegree } from './degrees';
import { areBulletsEntries, type EntryLine, readEntryLines } from './entry-lines';
import { schoolScore } from './line-words';
import { type TextLine } from './text-line';
import { type TextSpan } from './text-span';

/** The lines of one education: those that name it, and those that only describe it. */
export interface EducationBlock {
  readonly head: readonly EntryLine[];
  readonly body: readonly EntryLine[];
  readonly dates: readonly DateSpan[];
}

interface Signals {
  readonly degree: boolean;
  readonly school: boolean;
  readonly dates: readonly DateSpan[];
}

interface OpenBlock {
  head: EntryLine[];
  body: EntryLine[];
  dates: DateSpan[];
  degree: boolean;
  school: boolean;
}

/**
 * Cuts an education section into entries: a new one begins where a line names again what the current
 * one already has, a degree, a school or dates.
 */
export function findEducationBlocks(
  content: string,
  lines: readonly TextLine[],
  dates: readonly DateSpan[],
): readonly EducationBlock[] {
  const entryLines = readEntryLines(
    content,
    lines,
    dates,
    areEntriesBulleted(content, lines, dates),
  );
  const blocks: OpenBlock[] = [];
  for (const line of entryLines) {
    const current = blocks.at(-1);
    const signals = signalsOf(line, dates);
    if (line.role === 'body' && !isHiddenHead(line, signals, current)) {
      addBody(current, line);
      continue;
    }
    if (current === undefined || startsAnew(line, signals, current))
      blocks.push(open(line, signals));
    else extend(current, line, signals);
  }
  return joinStrays(blocks).filter(
    (block) => block.degree || block.school || block.dates.length > 0,
  );
}

/** "Graduated as M.Sc. Physics" reads like a deed, but names what the entry is about. */
function isHiddenHead(
  { line }: EntryLine,
  signals: Signals,
  current: OpenBlock | undefined,
): boolean {
  if (current === undefined) return signals.degree || signals.school || signals.dates.length > 0;
  return (
    signals.degree &&
    !line.bullet &&
    !current.degree &&
    current.body.length === 0 &&
    line.text.length < 100
  );
}

function areEntriesBulleted(
  content: string,
  lines: readonly TextLine[],
  dates: readonly DateSpan[],
): boolean {
  if (areBulletsEntries(content, lines, dates)) return true;
  const named = (line: TextLine): boolean =>
    schoolScore(line.text) > 0 || findDegree(line) !== null;
  const bullets = lines.filter((line) => line.bullet);
  return (
    bullets.length > 0 && !lines.some((line) => !line.bullet && named(line)) && bullets.some(named)
  );
}

/** A prize or an office at a school is no education. */
const DISTINCTION =
  /\b(?:scholarship|scholar|award|prize|honou?r society|honou?rs? (?:list|roll)|dean['’]?s list|president of|treasurer|secretary of|vice[- ]president|member of|captain|valedictorian|salutatorian|team|club)\b/iu;

function signalsOf({ line, anchors }: EntryLine, dates: readonly DateSpan[]): Signals {
  const cells = line.bullet ? line.cells.slice(0, 1) : line.cells;
  // A bare year inside the line counts where the line itself names a degree or a school.
  const inside = line.text.length < 200 ? datesIn(dates, line) : [];
  const degree = cells.some((cell) => findDegree(cell) !== null);
  if (!degree && DISTINCTION.test(line.text)) return { degree, school: false, dates: [] };
  const school = cells.some((cell) => schoolScore(withoutDegree(cell)) > 0);
  const named = degree || school;
  return {
    degree,
    school,
    dates: anchors.length > 0 ? anchors : inside.filter((date) => named || hasMonth(date)),
  };
}

/** "High School Diploma" names no school. */
function withoutDegree(cell: TextSpan): string {
  const degree = findDegree(cell);
  if (degree === null) return cell.text;
  return `${cell.text.slice(0, degree.start - cell.start)} ${cell.text.slice(degree.end - cell.start)}`;
}

const hasMonth = (date: DateSpan): boolean => (date.from?.month ?? null) !== null;

function addBody(current: OpenBlock | undefined, line: EntryLine): void {
  if (current === undefined) return;
  current.body.push(line);
  if (current.dates.length === 0) current.dates.push(...line.anchors);
}

function open(line: EntryLine, signals: Signals): OpenBlock {
  return {
    head: [line],
    body: [],
    dates: [...signals.dates],
    degree: signals.degree,
    school: signals.school,
  };
}

function extend(block: OpenBlock, line: EntryLine, signals: Signals): void {
  // What stands under the bullets describes, unless it brings something that is missing.
  const missing =
    (signals.degree && !block.degree) ||
    (signals.school && !block.school) ||
    (signals.dates.length > 0 && block.dates.length === 0);
  if (block.body.length > 0 && !missing) {
    block.body.push(line);
    return;
  }
  block.head.push(line);
  block.dates.push(...signals.dates);
  block.degree ||= signals.degree;
  block.school ||= signals.school;
}

function startsAnew({ line }: EntryLine, signals: Signals, current: OpenBlock): boolean {
  const marks = signals.degree || signals.school || signals.dates.length > 0;
  const complete = current.degree && current.school;
  if (!marks) {
    // An unknown school ("POSTECH") or a degree that no list knows, set apart from a finished entry.
    return (
      line.gapBefore &&
      complete &&
      current.dates.length > 0 &&
      !line.bullet &&
      line.text.length < 90 &&
      current.body.length > 0
    );
  }
  if (signals.degree && current.degree)
    return signals.school || !current.head.at(-1)?.line.bullet
      ? !isSameDegreeAgain(current, line)
      : false;
  if (signals.school && current.school) return true;
  if (signals.dates.length > 0 && current.dates.length > 0)
    return line.gapBefore || current.body.length > 0 || complete;
  const named = current.school || current.degree;
  return (
    (complete || (named && current.dates.length > 0)) && current.body.length > 0 && line.gapBefore
  );
}

/** "PhD" in the margin and "PhD in Physics" beside it. */
function isSameDegreeAgain(current: OpenBlock, line: TextLine): boolean {
  const last = current.head.at(-1)?.line;
  if (last === undefined || current.school) return false;
  const [before, here] = [findDegree(last), findDegree(line)];
  return (
    before !== null &&
    here !== null &&
    before.level === here.level &&
    !line.gapBefore &&
    last.text.length < 30
  );
}

/** A block with nothing but a school belongs to its neighbour that has none or only a faculty. */
function joinStrays(blocks: readonly OpenBlock[]): readonly OpenBlock[] {
  const joined: OpenBlock[] = [];
  for (const block of blocks) {
    const previous = joined.at(-1);
    const apart = block.head[0]?.line.gapBefore === true;
    const previousIsStray =
      previous !== undefined &&
      !previous.degree &&
      previous.dates.length === 0 &&
      previous.body.length === 0;
    const isStray = !block.degree && block.dates.length === 0;
    if (
      previous !== undefined &&
      !apart &&
      (previousIsStray || (isStray && previous.degree && block.body.length === 0))
    ) {
      previous.head.push(...block.head);
      previous.body.push(...block.body);
      previous.dates.push(...block.dates);
      previous.degree ||= block.degree;
      previous.school ||= block.school;
      continue;
    }
    joined.push(block);
  }
  return joined;
}
