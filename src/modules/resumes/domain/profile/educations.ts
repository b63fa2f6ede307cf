import { type DateSpan, isoDate } from './dates';
import { findDegree, type FoundDegree } from './degrees';
import { type EducationBlock, findEducationBlocks } from './education-blocks';
import { type HeaderPiece, readHeader } from './header-pieces';
import { schoolScore, titleScore } from './line-words';
import { cityCountry } from './places';
import { pointSource } from './positions';
import { type EducationItem, type Source, type Sources } from './profile';
import { type SectionLines } from './sections';
import { type TextLine } from './text-line';
import { flow, spanOf, trimSeparators, type TextSpan } from './text-span';

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
    .filter((item) => item.school !== null && item.degree !== null && item.level !== 'vocational');
}

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
    .filter((item) => item.school !== null || item.degree !== null);
}

function toEducation(
  content: string,
  block: EducationBlock,
  dates: readonly DateSpan[],
): EducationItem {
  const margin = block.body.flatMap((line) => line.margin);
  const rows = [...block.head.map(({ line }) => line.cells), margin];
  const { pieces } = readHeader(content, rows, dates);
  const sources: { -readonly [Field in keyof EducationSources]: Source } = {};
  const degree = bestDegree(pieces);
  const school = findSchool(content, pieces, degree);
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
    level: degree?.level ?? null,
    span: {
      start: Math.min(...lines.map((line) => line.start)),
      end: Math.max(...lines.map((line) => line.end)),
      confidence: school !== null && degree !== null ? 0.9 : 0.6,
    },
    sources,
  };
}

const source = (span: TextSpan, confidence: number): Source => ({
  start: span.start,
  end: span.end,
  confidence,
});

interface PlacedDegree extends FoundDegree {
  readonly piece: HeaderPiece;
}

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

function findSchool(
  content: string,
  pieces: readonly HeaderPiece[],
  degree: PlacedDegree | null,
): TextSpan | null {
  for (const piece of pieces) {
    const at = piece.parts.findIndex((part) => schoolScore(part.text) > 0);
    const part = piece.parts[at];
    if (part === undefined) continue;
    if (degree?.piece === piece && degree.start >= part.start && degree.end <= part.end) {
      const split = schoolBesideDegree(content, part, degree);
      if (split !== null) return split;
      continue;
    }
    return withCampus(content, piece, at);
  }
  return unknownSchool(content, pieces, degree);
}

/** "University of California, Berkeley": the city is part of the name. */
function withCampus(content: string, piece: HeaderPiece, at: number): TextSpan {
  const [part, next] = [piece.parts[at], piece.parts[at + 1]];
  if (part === undefined) return piece;
  const isCampus =
    next !== undefined &&
    at + 2 === piece.parts.length &&
    cityCountry(next.text) !== null &&
    /\b(?:of|at|university)\b/iu.test(part.text);
  return isCampus ? spanOf(content, part.start, next.end) : part;
}

/** "Bachelor of Science in Biology University of Ohio": the school begins at its first capitalised words. */
function schoolBesideDegree(content: string, part: TextSpan, degree: FoundDegree): TextSpan | null {
  const after = content.slice(degree.end, part.end);
  const school =
    /(?:\p{Lu}[\p{L}.'’&-]*\s+(?:of\s+|the\s+|at\s+)?){0,4}\p{Lu}?[\p{L}]*(?:universit|college|institut|school|academy|polytechnic|hochschule)[\p{L}]*.*$/iu.exec(
      after,
    );
  const before = trimSeparators(content, part.start, degree.start);
  if (schoolScore(before.text) > 0) return before;
  if (school === null) return null;
  const span = trimSeparators(content, degree.end + school.index, part.end);
  return /^(?:in|of)\b/iu.test(span.text) ? null : span;
}

/** A school that no list knows ("POSTECH"): the first piece that is neither degree nor title. */
function unknownSchool(
  content: string,
  pieces: readonly HeaderPiece[],
  degree: PlacedDegree | null,
): TextSpan | null {
  const rest = pieces.filter(
    (piece) => piece !== degree?.piece && !piece.placeholder && titleScore(piece.text) < 1,
  );
  const named = rest.find(
    (piece) =>
      /^\p{Lu}/u.test(piece.text) &&
      piece.text.length <= 80 &&
      !/\b(?:gpa|grade|cgpa|honou?rs|dean|cum laude|major|minor|thesis|coursework|graduated)\b/iu.test(
        piece.text,
      ),
  );
  if (named === undefined || degree === null) return null;
  const first = named.parts[0];
  return first === undefined ? null : trimSeparators(content, first.start, first.end);
}

const FIELD_AFTER =
  /^(?:\s*(?:degree|hons?\.?|\(hons?\.?\)))?\s*(?:in|of|:|,|-|–|with (?:a )?(?:major|concentration|emphasis) in|major(?:ing)? in|\()?\s*:?\s*(?<field>\p{L}[^,;|(]*)/iu;
const NO_FIELD =
  /\b(?:gpa|cgpa|grade|honou?rs|cum laude|dean|expected|graduated?|coursework|minor|thesis|degree|diploma|present|current|ongoing|awarded|candidate|score|percentage|merit|distinction)\b|\d{2}/iu;

function findField(
  content: string,
  pieces: readonly HeaderPiece[],
  degree: PlacedDegree | null,
  school: TextSpan | null,
): TextSpan | null {
  if (degree !== null) {
    const limit =
      school !== null && school.start >= degree.end && school.start < degree.piece.end
        ? school.start
        : degree.piece.end;
    const after = content.slice(degree.end, limit);
    const match = FIELD_AFTER.exec(after);
    const field = match?.groups?.['field'];
    if (match !== null && field !== undefined) {
      const start = degree.end + match.index + match[0].length - field.length;
      const span = trimSeparators(content, start, start + field.length);
      if (isField(span, school)) return span;
    }
  }
  const beside = pieces
    .flatMap((piece) => piece.parts)
    .find(
      (part) =>
        part !== school && !holds(part, degree) && !holds(part, school) && isField(part, school),
    );
  return beside === undefined ? null : trimSeparators(content, beside.start, beside.end);
}

const holds = (
  part: TextSpan,
  inner: { readonly start: number; readonly end: number } | null,
): boolean => inner !== null && inner.start < part.end && part.start < inner.end;

function isField(span: TextSpan, school: TextSpan | null): boolean {
  const { text } = span;
  if (text.length < 3 || text.length > 70 || NO_FIELD.test(text) || schoolScore(text) > 0)
    return false;
  if (school !== null && holds(span, school)) return false;
  return /^\p{Lu}/u.test(text) && text.split(/\s+/u).length <= 8;
}
