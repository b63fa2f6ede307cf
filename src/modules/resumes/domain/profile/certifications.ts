import { datesIn, type DateSpan, isoDate } from './dates';
import { type HeaderPiece, readHeader } from './header-pieces';
import { organisationScore } from './line-words';
import { isProse } from './entry-lines';
import { type Certification } from './profile';
import { type SectionLines } from './sections';
import { type TextLine } from './text-line';
import { flow, trimSeparators, type TextSpan } from './text-span';

const MAX_NAME = 140;
const ISSUED_BY = /\s+(?:by|from|issued by|through|via)\s+(?=\p{Lu})/u;

/** The certificates of the certification sections, one an item; lines of prose are not certificates. */
export function findCertifications(
  content: string,
  groups: readonly SectionLines[],
  dates: readonly DateSpan[],
): readonly Certification[] {
  return groups
    .filter((group) => group.kind === 'certifications')
    .flatMap((group) => firstLines(group.lines))
    .flatMap((line) => {
      const own = datesIn(dates, line);
      const certification = isProse(line.text) ? null : toCertification(content, line, own);
      return certification === null ? [] : [certification];
    });
}

/** Of items of several lines the first one names the certificate; without gaps each line is an item. */
function firstLines(lines: readonly TextLine[]): readonly TextLine[] {
  const marked = lines.filter((line, index) => index > 0 && (line.bullet || line.gapBefore));
  if (marked.length === 0) return lines.filter((line) => !/^\p{Ll}/u.test(line.text));
  return lines.filter((line, index) => index === 0 || line.bullet || line.gapBefore);
}

function toCertification(
  content: string,
  line: TextLine,
  dates: readonly DateSpan[],
): Certification | null {
  const { pieces } = readHeader(content, [line.cells], dates);
  const first = pieces[0];
  if (
    first === undefined ||
    first.text.length > MAX_NAME ||
    !/\p{L}{2}/u.test(first.text) ||
    /^\p{Ll}{2,} /u.test(first.text)
  )
    return null;
  const by = ISSUED_BY.exec(first.text);
  const bracket = /\s*\((?<inner>[^()]{2,60})\)$/u.exec(first.text);
  const cut =
    by ??
    (bracket !== null && organisationScore(bracket.groups?.['inner'] ?? '') > 0 ? bracket : null);
  const lastPart = first.parts.length > 1 ? first.parts.at(-1) : undefined;
  const issuer = issuerOf(content, { first, cut, lastPart, second: pieces[1] });
  const end =
    cut !== null
      ? first.start + cut.index
      : issuer !== null && issuer.start > first.start
        ? issuer.start
        : first.end;
  const name = trimSeparators(content, first.start, end);
  if (name.text === '') return null;
  const date = dates.at(-1);
  const point = date?.from ?? date?.to ?? null;
  return {
    name: flow(name.text),
    issuer: issuer === null ? null : flow(issuer.text),
    date: point === null ? null : isoDate(point),
    span: { start: line.start, end: line.end, confidence: 0.75 },
  };
}

function issuerOf(
  content: string,
  {
    first,
    cut,
    lastPart,
    second,
  }: {
    readonly first: TextSpan;
    readonly cut: RegExpExecArray | null;
    readonly lastPart: TextSpan | undefined;
    readonly second: HeaderPiece | undefined;
  },
): TextSpan | null {
  if (cut !== null) {
    const bracket = cut[0].indexOf('(');
    const from = cut.index + (bracket < 0 ? cut[0].length : bracket + 1);
    return trimSeparators(content, first.start + from, first.end);
  }
  if (second !== undefined && second.text.length <= 80) {
    // "AWS Certified Security - Specialty, Amazon Web Services": the last part issued it.
    const last = second.parts.at(-1) ?? second;
    return /^(?:specialty|associate|professional|expert|foundation|level|advanced|basic|part)\b/iu.test(
      last.text,
    )
      ? null
      : trimSeparators(content, last.start, last.end);
  }
  return lastPart !== undefined && organisationScore(lastPart.text) > 0 ? lastPart : null;
}
