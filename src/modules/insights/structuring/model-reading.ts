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
export const READING_PROMPT_VERSION = 'structuring-3';

const MOST_ITEMS = 30;
const LISTS = ['positions', 'educations', 'certifications', 'projects', 'languages'] as const;

const SYSTEM = `You read resumes into fields. ${DATA_NOT_ORDERS}
Answer with one JSON object:
- headline: what the person calls their own work at the top of the resume;
- positions: each with title, employer, location and dates;
- educations: each with school, degree, field and dates;
- certifications: each with name and issuer;
- projects: each with name and a short description;
- languages that the person speaks: each with name and level.
Copy every value letter by letter from the resume, dates with both their ends as they stand there. What the resume does not
tell is null. Translate nothing, complete nothing, and name nothing that is not there.`;

export const MODEL_READING: OutputShape<Reading> = {
  name: 'reading',
  schema: objectOf({
    headline: TEXT_OR_NULL,
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
    projects: listOf(objectOf({ name: TEXT, description: TEXT_OR_NULL })),
    languages: listOf(objectOf({ name: TEXT, level: TEXT_OR_NULL })),
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
  { headline, positions, educations, certifications, projects, languages }: Reading,
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
    ...keep({ headline }),
    positions: positions.map(keep),
    educations: educations.map(keep),
    certifications: certifications.map(keep),
    projects: projects.map(keep),
    languages: languages.map(keep),
  };
  return { reading, dropped };
}

function checkReading(given: unknown): Checked<Reading> {
  const fields = fieldsIn(given);
  const problems = listProblems(fields, LISTS);
  const items = (name: string): readonly Readonly<Record<string, unknown>>[] =>
    listIn(fields[name], MOST_ITEMS).map(fieldsIn);
  const textOf = (item: Readonly<Record<string, unknown>>, name: string): string | null =>
    textIn(item[name]) || null;
  return problems.length > 0
    ? { ok: false, problems }
    : {
        ok: true,
        value: {
          headline: textOf(fields, 'headline'),
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
          projects: items('projects').map((item) => ({
            name: textOf(item, 'name'),
            description: textOf(item, 'description'),
          })),
          languages: items('languages').map((item) => ({
            name: textOf(item, 'name'),
            level: textOf(item, 'level'),
          })),
        },
      };
}
