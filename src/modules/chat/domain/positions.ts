import type { ResumeProfile as Profile } from '../../resumes';
import type { Citation } from './draft';
import type { ResumeFacts } from './resume-facts';
import { fold, wordsOf } from './words';

export type Position = Profile['positions'][number];

/** What, where and when in one phrase. */
export function described(position: Position): string {
  const { title, employer, start_date: start, end_date: end, is_current: isCurrent } = position;
  const what = [title, employer].filter((one) => one !== null).join(' at ') || 'a position';
  const until = isCurrent ? 'now' : end;
  const when = [start, until].filter((one) => one !== null).join(' to ');
  return when === '' ? what : `${what} (${when})`;
}

/** The first day, to be compared; empty when the resume tells none. */
export const startOf = (position: Position | undefined): string => position?.start_date ?? '';

/** After every date while the position lasts. */
export const endOf = ({ is_current: isCurrent, end_date: end }: Position): string =>
  isCurrent ? '9999' : (end ?? '');

/** How long it lasted, counting the month of its end; 0 without dates. */
export function monthsOf(position: Position, today: Date): number {
  const { start_date: start, end_date: end, is_current: isCurrent } = position;
  const last = isCurrent ? today.toISOString() : end;
  return start === null || last === null
    ? 0
    : Math.max(1, monthNumber(last) - monthNumber(start) + (last.length > 4 ? 1 : 0));
}

/** Of "2019-04" or "2019". */
const monthNumber = (date: string): number =>
  Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7) || 1);

const LONGEST_HEAD = 200;

/** The lines that say what, where and when: up to the dates, where these stand close. */
export function citeDated(facts: ResumeFacts, position: Position): Citation | null {
  const head = facts.citeHead(position.span);
  const { start_date: from, end_date: to } = position.sources;
  const last = Math.max(from?.end ?? 0, to?.end ?? 0);
  const first = Math.min(from?.start ?? Infinity, to?.start ?? Infinity);
  if (head === null || last === 0 || last - Math.min(head.start, first) > LONGEST_HEAD) {
    return head;
  }
  return facts.cite({ start: Math.min(head.start, first), end: Math.max(head.end, last) });
}

const LEGAL_FORM = /^(?:ltd|limited|inc|llc|gmbh|ag|plc|co|corp|sons|the|and|of|company|group)$/u;

/** Whether a text names an organisation or a title: all its telling words, in order. */
export function names(text: string, named: string | null): boolean {
  const plain = (word: string): string => fold(word).replace(/'s$/, '');
  const wanted = wordsOf(named ?? '')
    .map(({ word }) => fold(word))
    .filter((word) => !LEGAL_FORM.test(word))
    .map(plain);
  const words = wordsOf(text).map(({ word }) => plain(word));
  return (
    wanted.length > 0 &&
    wanted.join('').length > 2 &&
    words.some((_word, at) => wanted.every((part, index) => words[at + index] === part))
  );
}
