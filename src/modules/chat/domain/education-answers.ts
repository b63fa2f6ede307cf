import type { ResumeProfile as Profile } from '../../resumes';
import { type Citation, type Draft, listOf, notTold } from './draft';
import { EDUCATION_LEVELS } from '../../skills';
import { answered } from './fact-answers';
import type { QuestionWords } from './question-words';
import type { ResumeFacts } from './resume-facts';
import { stemsOf, termsOf } from './words';

type Education = Profile['educations'][number];

const STUDY =
  /\b(?:stud(?:y|ied|ies)|degrees?|uni(?:versit(?:y|ies))?|college|graduat\w+|education(?:al)?|qualifications?|diploma|bachelor\w*|master'?s? (?:degree|in|of)|masters?|mba|ph\.?d|doctorate|schooling|academic|apprenticeship)\b|\b(?:which|what) schools?\b|\bwhere (?:did|was|has) \S+ (?:read|learn|learned|learnt|train|trained|taught|go to school|qualify)\b|\bwhich (?:trade|craft|profession|subject) did \S+ (?:learn|study|train)/iu;
const LEVELS: readonly (readonly [RegExp, readonly string[], string])[] = [
  [/\b(?:ph\.?d|doctorate|doctoral)\b/iu, ['doctorate'], 'a doctorate'],
  [/\b(?:master'?s?|mba|m\.?sc)\b/iu, ['master', 'doctorate'], 'a master’s degree'],
  [/\bbachelor'?s?\b/iu, ['bachelor', 'master', 'doctorate'], 'a bachelor’s degree'],
  [
    /\b(?:university|academic|college) degree\b|\b(?:go|goes|went|been|gone) to (?:university|college|uni)\b/iu,
    ['associate', 'bachelor', 'master', 'doctorate'],
    'a university degree',
  ],
];
const APPRENTICE = /\bapprentice/iu;
const HIGHEST = /\b(?:highest|best|top|most advanced|latest|last)\b/iu;
const STUDY_STEMS =
  'best top advanced latest last trade craft train trained training read learn learned learnt qualify apprenticeship profession study studied studies degree degrees uni university universities college graduate graduated graduation education educational qualification qualifications diploma bachelor bachelors master masters mba phd doctorate schooling academic school schools highest finish finished field subject major attend attended go went formal hold obtain obtained complete completed done earn earned get level';

export function educationAnswer(
  facts: ResumeFacts,
  question: string,
  words: QuestionWords,
): Draft | null {
  if (!STUDY.test(question)) {
    return null;
  }
  const { educations, positions } = facts.profile;
  // An apprenticeship may stand among the positions.
  if (
    APPRENTICE.test(question) &&
    (educations.length === 0 || positions.some(({ title }) => APPRENTICE.test(title ?? '')))
  ) {
    return null;
  }
  const asked = termsOf(question, [STUDY_STEMS]);
  // What stands beneath the head, such as a thesis, is for the text to tell.
  const matching = educations.filter((one) => {
    const { start_date: start, end_date: end, span } = one;
    const own = stemsOf([studied(one), start, end, facts.citeHead(span)?.text].join(' '));
    return asked.length > 0 && asked.every(({ stem: key }) => own.has(key));
  });
  if (matching.length === 0 && (asked.length > 0 || words.years !== null)) {
    return null;
  }
  const level = LEVELS.find(([pattern]) => pattern.test(question));
  const shown = matching.length > 0 ? matching : educations;
  if (level !== undefined) {
    const [, levels, name] = level;
    const having = shown.filter((one) => one.level !== null && levels.includes(one.level));
    return having.length === 0
      ? {
          ...notTold(`of ${name}`),
          ...(shown.length === 0
            ? {}
            : {
                text: `The resume names no ${name.replace(/^an? /u, '')}. It names ${listOf(shown.map(studied))}.`,
              }),
        }
      : answered(
          `Yes: ${listOf(having.map(studied))}.`,
          having.map(({ span }) => facts.citeHead(span)),
        );
  }
  if (shown.length === 0) {
    return /\b(?:learn|train|taught)/iu.test(question) ? null : notTold('of any education');
  }
  const listed = HIGHEST.test(question) ? shown.toSorted(byLevel).slice(0, 1) : shown;
  return answered(
    `${listed.map(studied).join('; ')}.`,
    listed.map(({ span }) => facts.citeHead(span)),
  );
}

/** The education that a place in the resume belongs to; null when it belongs to none. */
export function educationOfPlace(
  facts: ResumeFacts,
  { start }: Pick<Citation, 'start'>,
): Draft | null {
  const around = facts.profile.educations.filter(
    ({ span }) => span.start <= start && start < span.end,
  );
  return around.length === 0
    ? null
    : answered(
        `${around.map(studied).join('; ')}.`,
        around.map(({ span }) => facts.cite(span)),
      );
}

const byLevel = (a: Education, b: Education): number => levelOf(b) - levelOf(a);

const levelOf = ({ level }: Education): number =>
  level === null ? -1 : EDUCATION_LEVELS.indexOf(level);

export function studied(one: Education): string {
  const what = [one.degree, one.field].filter((part) => part !== null);
  const title =
    what.length === 2 && what[0]?.includes(what[1] ?? '') === true ? what.slice(0, 1) : what;
  const where = one.school === null ? '' : `${title.length === 0 ? '' : ', '}${one.school}`;
  const when = one.end_date === null ? '' : ` (${one.end_date.slice(0, 4)})`;
  return `${title.join(' in ')}${where}${when}`;
}
