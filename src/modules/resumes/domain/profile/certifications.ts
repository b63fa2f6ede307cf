import { datesIn, type DateSpan, isoDate } from './dates';
import { isProse } from './entry-lines';
import { type HeaderPiece, readHeader } from './header-pieces';
import { isSentence, organisationScore } from './line-words';
import { type Certification } from './profile';
import { type SectionLines } from './sections';
import { type TextLine } from './text-line';
import { flow, trimSeparators, type TextSpan } from './text-span';
import { join, joinWrappedHeads } from './wrapped-lines';

const MAX_NAME = 140;
const MAX_ISSUER = 80;
const ISSUED_BY = /\s+(?:by|from|issued by|through|via)\s+(?=\p{Lu})/u;
/** "Security – Specialty": a step of the certificate, not who issued it. */
const STEP =
  /^(?:specialty|associate|professional|expert|foundation|level|advanced|basic|part|class|type)\b/iu;

/** The certificates of the certification sections, one an item; lines of prose are not certificates. */
export function findCertifications(
  content: string,
  groups: readonly SectionLines[],
  dates: readonly DateSpan[],
): readonly Certification[] {
  return groups
    .filter((group) => group.kind === 'certifications')
    .flatMap((group) => itemsOf(joinWrappedHeads(content, group.lines)))
    .flatMap((item) => {
      const certification = toCertification(content, item, dates);
      return certification === null ? [] : [certification];
    });
}

/** Items begin at bullets, at bold lines among others, or at gaps; without those each line is an item. */
function itemsOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const mixed = lines.some((line) => line.bold) && lines.some((line) => !line.bold);
  const begins = (line: TextLine): boolean => line.bullet || (mixed ? line.bold : line.gapBefore);
  const marked = mixed || lines.slice(1).some(begins);
  const items: TextLine[][] = [];
  for (const line of lines) {
    const current = items.at(-1);
    const own = marked ? begins(line) : !/^\p{Ll}/u.test(line.text);
    if (current === undefined || own) items.push([line]);
    else current.push(line);
  }
  return items;
}

/** The head of an item and what stands below it, each as one line: a bullet goes on over its wrapped lines. */
function foldItem(content: string, lines: readonly TextLine[]): readonly TextLine[] {
  const [first, second, ...rest] = lines;
  if (first === undefined || second === undefined) return lines;
  if (first.bullet)
    return [lines.slice(1).reduce((head, line) => join(content, head, line), first)];
  return [first, rest.reduce((below, line) => join(content, below, line), second)];
}

function toCertification(
  content: string,
  lines: readonly TextLine[],
  dates: readonly DateSpan[],
): Certification | null {
  const [head, below] = foldItem(content, lines);
  if (head === undefined || isProse(head.text)) return null;
  const own = datesIn(dates, head);
  const [first, second] = readHeader(content, [head.cells], own).pieces;
  if (first === undefined || first.text.length > MAX_NAME) return null;
  if (!/\p{L}{2}/u.test(first.text) || /^\p{Ll}{2,} /u.test(first.text)) return null;
  const inside = issuerInside(content, first, own.length > 0);
  const issuer = inside ?? issuerAfter(content, second) ?? issuerBelow(content, below, dates);
  const ends =
    inside !== null
      ? inside.cut
      : issuer !== null && issuer.start < head.end
        ? issuer.start
        : first.end;
  const name = trimSeparators(content, first.start, Math.max(first.start, ends));
  if (name.text === '') return null;
  const date = own.at(-1) ?? (below === undefined ? undefined : datesIn(dates, below).at(-1));
  const point = date?.from ?? date?.to ?? null;
  return {
    name: flow(name.text),
    issuer: issuer === null ? null : flow(issuer.text),
    date: point === null ? null : isoDate(point),
    span: { start: head.start, end: lines.at(-1)?.end ?? head.end, confidence: 0.75 },
  };
}

interface CutIssuer extends TextSpan {
  /** Where the name ends. */
  readonly cut: number;
}

/** "First Aid by Red Cross", "Welder (Welding Society)", "BLS, Red Cross, 2025". */
function issuerInside(content: string, piece: HeaderPiece, dated: boolean): CutIssuer | null {
  const by = ISSUED_BY.exec(piece.text);
  if (by !== null) {
    const start = piece.start + by.index + by[0].length;
    return { ...trimSeparators(content, start, piece.end), cut: piece.start + by.index };
  }
  const bracket = /\s*\((?<inner>[^()]{2,60})\)$/u.exec(piece.text);
  if (bracket !== null && organisationScore(bracket.groups?.['inner'] ?? '') > 0) {
    const start = piece.start + bracket.index + bracket[0].indexOf('(') + 1;
    return { ...trimSeparators(content, start, piece.end), cut: piece.start + bracket.index };
  }
  const last = piece.parts.at(-1);
  if (last === undefined || piece.parts.length < 2 || STEP.test(last.text) || isSentence(last.text))
    return null;
  // Without a date, a comma may as well stand between two certificates.
  const named = organisationScore(last.text) > 0 || (dated && piece.parts.length === 2);
  return named && last.text.length <= MAX_ISSUER ? { ...last, cut: last.start } : null;
}

function issuerAfter(content: string, second: HeaderPiece | undefined): TextSpan | null {
  if (second === undefined || second.text.length > MAX_ISSUER) return null;
  // "AWS Security - Specialty, Amazon Web Services": the last part issued it.
  const last = second.parts.at(-1) ?? second;
  return STEP.test(last.text) ? null : trimSeparators(content, last.start, last.end);
}

function issuerBelow(
  content: string,
  below: TextLine | undefined,
  dates: readonly DateSpan[],
): TextSpan | null {
  if (below === undefined || below.text.length > MAX_ISSUER || below.bullet) return null;
  const own = datesIn(dates, below);
  const [piece] = readHeader(content, [below.cells], own).pieces;
  if (piece === undefined || isSentence(piece.text)) return null;
  return own.length > 0 || organisationScore(piece.text) > 0
    ? trimSeparators(content, piece.start, piece.end)
    : null;
}
