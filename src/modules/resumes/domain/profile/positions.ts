import { readBullets } from './bullets';
import { type DatePoint, type DateSpan, isoDate } from './dates';
import { type EntryBlock, findEntries } from './entry-blocks';
import { isDegree } from './degrees';
import { organisationScore, schoolScore, titleScore } from './line-words';
import { assignRoles, type PositionRoles, usualOrder } from './position-roles';
import { type EmploymentItem, type Source, type Sources } from './profile';
import { type SectionLines } from './sections';
import { type TextLine } from './text-line';
import { flow, spanOf, type TextSpan } from './text-span';

type PositionSources = Sources<'employer' | 'title' | 'location' | 'start_date' | 'end_date'>;

/** All positions of the resume in its order: from the experience sections or, without one, by their content. */
export function findPositions(
  content: string,
  groups: readonly SectionLines[],
  dates: readonly DateSpan[],
): readonly EmploymentItem[] {
  const experience = groups.filter((group) => group.kind === 'experience');
  const found = experience.flatMap((group) => readPositions(content, group.lines, dates));
  if (found.length > 0) return found;
  // Nothing under such a heading: entries with a range of dates and a title are positions anyway.
  const rest = groups.filter(
    (group) => group.kind === 'header' || group.kind === 'other' || group.kind === 'summary',
  );
  return rest.flatMap((group) => readPositions(content, group.lines, dates)).filter(isConvincing);
}

function readPositions(
  content: string,
  lines: readonly TextLine[],
  dates: readonly DateSpan[],
): readonly EmploymentItem[] {
  const blocks = findEntries(content, lines, dates).filter((block) => !isEducation(block));
  const alone = blocks.map((block) => assignRoles(content, block.fields, null));
  const usual = usualOrder(alone);
  const items: EmploymentItem[] = [];
  const placed =
    blocks.filter((block) => block.fields.locations.length > 0).length * 2 >= blocks.length;
  for (const found of blocks) {
    const block = placed ? withUnknownPlace(content, found) : found;
    const roles = assignRoles(content, block.fields, usual);
    items.push(toPosition(content, block, roles, items.at(-1) ?? null));
  }
  return items.filter(
    (item) => item.title !== null || item.employer !== null || item.start_date !== null,
  );
}

/**
 * "Corner Cup, Coventry" or "Corner Cup · Coventry" where most entries have a place behind the employer:
 * the last part is one as well, although no list knows it.
 */
function withUnknownPlace(content: string, block: EntryBlock): EntryBlock {
  const { pieces, locations } = block.fields;
  if (locations.length > 0) return block;
  const only = pieces.length > 2 ? pieces.findLastIndex((piece) => couldBePlace(piece)) : -1;
  const own = pieces[only];
  if (own !== undefined) {
    return {
      ...block,
      fields: { ...block.fields, pieces: pieces.toSpliced(only, 1), locations: [own] },
    };
  }
  const at = pieces.findLastIndex((piece) => piece.parts.length > 1);
  const piece = pieces[at];
  const [last, before] = [piece?.parts.at(-1), piece?.parts.at(-2)];
  if (piece === undefined || last === undefined || before === undefined || !couldBePlace(last))
    return block;
  if (titleScore(before.text) >= 0.8 && organisationScore(before.text) < 0.6) return block;
  const rest = {
    ...piece,
    ...spanOf(content, piece.start, before.end),
    parts: piece.parts.slice(0, -1),
  };
  return {
    ...block,
    fields: { ...block.fields, pieces: pieces.with(at, rest), locations: [last] },
  };
}

function couldBePlace({ text }: TextSpan): boolean {
  const named = /^\p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+){0,2}$/u.test(text);
  return named && titleScore(text) === 0 && organisationScore(text) === 0;
}

/** "EXPERIENCE AND EDUCATION": an entry with a degree and a school is no employment. */
function isEducation(block: EntryBlock): boolean {
  const texts = block.fields.pieces.map((piece) => piece.text);
  return (
    texts.some((text) => isDegree(text)) &&
    texts.some((text) => schoolScore(text) > 0) &&
    !texts.some((text) => titleScore(text) === 1)
  );
}

function isConvincing(item: EmploymentItem): boolean {
  const dated =
    item.start_date !== null &&
    (item.is_current || (item.end_date !== null && item.end_date !== item.start_date));
  return dated && item.title !== null && titleScore(item.title) >= 0.8;
}

function toPosition(
  content: string,
  block: EntryBlock,
  roles: PositionRoles,
  previous: EmploymentItem | null,
): EmploymentItem {
  const sources: { -readonly [Field in keyof PositionSources]: Source } = {};
  const { title } = roles;
  let employer = roles.employer === null ? null : flow(roles.employer.text);
  if (title !== null) sources.title = source(title, 0.5 + 0.45 * roles.certainty);
  if (roles.employer !== null)
    sources.employer = source(roles.employer, 0.5 + 0.45 * roles.certainty);
  else if (sharesEmployer(block, roles, previous)) {
    // A second role under the same employer names it only once.
    employer = previous?.employer ?? null;
    const shared = previous?.sources.employer;
    if (shared !== undefined) sources.employer = { ...shared, confidence: 0.5 };
  }
  const location = block.fields.locations[0] ?? null;
  if (location !== null) sources.location = source(location, 0.85);
  const { from, to } = endPoints(block.dates);
  if (from !== null) sources.start_date = pointSource(from);
  if (to !== null) sources.end_date = pointSource(to);
  return {
    employer,
    title: title === null ? null : flow(title.text),
    location: location === null ? null : flow(location.text),
    start_date: from === null ? null : isoDate(from),
    end_date: to === null ? null : isoDate(to),
    is_current: block.dates?.isCurrent ?? false,
    bullets: readBullets(content, block.body),
    span: blockSpan(block, 0.5 + 0.45 * roles.certainty),
    sources,
  };
}

function sharesEmployer(
  block: EntryBlock,
  roles: PositionRoles,
  previous: EmploymentItem | null,
): boolean {
  return (
    typeof previous?.employer === 'string' &&
    roles.title !== null &&
    block.fields.pieces.length === 1 &&
    !block.fields.pieces.some((piece) => piece.placeholder)
  );
}

function endPoints(dates: DateSpan | null): {
  readonly from: DatePoint | null;
  readonly to: DatePoint | null;
} {
  return { from: dates?.from ?? null, to: dates?.to ?? null };
}

const source = (span: TextSpan, confidence: number): Source => ({
  start: span.start,
  end: span.end,
  confidence,
});

export const pointSource = (point: DatePoint): Source => ({
  start: point.start,
  end: point.end,
  confidence: 0.95,
});

/** From the first line of the entry's head to its last describing line. */
function blockSpan(block: EntryBlock, confidence: number): Source {
  const lines = [...block.head, ...block.body];
  const start = Math.min(...lines.map((line) => line.start));
  const end = Math.max(...lines.map((line) => line.end));
  return { start, end, confidence };
}
