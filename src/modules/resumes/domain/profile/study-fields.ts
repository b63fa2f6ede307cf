import { findDegree } from './degrees';
import { isFieldOfStudy } from './education-words';
import { type HeaderPiece } from './header-pieces';
import { schoolScore } from './line-words';
import { type PlacedDegree } from './schools';
import { spanOf, trimSeparators, type TextSpan } from './text-span';

const FIELD_AFTER =
  /^\)?(?:\s*(?:degree|hons?\.?|\(hons?\.?\)|program(?:me)?))?\s*(?:in|of|en|de|im|für|:|,|-|–|with (?:a )?(?:major|concentration|emphasis) in|(?:double )?major(?:ing)? in|\()?\s*:?\s*(?<field>\p{L}[^,;|(]*)/iu;
const MAJOR = /^(?:double\s+)?(?:majors?|majoring|field of study|course)\s*(?:in|:)?\s+/iu;
const NO_FIELD =
  /\b(?:gpa|cgpa|grade|honou?rs|cum laude|dean|expected|graduated?|coursework|minor|thesis|degree|diploma|present|current|ongoing|awarded|candidate|score|percentage|merit|distinction|advisor)\b|\d{2}/iu;

/** What was studied: the words after the degree, else the first part that is neither degree nor school. */
export function findField(
  content: string,
  pieces: readonly HeaderPiece[],
  degree: PlacedDegree | null,
  school: TextSpan | null,
): TextSpan | null {
  const after = degree === null ? null : fieldAfter(content, degree, school);
  if (after !== null) return after;
  const beside = pieces
    .flatMap((piece) => piece.parts)
    .find((part) => !holds(part, degree) && !holds(part, school) && isField(part, school));
  return beside === undefined ? null : withoutLabel(content, beside);
}

function fieldAfter(
  content: string,
  degree: PlacedDegree,
  school: TextSpan | null,
): TextSpan | null {
  const beforeSchool =
    school !== null && school.start >= degree.end && school.start < degree.piece.end;
  const after = content.slice(degree.end, beforeSchool ? school.start : degree.piece.end);
  const match = FIELD_AFTER.exec(after);
  const field = match?.groups?.['field'];
  if (match === null || field === undefined) return null;
  const start = degree.end + match.index + match[0].length - field.length;
  const span = withoutLabel(content, trimSeparators(content, start, start + field.length));
  return isField(span, school) ? withFurtherFields(content, span, degree.piece) : null;
}

const isFurtherField = (text: string): boolean =>
  isFieldOfStudy(text) ||
  /^(?:with (?:a )?)?(?:minor|minoring|concentration|emphasis|specialization) in \p{Lu}/u.test(
    text,
  );

/** "Biology, Chemistry": the parts that follow are fields as well. */
function withFurtherFields(content: string, field: TextSpan, piece: HeaderPiece): TextSpan {
  let { end } = field;
  for (const part of piece.parts) {
    if (part.start < end) continue;
    if (!/^\s*,\s*$/u.test(content.slice(end, part.start)) || !isFurtherField(part.text)) break;
    end = part.end;
  }
  return spanOf(content, field.start, end);
}

function withoutLabel(content: string, span: TextSpan): TextSpan {
  return trimSeparators(content, span.start + (MAJOR.exec(span.text)?.[0].length ?? 0), span.end);
}

const holds = (
  part: TextSpan,
  inner: { readonly start: number; readonly end: number } | null,
): boolean => inner !== null && inner.start < part.end && part.start < inner.end;

function isField(span: TextSpan, school: TextSpan | null): boolean {
  const { text } = span;
  if (text.length < 3 || text.length > 70 || NO_FIELD.test(text) || schoolScore(text) > 0)
    return false;
  // "Bachelor of Fine Arts, B.F.A.": the degree again.
  const degree = findDegree(span);
  if (degree !== null && degree.end - degree.start >= text.length - 2) return false;
  if (school !== null && holds(span, school)) return false;
  return /^\p{Lu}/u.test(text) && text.split(/\s+/u).length <= 9;
}
