import { findDegree, type FoundDegree } from './degrees';
import { isFieldOfStudy, isFieldWord } from './education-words';
import { type HeaderPiece } from './header-pieces';
import { schoolScore, titleScore } from './line-words';
import { cityCountry } from './places';
import { spanOf, trimSeparators, type TextSpan } from './text-span';

export interface PlacedDegree extends FoundDegree {
  readonly piece: HeaderPiece;
}

/** The school of an education: by the words that schools have in their names, else by its place. */
export function findSchool(
  content: string,
  pieces: readonly HeaderPiece[],
  degree: PlacedDegree | null,
): TextSpan | null {
  for (const piece of pieces) {
    for (const [at, part] of piece.parts.entries()) {
      if (schoolScore(part.text) === 0) continue;
      const school =
        degree === null || !overlapsDegree(part, degree)
          ? withCampus(content, piece, at)
          : schoolBesideDegree(content, part, degree);
      if (school === null) continue;
      return withoutTail(
        content,
        withoutLead(content, withoutField(content, school, pieces), degree),
      );
    }
  }
  return unknownSchool(content, pieces, degree);
}

const overlapsDegree = (part: TextSpan, degree: FoundDegree): boolean =>
  degree.start < part.end && part.start < degree.end;

const SEATED = /\b(?:university|college|institutes?|school|rutgers|iit|nit)\b/iu;
/** Seats that are no large cities; those are in the list of places. */
const SEATS: ReadonlySet<string> = new Set(
  `albany|amherst|ann arbor|arlington|baltimore county|binghamton|bloomington|bombay|boulder|buffalo|calicut|champaign|chapel hill|college park|
  davis|dearborn|duluth|fullerton|greensboro|guwahati|irvine|kanpur|kharagpur|knoxville|lincoln|long beach|lowell|madison|madras|merced|milwaukee|
  monterey bay|new brunswick|newark|northridge|omaha|pilani|pomona|riverside|roorkee|rourkela|sacramento|san antonio|san bernardino|santa barbara|
  santa cruz|st. louis|stony brook|surathkal|tiruchirappalli|trichy|twin cities|university park|urbana|urbana-champaign|urbana champaign|
  varanasi|warangal|west lafayette|berkeley|bakersfield|fresno|chico|tempe|kharagpur|kent|galway`
    .split('|')
    .map((seat) => seat.trim()),
);

const isSeat = (text: string): boolean =>
  SEATS.has(text.toLowerCase()) || cityCountry(text) !== null;

/** Schools of which every seat is one of its own: "University of California, Los Angeles". */
const SEVERAL =
  /\b(?:university of (?:california|texas|illinois|michigan|wisconsin|massachusetts|minnesota|colorado|nevada|north carolina|tennessee|missouri|alaska|houston)|california state university|(?:indian|national) institute of (?:technology|management)|iit|iim|nit)$/iu;

/** Takes in the city that was cut off as a place, where it is part of the school's name. */
export function withSeat(
  content: string,
  school: TextSpan | null,
  locations: readonly TextSpan[],
): TextSpan | null {
  if (school === null || !SEVERAL.test(school.text)) return school;
  const seat = locations.find(
    (place) =>
      !place.text.includes(',') &&
      /^\s*(?:,|-|–| at )\s*$/u.test(content.slice(school.end, place.start)),
  );
  return seat === undefined ? school : spanOf(content, school.start, seat.end);
}

function withCampus(content: string, piece: HeaderPiece, at: number): TextSpan {
  const [part, next] = [piece.parts[at], piece.parts[at + 1]];
  if (part === undefined) return piece;
  const isCampus = next !== undefined && SEATED.test(part.text) && isSeat(next.text);
  if (isCampus) return spanOf(content, part.start, next.end);
  // "Rutgers, The State University of New Jersey": the name began before the comma.
  const before = piece.parts[at - 1];
  const continues =
    before !== undefined && /^the\s/iu.test(part.text) && before.text.split(/\s+/u).length <= 2;
  return continues ? spanOf(content, before.start, part.end) : part;
}

/** "Biology University of Ohio … Biology": the field was printed without anything between. */
function withoutField(content: string, school: TextSpan, pieces: readonly HeaderPiece[]): TextSpan {
  const repeated = pieces.find(
    (piece) =>
      piece.start >= school.end &&
      piece.text.length > 4 &&
      school.text.startsWith(`${piece.text} `),
  );
  return repeated === undefined
    ? school
    : spanOf(content, school.start + repeated.text.length, school.end);
}

/** "B.A., Social Sciences Oakwood City College": right after the degree, the field comes first. */
function withoutLead(content: string, school: TextSpan, degree: PlacedDegree | null): TextSpan {
  const follows =
    degree !== null &&
    degree.end <= school.start &&
    /^[\s:,–-]*$/u.test(content.slice(degree.end, school.start));
  if (!follows) return school;
  const starts = [...school.text.matchAll(/(?<=\s)\S+/gu)].map((word) => word.index);
  const start = starts.findLast(
    (at) => isFieldOfStudy(school.text.slice(0, at)) && isWholeName(school.text.slice(at)),
  );
  return start === undefined ? school : spanOf(content, school.start + start, school.end);
}

/** "University of Ohio", "Oakwood City College", and not "Institute of Technology". */
function isWholeName(text: string): boolean {
  const [first = ''] = text.split(/\s/u);
  const isNamed = /^\p{Lu}/u.test(first) && schoolScore(first) === 0 && !isFieldWord(first);
  return schoolScore(text) > 0 && (isNamed || /^University of \p{Lu}/u.test(text));
}

/** A name ends where the same line goes on with a degree or with a label: "Oakwood College GPA: 3.8". */
function withoutTail(content: string, school: TextSpan): TextSpan {
  const label = /\s\p{Lu}\p{L}*:(?:\s|$)/u.exec(school.text);
  const ends = [label?.index, degreeAfter(school)].flatMap((end) =>
    end !== undefined && schoolScore(school.text.slice(0, end)) > 0 ? [end] : [],
  );
  const end = Math.min(school.text.length, ...ends);
  return trimSeparators(content, school.start, school.start + end);
}

function degreeAfter(school: TextSpan): number | undefined {
  const degree = findDegree(school);
  const isLong = degree !== null && degree.end - degree.start > 4;
  return isLong && degree.start > school.start ? degree.start - school.start : undefined;
}

/** "Bachelor of Science in Biology University of Ohio": the school begins after the words of the field. */
function schoolBesideDegree(content: string, part: TextSpan, degree: FoundDegree): TextSpan | null {
  const before = trimSeparators(content, part.start, degree.start);
  if (schoolScore(before.text) > 0) return before;
  const after = content.slice(degree.end, part.end);
  const school =
    /(?:\p{Lu}[\p{L}.'’&-]*\s+(?:(?:of|the|at|and|&)\s+)?){0,6}\p{Lu}?[\p{L}]*(?:universi|college|institut|school|academy|polytechnic|hochschule)[\p{L}]*.*$/iu.exec(
      after,
    );
  if (school === null || schoolScore(school[0]) === 0) return null;
  let start = degree.end + school.index;
  const words = [...school[0].matchAll(/\S+/gu)];
  for (const word of words) {
    if (
      schoolScore(word[0]) > 0 ||
      !(isFieldWord(word[0]) || /^\W*(?:in|of|and|&|[:,-])\W*$/iu.test(word[0]))
    )
      break;
    start = degree.end + school.index + word.index + word[0].length;
  }
  const span = trimSeparators(content, start, part.end);
  return span.text === '' ? null : span;
}

const NO_SCHOOL =
  /\b(?:gpa|grade|cgpa|honou?rs|dean|cum laude|majors?|minor|thesis|coursework|graduated|advisor|relevant|emphasis|concentration|degree)\b/iu;

/** A school that no list knows ("POSTECH"): the first part that is neither degree, field nor title. */
function unknownSchool(
  content: string,
  pieces: readonly HeaderPiece[],
  degree: PlacedDegree | null,
): TextSpan | null {
  if (degree === null) return null;
  const couldBe = (part: TextSpan): boolean =>
    !overlapsDegree(part, degree) &&
    /^\p{Lu}/u.test(part.text) &&
    part.text.length <= 80 &&
    titleScore(part.text) < 1 &&
    !NO_SCHOOL.test(part.text) &&
    !isFieldOfStudy(part.text);
  const elsewhere = pieces
    .filter((piece) => piece !== degree.piece && !piece.placeholder)
    .flatMap((piece) => piece.parts.slice(0, 1));
  const beside = degree.piece.parts.filter((part) => part.end <= degree.start);
  const found = [...beside, ...elsewhere].find(couldBe);
  return found === undefined ? null : trimSeparators(content, found.start, found.end);
}
