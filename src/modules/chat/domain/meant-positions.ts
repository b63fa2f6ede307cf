import { endOf, monthsOf, names, type Position, startOf } from './positions';
import { fold, wordsOf } from './words';

/** The positions that a question means, and the words of it that mean them. */
export interface Meant {
  readonly positions: readonly Position[];
  readonly words: readonly string[];
}

/** "At Quayline", "in Leeds", "as a baker", "in 2019", "first", "longest"; null when it means none. */
export function meantPositions(
  positions: readonly Position[],
  question: string,
  today: Date,
): Meant | null {
  return (
    byName(positions, question) ??
    byTitle(positions, question) ??
    byYear(positions, question) ??
    byOrder(positions, question, today)
  );
}

/** By an employer's name, or by a word of it or of the place that is written with a capital. */
export function byName(positions: readonly Position[], question: string): Meant | null {
  const whole = positions.filter(({ employer }) => names(question, employer));
  if (whole.length > 0) {
    return { positions: whole, words: whole.flatMap(({ employer }) => employer ?? []) };
  }
  const capitals = wordsOf(question)
    .filter(({ word, start }) => start > 0 && /^\p{Lu}\p{L}{2}/u.test(word))
    .map(({ word }) => fold(word).replace(/'s$/, ''));
  const found = positions.map((position) => {
    const own = wordsOf(`${position.employer ?? ''} ${position.location ?? ''}`);
    const words = capitals.filter((word) => own.some((one) => fold(one.word) === word));
    return { position, words };
  });
  const most = Math.max(...found.map(({ words }) => words.length));
  const meant = found.filter(({ words }) => words.length > 0 && words.length === most);
  return some(
    meant.map(({ position }) => position),
    meant.flatMap(({ words }) => words),
  );
}

function byTitle(positions: readonly Position[], question: string): Meant | null {
  const meant = positions.filter(({ title }) => names(question, title));
  return some(
    meant,
    meant.flatMap(({ title }) => title ?? []),
  );
}

/** Those that lasted in a year, or within two; the longer part of it first. */
function byYear(positions: readonly Position[], question: string): Meant | null {
  const years = question.match(/\b(?:19|20)\d\d\b/gu) ?? [];
  const [from, to = from] = years.toSorted();
  if (from === undefined || to === undefined) {
    return null;
  }
  // Who stayed until the first of two years had left when the time in question began.
  const isWithin = (position: Position): boolean =>
    startOf(position) !== '' &&
    (from === to
      ? startOf(position).slice(0, 4) <= from && endOf(position).slice(0, 4) >= from
      : startOf(position).slice(0, 4) < to && endOf(position).slice(0, 4) > from);
  return some(positions.filter(isWithin), years);
}

const JOB = String.raw`(?:job|employer|position|role|company|firm|employment|post|career)s?`;
const ORDERS: readonly (readonly [
  RegExp,
  (positions: readonly Position[], today: Date) => Position | undefined,
])[] = [
  [
    new RegExp(
      String.raw`\b(?:very )?(?:first|earliest)\b[^?]*\b${JOB}\b|\b${JOB}\b[^?]*\bfirst\b|\b(?:start|started|begin|began)\b[^?]*\b(?:career|out|working)\b`,
      'iu',
    ),
    (positions) => positions.toSorted((a, b) => startOf(a).localeCompare(startOf(b)))[0],
  ],
  [
    new RegExp(
      String.raw`\b(?:current|present|latest|last|most recent)\b[^?]*\b${JOB}\b|\b${JOB}\b[^?]*\b(?:now|at the moment|currently)\b`,
      'iu',
    ),
    (positions) => positions.find((one) => one.is_current) ?? positions[0],
  ],
  [
    new RegExp(String.raw`\b(?:previous|former)\b[^?]*\b${JOB}\b(?<!s)`, 'iu'),
    (positions) => positions.find((one) => !one.is_current),
  ],
  [
    new RegExp(String.raw`\b${JOB}\b[^?]*\blongest\b|\blongest\b`, 'iu'),
    (positions, today) => positions.toSorted((a, b) => monthsOf(b, today) - monthsOf(a, today))[0],
  ],
  [
    new RegExp(String.raw`\b${JOB}\b[^?]*\bshortest\b|\bshortest\b`, 'iu'),
    (positions, today) => positions.toSorted((a, b) => monthsOf(a, today) - monthsOf(b, today))[0],
  ],
];
const ORDER_WORDS =
  'very first earliest start started begin began out came come career current present latest last lasted recent moment longest shortest';

function byOrder(positions: readonly Position[], question: string, today: Date): Meant | null {
  const dated = positions.filter((position) => startOf(position) !== '');
  const order = ORDERS.find(([pattern]) => pattern.test(question));
  const meant = order?.[1](dated.length > 0 ? dated : positions, today);
  return meant === undefined ? null : { positions: [meant], words: [ORDER_WORDS] };
}

const some = (positions: readonly Position[], words: readonly string[]): Meant | null =>
  positions.length === 0 ? null : { positions, words };
