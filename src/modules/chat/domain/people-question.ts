import type { SearchFilters } from '../../search';
import { listOf } from './draft';
import type { AskedYears, QuestionWords } from './question-words';
import { termsOf } from './words';

/** A question about several people, as conditions. */
export interface PeopleQuestion {
  readonly kind: 'rank' | 'filter';
  /** How many are asked for: "the top three"; null when nothing is said. */
  readonly most: number | null;
  readonly filters: SearchFilters;
  /** Any of these is enough: "Kubernetes or Docker". */
  readonly anyOf: readonly string[];
  /** Years with one skill. */
  readonly skillYears: { readonly skill: string; readonly years: AskedYears } | null;
  readonly isNegated: boolean;
  /** The conditions in words; empty when there is none. */
  readonly described: string;
  /** What no condition covers, as typed; it is looked for in the texts. */
  readonly rest: string;
}

const RANK =
  /\b(?:best|top|strongest|most suitable|most promising|highest|rank(?:ed|s|ing)?|recommend(?:ed)?|suits? (?:the job )?best|fits? (?:the job )?best|closest)\b/iu;
const MOST =
  /\b(?:top|best|first)\s+(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\b|\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s+(?:best|strongest|top)\b/iu;
const COUNTS: Readonly<Record<string, number>> = {
  two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
}; // prettier-ignore
const NAME = String.raw`((?:\p{Lu}[\p{L}\p{N}&.'’-]*)(?:\s+(?:of\s+|the\s+|&\s+|and\s+(?=\p{Lu}\S*\s+(?:Ltd|Sons|Co)))?\p{Lu}[\p{L}\p{N}&.'’-]*)*)`;
const EMPLOYER = new RegExp(
  String.raw`\b(?:works?|worked|working|employed|been|was|were)\s+(?:at|for|with)\s+(?:the\s+)?${NAME}`,
  'u',
);
const SCHOOL = new RegExp(
  String.raw`\b(?:studied|studying|graduated|graduates?|degree|alumni|went)\b[^?]{0,30}?\b(?:at|from|to)\s+(?:the\s+)?${NAME}`,
  'u',
);
const PLACE = new RegExp(
  String.raw`\b(?:lives?|living|based|located|resid\w+|are|is|from|candidates|people|anyone|someone)\s+(?:in|near|around|from)\s+(?:the\s+)?${NAME}|\bfrom\s+${NAME}`,
  'u',
);
const LEVELS: readonly (readonly [RegExp, 'bachelor' | 'master' | 'doctorate', string])[] = [
  [/\b(?:a |an )?(?:ph\.?d\.?|doctorate|doctoral degree)(?![\p{L}])/iu, 'doctorate', 'a doctorate'],
  [
    /\b(?:a )?(?:master'?s?|mba|m\.?sc)(?: degree)?\b/iu,
    'master',
    'a master’s degree or a higher one',
  ],
  [
    /\b(?:a )?(?:bachelor'?s?(?: degree)?|university degree|academic degree)\b/iu,
    'bachelor',
    'a bachelor’s degree or a higher one',
  ],
];
const WITHOUT =
  /\b(?:without(?: any)?|lacks?|lacking|no|not|never|don'?t(?: \S+)?|doesn'?t(?: \S+)?|do not(?: \S+)?|does not(?: \S+)?|haven'?t(?: \S+)?|hasn'?t(?: \S+)?)\s+(?:(?:experience|knowledge|know|have|with|of|in|any|used?)\s+){0,3}$/iu;
const NOTHING_LEFT =
  'pool shortlist applicants anyone anybody speaks speak spoken fluent fluently language languages based located lives live living degree university candidates people person colleagues count number total least more than both either plus also lack lacks without top best rank ranking ranked recommend recommended strongest suitable highest fit fits suit suits closest promising suited studied graduated well first two three four five six seven eight nine ten who everybody everyone lacking';

/** Takes the conditions out of a question; what is left is its rest. */
export function readPeopleQuestion(question: string, words: QuestionWords): PeopleQuestion {
  const taken: string[] = [];
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(question);
    if (found === null) {
      return null;
    }
    taken.push(found[0]);
    // Of the groups of alternatives one is set; the types of a match do not say that others are not.
    const groups: readonly (string | undefined)[] = found.slice(1);
    const name = groups.find((group) => group !== undefined) ?? found[0];
    return name.replace(/[.'’,]+$/u, '');
  };
  const isSkill = (name: string | null): boolean =>
    name === null || words.named.some((one) => one.toLowerCase() === name.toLowerCase());
  const employer = take(EMPLOYER);
  const school = take(SCHOOL);
  const place = take(PLACE);
  const level = LEVELS.find(([pattern]) => take(pattern) !== null);
  const { wanted, excluded } = splitSkills(question, words);
  const anyOf = isEither(question, words, wanted) ? wanted : [];
  const skillYears = yearsWithSkill(question, words);
  const { years } = words;
  const totalYears = skillYears === null ? years : null;
  const least =
    totalYears === null ? undefined : totalYears.least + (totalYears.isStrict ? STRICTLY : 0);
  const filters: SearchFilters = {
    ...(wanted.length > 0 && anyOf.length === 0 ? { skills: wanted } : {}),
    ...(excluded.length > 0 ? { excludedSkills: excluded } : {}),
    ...(least === undefined ? {} : { minYears: least }),
    ...(words.languages.length > 0 ? { languages: words.languages } : {}),
    ...(isSkill(employer) || employer === null ? {} : { employers: [employer] }),
    ...(isSkill(school) || school === null ? {} : { schools: [school] }),
    ...(isSkill(place) || place === null || place === employer ? {} : { location: place }),
    ...(level === undefined ? {} : { educationLevel: level[1] }),
  };
  const isRank = RANK.test(question);
  const most = MOST.exec(question);
  const count = most?.[1] ?? most?.[2];
  return {
    kind: isRank && Object.keys(filters).length === 0 && anyOf.length === 0 ? 'rank' : 'filter',
    most: count === undefined ? null : (COUNTS[count.toLowerCase()] ?? Number(count)),
    filters,
    anyOf,
    skillYears,
    isNegated: excluded.length > 0,
    described: described({
      filters,
      anyOf,
      skillYears,
      years: totalYears,
      level: level?.[2] ?? null,
    }),
    rest: termsOf(question, [...words.named, ...taken, years?.text ?? '', NOTHING_LEFT])
      .map(({ word }) => word)
      .join(' '),
  };
}

/** Years are counted by months: more than five is five and a month. */
const STRICTLY = 0.01;

function splitSkills(
  question: string,
  words: QuestionWords,
): { readonly wanted: readonly string[]; readonly excluded: readonly string[] } {
  const excluded = words.skills.filter((skill) => {
    const at = positionOf(question, words, skill);
    return at !== null && WITHOUT.test(question.slice(0, at.start));
  });
  return { wanted: words.skills.filter((skill) => !excluded.includes(skill)), excluded };
}

/** Where the words are that named a skill; by its order among them when it has another name there. */
function positionOf(
  question: string,
  { named, skills }: QuestionWords,
  skill: string,
): { readonly start: number; readonly end: number } | null {
  const own = named.filter((text) => text.toLowerCase() === skill.toLowerCase());
  const text = own[0] ?? named[skills.indexOf(skill)];
  const start = text === undefined ? -1 : question.indexOf(text);
  return text === undefined || start < 0 ? null : { start, end: start + text.length };
}

function isEither(question: string, words: QuestionWords, wanted: readonly string[]): boolean {
  const [first, second] = wanted.map((skill) => positionOf(question, words, skill));
  return (
    first !== undefined && first !== null && second !== undefined && second !== null &&
    /\bor\b/iu.test(question.slice(Math.min(first.end, second.end), Math.max(first.start, second.start)))
  ); // prettier-ignore
}

const WITH_SKILL =
  /^\s*(?:of|in|with|using|doing|on)?\s*(?:\w+\s+)?(?:experience\s*)?(?:of|in|with|using|on)?\s*$/iu;
const FOR_YEARS = /^\s*(?:experience\s*)?(?:for|since)\s*$/iu;

/** "Five years of Kubernetes", "Kubernetes for more than five years"; "Kubernetes and five years" is none. */
function yearsWithSkill(question: string, words: QuestionWords): PeopleQuestion['skillYears'] {
  const { years } = words;
  if (years === null) {
    return null;
  }
  const start = years.end - years.text.length;
  for (const skill of words.skills) {
    const at = positionOf(question, words, skill);
    if (at === null) {
      continue;
    }
    const between =
      at.start >= years.end ? question.slice(years.end, at.start) : question.slice(at.end, start);
    if (
      (at.start >= years.end && WITH_SKILL.test(between)) ||
      (at.end <= start && FOR_YEARS.test(between))
    ) {
      return { skill, years };
    }
  }
  return null;
}

function described(given: {
  readonly filters: SearchFilters;
  readonly anyOf: readonly string[];
  readonly skillYears: PeopleQuestion['skillYears'];
  readonly years: AskedYears | null;
  readonly level: string | null;
}): string {
  const { filters, anyOf, skillYears, years, level } = given;
  const amount = ({ least, isStrict }: AskedYears): string =>
    `${isStrict ? 'more than' : 'at least'} ${least === 1 ? '1 year' : `${least} years`}`;
  const skills = (filters.skills ?? []).filter((skill) => skill !== skillYears?.skill);
  return listOf([
    ...(skillYears === null ? [] : [`${amount(skillYears.years)} with ${skillYears.skill}`]),
    ...skills,
    ...(anyOf.length > 0 ? [listOf(anyOf, 'or')] : []),
    ...(filters.excludedSkills ?? []).map((skill) => `no ${skill}`),
    ...(years === null ? [] : [`${amount(years)} of experience`]),
    ...(filters.languages ?? []),
    ...(level === null ? [] : [level]),
    ...(filters.employers ?? []).map((name) => `work at ${name}`),
    ...(filters.schools ?? []).map((name) => `studies at ${name}`),
    ...(filters.location === undefined ? [] : [`a home in ${filters.location}`]),
  ]);
}
