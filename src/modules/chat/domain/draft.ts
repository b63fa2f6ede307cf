import { cutText } from '../../../common/text';
import type { Evidence } from '../../resumes';
import { flat } from './passages';

/** A place in a resume that shows what an answer says; `text` is exactly `content.slice(start, end)`. */
export interface Citation extends Evidence {
  readonly resumeId: string;
  readonly candidateName: string | null;
}

/**
 * What an answer came to: `answered`; `not_told` when no resume says it; `refused` for what may play no
 * part in hiring; `help` for questions about the chat itself.
 */
export const OUTCOMES = ['answered', 'not_told', 'refused', 'help'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Draft {
  readonly text: string;
  readonly citations: readonly Citation[];
  readonly outcome: Outcome;
}

const LONGEST_SHOWN = 240;

/** A passage as it stands in an answer. */
export function quoted({ text }: Pick<Evidence, 'text'>): string {
  const shown = flat(text);
  return `“${shown.length <= LONGEST_SHOWN ? shown : `${cutText(shown, LONGEST_SHOWN).trimEnd()}…`}”`;
}

export function listOf(names: readonly string[], joiner = 'and'): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} ${joiner} ${last}`;
}

export function yearsOf(years: number): string {
  const rounded = Math.round(years * 2) / 2;
  return rounded === 1 ? '1 year' : `${rounded} years`;
}

export const notTold = (what: string): Draft => ({
  text: `The resume does not tell ${what}.`,
  citations: [],
  outcome: 'not_told',
});
