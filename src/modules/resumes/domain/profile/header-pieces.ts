import { datesIn, type DateSpan } from './dates';
import { durationsIn } from './entry-lines';
import { organisationScore, titleScore } from './line-words';
import { lengthBeforePlace, trailingLocation, locationScore } from './locations';
import { EMPLOYER_PLACEHOLDER, LOCATION_PLACEHOLDER } from './organisation-words';
import { spanOf, trimSeparators, type TextSpan } from './text-span';

/** A piece of an entry's head between strong separators, dates and places cut out. */
export interface HeaderPiece extends TextSpan {
  /** Which line of the head it stands on, from 0. */
  readonly row: number;
  /** Its parts between commas; "Acme, Inc." is one part. */
  readonly parts: readonly TextSpan[];
  /** Stands for an employer whose name was taken out. */
  readonly placeholder: boolean;
  /** What a label in front of it says it is: "Employer: …", "Position: …". */
  readonly label: 'employer' | 'title' | null;
}

const EMPLOYER_LABEL =
  /^(?:(?:name of (?:the )?)?(?:employer|company|organi[sz]ation|firm|institution)(?: name)?|arbeitgeber|entreprise|empresa|azienda)\s*:\s*/iu;
export const TITLE_LABEL =
  /^(?:position(?: held)?|(?:job )?title|(?:job )?role|designation|occupation(?: or position held)?|post|poste|puesto|cargo|beruf|funktion)\s*:\s*/iu;

export interface HeaderFields {
  readonly pieces: readonly HeaderPiece[];
  readonly locations: readonly TextSpan[];
  /** A place stood here before the resume was anonymised. */
  readonly placeless: boolean;
}

// A dash between blanks, a bar, a bullet, a semicolon, an @, or "ï¼" (a full-width dash decoded with the wrong table).
const STRONG =
  /\s+[-‐‑–—―\u00ad|]+\s+|\s*[|•·∙♦;▪]\s*|\s+@\s*(?=\S)|\s*(?:ï¼|â€[“”"])\s*|\s+\/\/\s+|\s*[–—]\s+|\s+[–—]\s*|\t/gu;
/** " at " and "@" name the employer after the title. */
const AT = /\s+(?:at|@|bei|chez)\s+(?=[\p{Lu}\p{N}])/u;

/**
 * Cuts the cells of an entry's head into pieces; what is a place goes to `locations`. With `splitsAt`,
 * "Engineer at Acme" is two pieces.
 */
export function readHeader(
  content: string,
  rows: readonly (readonly TextSpan[])[],
  dates: readonly DateSpan[],
  splitsAt = false,
): HeaderFields {
  const pieces: HeaderPiece[] = [];
  const locations: TextSpan[] = [];
  for (const [row, cells] of rows.entries()) {
    for (const cell of cells) {
      for (const text of withoutDates(content, cell, dates)) {
        for (const piece of splitStrong(content, text, splitsAt))
          addPiece(content, piece, row, { pieces, locations });
      }
    }
  }
  const placeless = rows.flat().some((cell) => LOCATION_PLACEHOLDER.test(cell.text));
  return { pieces, locations, placeless };
}

function withoutDates(
  content: string,
  cell: TextSpan,
  dates: readonly DateSpan[],
): readonly TextSpan[] {
  const cuts = [
    ...datesIn(dates, cell).map(({ start, end }) => ({ start, end })),
    ...durationsIn(cell.text).map((match) => ({
      start: cell.start + match.index,
      end: cell.start + match.index + match[0].length,
    })),
  ].sort((a, b) => a.start - b.start);
  const rest: TextSpan[] = [];
  let from = cell.start;
  for (const cut of [...cuts, { start: cell.end, end: cell.end }]) {
    if (cut.start > from) rest.push(trimSeparators(content, from, Math.min(cut.start, cell.end)));
    from = Math.max(from, cut.end);
  }
  return rest.filter((span) => /[\p{L}\p{N}]/u.test(span.text));
}

function splitStrong(content: string, span: TextSpan, splitsAt: boolean): readonly TextSpan[] {
  const marks = [...span.text.matchAll(STRONG)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (const pattern of [EMPLOYER_PLACEHOLDER, LOCATION_PLACEHOLDER]) {
    const found = pattern.exec(span.text);
    if (found !== null)
      marks.push(
        { start: found.index, end: found.index },
        { start: found.index + found[0].length, end: found.index + found[0].length },
      );
  }
  // "Engineer (Acme Ltd)": the brackets hold the employer.
  const bracket = /\s+\((?<inner>[^()]{2,60})\)$/u.exec(span.text);
  if (bracket !== null && organisationScore(bracket.groups?.['inner'] ?? '') >= 0.6) {
    marks.push({ start: bracket.index, end: bracket.index + bracket[0].indexOf('(') + 1 });
  }
  const at = splitsAt ? AT.exec(span.text) : null;
  if (at !== null) marks.push({ start: at.index, end: at.index + at[0].length });
  marks.sort((a, b) => a.start - b.start);
  const pieces: TextSpan[] = [];
  let from = 0;
  for (const mark of [...marks, { start: span.text.length, end: span.text.length }]) {
    if (mark.start > from)
      pieces.push(trimSeparators(content, span.start + from, span.start + mark.start));
    from = Math.max(from, mark.end);
  }
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece.text));
}

function addPiece(
  content: string,
  piece: TextSpan,
  row: number,
  into: { readonly pieces: HeaderPiece[]; readonly locations: TextSpan[] },
): void {
  const employerLabel = EMPLOYER_LABEL.exec(piece.text);
  const label = employerLabel ?? TITLE_LABEL.exec(piece.text);
  if (label !== null) {
    const named = spanOf(content, piece.start + label[0].length, piece.end);
    const role = employerLabel === null ? 'title' : 'employer';
    if (named.text !== '')
      into.pieces.push({ ...named, row, parts: [named], placeholder: false, label: role });
    return;
  }
  const placeless = LOCATION_PLACEHOLDER.exec(piece.text);
  if (placeless?.[0].length === piece.text.length || /^(?:state|city|country)$/iu.test(piece.text))
    return;
  if (locationScore(piece.text) >= 0.75) {
    const before = piece.text.includes(',') ? lengthBeforePlace(piece.text) : 0;
    into.locations.push(spanOf(content, piece.start + before, piece.end));
    if (before === 0) return;
    addPiece(content, trimSeparators(content, piece.start, piece.start + before), row, into);
    return;
  }
  const place = piece.text.includes(',')
    ? (trailingLocation(content, piece) ?? placeAfterCompany(content, piece))
    : bracketedPlace(content, piece);
  const rest =
    place !== null && place.start > piece.start
      ? trimSeparators(content, piece.start, place.start)
      : piece;
  if (place !== null && rest !== piece) into.locations.push(place);
  if (rest.text === '') return;
  into.pieces.push({
    ...rest,
    row,
    parts: commaParts(content, rest),
    placeholder: EMPLOYER_PLACEHOLDER.test(rest.text),
    label: null,
  });
}

/** "Kettler & Voss AG, Ulm": after a legal form even an unknown name is a place. */
function placeAfterCompany(content: string, piece: TextSpan): TextSpan | null {
  const match = new RegExp(
    `(?:${LEGAL_NAMES})\\.?,\\s+(?<place>\\p{Lu}[\\p{L}.-]+(?: \\p{Lu}[\\p{L}.-]+)?)$`,
    'u',
  ).exec(piece.text);
  const place = match?.groups?.['place'];
  if (place === undefined || titleScore(place) > 0 || organisationScore(place) > 0) return null;
  return spanOf(content, piece.end - place.length, piece.end);
}

/** "Acme (Berlin, Germany)": the place in brackets at the end. */
function bracketedPlace(content: string, piece: TextSpan): TextSpan | null {
  const bracket = /\((?<inner>[^()]{2,50})\)$/u.exec(piece.text);
  const inner = bracket?.groups?.['inner'];
  if (bracket === null || inner === undefined || locationScore(inner) < 0.75) return null;
  return spanOf(content, piece.start + bracket.index + 1, piece.end - 1);
}

const LEGAL_NAMES =
  'Inc|LLC|Ltd|Limited|GmbH|AG|KG|SE|Corp|PLC|plc|LLP|S\\.?A|S\\.?L|S\\.?r\\.?l|SpA|B\\.?V|N\\.?V|AB|Oy';
const LEGAL_TAIL =
  /^(?:inc|llc|l\.l\.c|ltd|gmbh|corp|co|plc|s\.?a|llp|pvt|pty|limited|incorporated|n\.?a|jr|sr|ii|iii)\.?(?=$|[\s,)])/iu;

/** Splits at commas outside brackets; a legal form stays with its company. */
function commaParts(content: string, piece: TextSpan): readonly TextSpan[] {
  const cuts: number[] = [];
  let depth = 0;
  for (let index = 0; index < piece.text.length; index += 1) {
    const character = piece.text.charAt(index);
    if (character === '(') depth += 1;
    if (character === ')') depth = Math.max(0, depth - 1);
    if (character === ',' && depth === 0) cuts.push(index);
  }
  const parts: TextSpan[] = [];
  let from = 0;
  for (const cut of [
    ...cuts.filter((cut) => !LEGAL_TAIL.test(piece.text.slice(cut + 1).trim())),
    piece.text.length,
  ]) {
    const part = trimSeparators(content, piece.start + from, piece.start + cut);
    if (part.text !== '') parts.push(part);
    from = cut + 1;
  }
  return parts;
}
