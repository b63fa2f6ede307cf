import { storable } from '../../common/text';
import type { ChatMessage } from './completion';

/** What an answer must be: as JSON schema for the model, and as a check for us, who do not trust it. */
export interface OutputShape<T> {
  readonly name: string;
  readonly schema: object;
  readonly check: (value: unknown) => Checked<T>;
}

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly string[] };

type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly reason: 'not_json' | 'wrong_shape';
      readonly problems: readonly string[];
    };

/** Many models put JSON into a fence or a sentence before it: the outermost braces are the answer. */
export function parseJson<T>(text: string, shape: OutputShape<T>): Parsed<T> {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  let value: unknown;
  try {
    value = JSON.parse(text.slice(Math.max(0, start), end + 1), (_key, part: unknown) =>
      typeof part === 'string' ? storable(part) : part,
    );
  } catch {
    return { ok: false, reason: 'not_json', problems: ['It is not one JSON object.'] };
  }
  const checked = shape.check(value);
  return checked.ok ? checked : { ...checked, reason: 'wrong_shape' };
}

const SHOWN_ANSWER = 8000;
const SHOWN_PROBLEMS = 10;

/** What the model is shown to put its own answer right. */
export function repairRequest(answer: string, problems: readonly string[]): readonly ChatMessage[] {
  const list = problems
    .slice(0, SHOWN_PROBLEMS)
    .map((problem) => `- ${problem}`)
    .join('\n');
  return [
    { role: 'assistant', content: answer.slice(0, SHOWN_ANSWER) },
    {
      role: 'user',
      content: `Your answer cannot be used:\n${list}\nAnswer again with the whole corrected JSON object and nothing else.`,
    },
  ];
}
