import { type DateSpan, isoDate } from './dates';
import { findDegree, levelOfSchool } from './degrees';
import { type EducationBlock, findEducationBlocks } from './education-blocks';
import { type HeaderPiece, readHeader } from './header-pieces';
import { schoolScore } from './line-words';
import { pointSource } from './positions';
import { type EducationItem, type EducationLevel, type Source, type Sources } from './profile';
import { findSchool, type PlacedDegree, withSeat } from './schools';
import { type SectionLines } from './sections';
import { findField } from './study-fields';
import { type TextLine } from './text-line';
import { flow, spanOf, type TextSpan } from './text-span';

type EducationSources = Sources<'school' | 'degree' | 'field' | 'start_date' | 'end_date'>;

/** All educations in the resume's order: from the education sections or, without one, by their content. */
export function findEducations(
  content: string,
  groups: readonly SectionLines[],
  dates: readonly DateSpan[],
): readonly EducationItem[] {
  const sections = groups.filter((group) => group.kind === 'education');
  const found = sections.flatMap((group) => readEducations(content, group.lines, dates));
  if (found.length > 0) return found;
  const rest = groups.filter(
    (group) => !['references', 'skills', 'awards', 'publications'].includes(group.kind),
  );
  return rest
    .flatMap((group) => readEducations(content, group.lines.filter(namesEducation), dates))
    .filter(
      (item) =>
        item.school !== null &&
        item.degree !== null &&
        (item.level !== 'vocational' || opensWithDegree(item)),
    );
}

/** "Diploma in …" at the start of its line, not "… and received a certificate". */
const opensWithDegree = (item: EducationItem): boolean =>
  item.sources.degree?.start === item.span.start;

/** A line outside an education section is one only if it names both, or the school with a date. */
function namesEducation(line: TextLine): boolean {
  return line.text.length < 160 && findDegree(line) !== null && schoolScore(line.text) > 0;
}

function readEducations(
  content: string,
  lines: readonly TextLine[],
  dates: readonly DateSpan[],
): readonly EducationItem[] {
  return findEducationBlocks(content, lines, dates)
    .map((block) => toEducation(content, block, dates))
    .filter((item) => item.degree !== null || (item.school !== null && isAboutSchool(item)));
}

/** Without degree and dates, a line that only mentions a school ("MIT licence") is none. */
function isAboutSchool(item: EducationItem): boolean {
  if (item.start_date !== null || item.end_date !== null) return true;
  return (item.school?.length ?? 0) * 3 >= item.span.end - item.span.start;
}

function toEducation(
  content: string,
  block: EducationBlock,
  dates: readonly DateSpan[],
): EducationItem {
  const margin = block.body.flatMap((line) => line.margin);
  const rows = [...block.head.map(({ line }) => line.cells), margin];
  const { pieces, locations } = readHeader(content, rows, dates);
  const sources: { -readonly [Field in keyof EducationSources]: Source } = {};
  const degree = bestDegree(pieces);
  const school = withSeat(content, findSchool(content, pieces, degree), locations);
  const field = findField(content, pieces, degree, school);
  const degreeSpan = degree === null ? null : spanOf(content, degree.start, degree.end);
  if (school !== null) sources.school = source(school, schoolScore(school.text) > 0 ? 0.9 : 0.55);
  if (degreeSpan !== null) sources.degree = source(degreeSpan, 0.9);
  if (field !== null) sources.field = source(field, 0.75);
  const span = block.dates.find((date) => !date.single) ?? block.dates.at(-1) ?? null;
  // One date alone is the graduation.
  const from = span === null || span.single ? null : span.from;
  const to = span?.to ?? null;
  if (from !== null) sources.start_date = pointSource(from);
  if (to !== null) sources.end_date = pointSource(to);
  const lines = [...block.head, ...block.body].map(({ line }) => line);
  return {
    school: school === null ? null : flow(school.text),
    degree: degreeSpan === null ? null : flow(degreeSpan.text),
    field: field === null ? null : flow(field.text),
    start_date: from === null ? null : isoDate(from),
    end_date: to === null ? null : isoDate(to),
    level: levelOf(degree, school),
    span: {
      start: Math.min(...lines.map((line) => line.start)),
      end: Math.max(...lines.map((line) => line.end)),
      confidence: school !== null && degree !== null ? 0.9 : 0.6,
    },
    sources,
  };
}

/** A diploma of a high school is no vocational one. */
function levelOf(degree: PlacedDegree | null, school: TextSpan | null): EducationLevel | null {
  const ofSchool = school === null ? null : levelOfSchool(school.text);
  return degree === null || (degree.level === 'vocational' && ofSchool !== null)
    ? ofSchool
    : degree.level;
}

const source = (span: TextSpan, confidence: number): Source => ({
  start: span.start,
  end: span.end,
  confidence,
});

/** The degree with words after it, for those name the field: "PhD in Physics" over "PhD" in the margin. */
function bestDegree(pieces: readonly HeaderPiece[]): PlacedDegree | null {
  const found = pieces.flatMap((piece) => {
    const degree = findDegree(piece);
    return degree === null ? [] : [{ ...degree, piece }];
  });
  const real = found.filter((degree) => degree.level !== 'vocational' || found.length === 1);
  const candidates = real.length > 0 ? real : found;
  return (
    candidates.find((degree) =>
      /^\s*(?:in|of|:|,|\()/u.test(degree.piece.text.slice(degree.end - degree.piece.start)),
    ) ??
    candidates[0] ??
    null
  );
}
