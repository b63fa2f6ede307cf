import type { ChatMessage, Checked, OutputShape } from '../../../platform/llm';
import type { Reading } from '../../resumes';
import { findQuote } from '../domain/quotes';
import {
  DATA_NOT_ORDERS,
  delimited,
  fieldsIn,
  listIn,
  listOf,
  listProblems,
  objectOf,
  TEXT,
  TEXT_OR_NULL,
  textIn,
} from '../model-answer';

/** Changes with every change of the words below; it is kept with each result. */
export const READING_PROMPT_VERSION = 'structuring-1';

const MOST_ITEMS = 30;

const SYSTEM = `You read resumes into fields. ${DATA_NOT_ORDERS}
Answer with one JSON object:
- positions: each with title, employer, location and dates;
- educations: each with school, degree, field and dates;
- certifications: each with name and issuer.
Copy every value letter by letter from the resume, dates with both their ends as they stand there. What the resume does not
tell is null. Translate nothing, complete nothing, and name nothing that is not there.`;

export const MODEL_READING: OutputShape<Reading> = {
  name: 'reading',
  schema: objectOf({
    positions: listOf(
      objectOf({
        title: TEXT_OR_NULL,
        employer: TEXT_OR_NULL,
        location: TEXT_OR_NULL,
        dates: TEXT_OR_NULL,
      }),
    ),
    educations: listOf(
      objectOf({
        school: TEXT_OR_NULL,
        degree: TEXT_OR_NULL,
        field: TEXT_OR_NULL,
        dates: TEXT_OR_NULL,
      }),
    ),
    certifications: listOf(objectOf({ name: TEXT, issuer: TEXT_OR_NULL })),
  }),
  check: checkReading,
};

export function readingMessages(resume: string, mark: string): readonly ChatMessage[] {
  return [
    { role: 'system', content: SYSTEM },
    { role: 'user', content: delimited(resume, mark) },
  ];
}

/** Without the values that are not in what the model was shown, and their number. */
export function shownValues(
  { positions, educations, certifications }: Reading,
  shown: string,
): { readonly reading: Reading; readonly dropped: number } {
  let dropped = 0;
  const keep = <Item extends object>(item: Item): Item => {
    const entries = Object.entries(item).map(([name, value]: [string, unknown]) => {
      const isShown = typeof value !== 'string' || findQuote(shown, value) !== null;
      dropped += isShown ? 0 : 1;
      return [name, isShown ? value : null] as const;
    });
    // The same keys; a value is what it was, or null, which every field may be.
    return Object.fromEntries(entries) as Item;
  };
  const reading = {
    positions: positions.map(keep),
    educations: educations.map(keep),
    certifications: certifications.map(keep),
  };
  return { reading, dropped };
}

function checkReading(given: unknown): Checked<Reading> {
  const fields = fieldsIn(given);
  const problems = listProblems(fields, ['positions', 'educations', 'certifications']);
  const items = (name: string): readonly Readonly<Record<string, unknown>>[] =>
    listIn(fields[name], MOST_ITEMS).map(fieldsIn);
  const textOf = (item: Readonly<Record<string, unknown>>, name: string): string | null =>
    textIn(item[name]) || null;
  return problems.length > 0
    ? { ok: false, problems }
    : {
        ok: true,
        value: {
          positions: items('positions').map((item) => ({
            title: textOf(item, 'title'),
            employer: textOf(item, 'employer'),
            location: textOf(item, 'location'),
            dates: textOf(item, 'dates'),
          })),
          educations: items('educations').map((item) => ({
            school: textOf(item, 'school'),
            degree: textOf(item, 'degree'),
            field: textOf(item, 'field'),
            dates: textOf(item, 'dates'),
          })),
          certifications: items('certifications').map((item) => ({
            name: textOf(item, 'name'),
            issuer: textOf(item, 'issuer'),
          })),
        },
      };
}
