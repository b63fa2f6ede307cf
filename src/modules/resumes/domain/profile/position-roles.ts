import { type HeaderFields, type HeaderPiece } from './header-pieces';
import { isSentence, organisationScore, titleScore } from './line-words';
import { EMPLOYER_PLACEHOLDER } from './organisation-words';
import { trimSeparators, type TextSpan } from './text-span';

/** Title and employer of a position; a placeholder of an anonymised resume is no employer. */
export interface PositionRoles {
  readonly title: TextSpan | null;
  readonly employer: TextSpan | null;
  /** Which came first; null when only one was found. */
  readonly order: RoleOrder | null;
  /** 0..1: how much the words themselves speak for this reading. */
  readonly certainty: number;
}

type RoleOrder = 'title-first' | 'employer-first';

interface Unit extends TextSpan {
  readonly piece: HeaderPiece;
  /** Place of the piece in the head, and of the part in the piece. */
  readonly at: number;
  readonly partAt: number;
}

interface Reading {
  readonly title: Unit | null;
  readonly employer: Unit | null;
  readonly score: number;
}

const UNKNOWN_EMPLOYER = 0.35;
const UNKNOWN_TITLE = 0.15;

/**
 * Tells the title from the employer by their words; where those do not decide, by the order that the
 * other entries of the section have.
 */
export function assignRoles(
  content: string,
  { pieces }: HeaderFields,
  usual: RoleOrder | null,
): PositionRoles {
  const units = pieces.flatMap((piece, at) =>
    piece.parts.map((part, partAt): Unit => ({ ...part, piece, at, partAt })),
  );
  const best = bestReading(units.slice(0, 10), usual);
  if (best === null) return { title: null, employer: null, order: null, certainty: 0 };
  const { title, employer } = best;
  const order =
    title === null || employer === null
      ? null
      : isBefore(title, employer)
        ? 'title-first'
        : 'employer-first';
  const shown = employer !== null && EMPLOYER_PLACEHOLDER.test(employer.text) ? null : employer;
  return {
    title: title === null ? null : widen(content, title, employer),
    employer: shown === null ? null : widen(content, shown, title),
    order,
    certainty: Math.min(1, best.score / 2),
  };
}

const isBefore = (a: Unit, b: Unit): boolean =>
  a.at < b.at || (a.at === b.at && a.partAt < b.partAt);

function bestReading(units: readonly Unit[], usual: RoleOrder | null): Reading | null {
  let best: Reading | null = null;
  const consider = (reading: Reading): void => {
    if (best === null || reading.score > best.score + 1e-9) best = reading;
  };
  for (const unit of units) {
    const title = titleOf(unit);
    const employer = employerOf(unit);
    if (title >= employer && title > 0)
      consider({ title: unit, employer: null, score: title - 0.05 * unit.at });
    else if (employer > 0)
      consider({ title: null, employer: unit, score: employer - 0.05 * unit.at });
    for (const other of units) {
      // Beside the place of an employer whose name was taken out, even unknown words are the title.
      const beside = other.piece.placeholder && title > -1 ? Math.max(title, UNKNOWN_TITLE) : title;
      if (other === unit || beside <= 0 || employerOf(other) <= -0.5) continue;
      const order: RoleOrder = isBefore(unit, other) ? 'title-first' : 'employer-first';
      const habit = usual === order ? 0.3 : 0;
      // Of several candidates the first ones are meant; what comes later explains them.
      // Over two lines, each has one of the two; what else stands beside the title belongs to it.
      const apart = unit.piece.row === other.piece.row ? 0 : 0.15;
      const distance = 0.06 * (unit.at + other.at) + 0.05 * (unit.partAt + other.partAt);
      consider({
        title: unit,
        employer: other,
        score: beside + employerOf(other) + habit + apart - distance,
      });
    }
  }
  return best;
}

function titleOf(unit: Unit): number {
  if (unit.piece.label !== null) return unit.piece.label === 'title' ? 2 : -1;
  const score = titleScore(unit.text);
  // "Researcher for recognising texts in pictures" is long, but begins as a title does.
  const opensAsTitle =
    score === 1 &&
    unit.text.split(/\s+/u).length <= 14 &&
    /^\p{Lu}/u.test(unit.text) &&
    !unit.text.endsWith('.');
  if (unit.piece.placeholder || (isSentence(unit.text) && !opensAsTitle)) return -1;
  const organisation = organisationScore(unit.text);
  if (score === 0) return organisation > 0 ? UNKNOWN_TITLE / 3 : UNKNOWN_TITLE;
  return organisation >= 0.8 && score < 1 ? score - 0.4 : score;
}

function employerOf(unit: Unit): number {
  if (unit.piece.label !== null) return unit.piece.label === 'employer' ? 2 : -1;
  if (isSentence(unit.text)) return -1;
  const score = organisationScore(unit.text);
  const title = titleScore(unit.text);
  if (score === 0) return title >= 0.8 ? -0.2 : UNKNOWN_EMPLOYER - 0.3 * title;
  return title === 1 && score < 1 ? score - 0.5 : score;
}

/**
 * From one part to all that belongs to it: the whole piece, unless the other role stands in the same
 * piece; then everything on its own side of it.
 */
function widen(content: string, unit: Unit, other: Unit | null): TextSpan {
  const { piece } = unit;
  if (other?.at !== unit.at) return trimSeparators(content, piece.start, piece.end);
  const boundary = other.partAt > unit.partAt ? other : unit;
  return boundary === unit
    ? trimSeparators(content, unit.start, piece.end)
    : trimSeparators(content, piece.start, other.start);
}

/** The order that most entries of a section have, as far as their words tell. */
export function usualOrder(all: readonly PositionRoles[]): RoleOrder | null {
  const votes = all.filter((roles) => roles.order !== null && roles.certainty >= 0.4);
  const titleFirst = votes.filter((roles) => roles.order === 'title-first').length;
  if (votes.length === 0 || titleFirst * 2 === votes.length) return null;
  return titleFirst * 2 > votes.length ? 'title-first' : 'employer-first';
}
