import { EDUCATION_LEVELS, type EducationLevel } from './education-level';
import { type RequirementLine } from './requirement-wording';

const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
];
const NUMBER = String.raw`(\d{1,2}(?:\.\d)?|${NUMBER_WORDS.join('|')})`;
const YEARS = new RegExp(
  String.raw`\b${NUMBER}\s*(?:\(\d{1,2}\)\s*)?(?:\+|plus|or more)?\s*(?:(?:-|–|to|or)\s*(?:\d{1,2}|${NUMBER_WORDS.join('|')})\s*\+?\s*)?(?:years?|yrs?)\b\.?['’]?(?!\s*(?:old|of age|ago|contract|degree|warranty|program|in business))`,
  'gi',
);
const ABOUT_EXPERIENCE =
  /\b(?:experienced?|exp|expertise|background|track record|hands-on|practice|practi[cs]ing|work(?:ed|ing)?|knowledge|in an?|as an?|of)\b/i;
const ABOUT_THE_COMPANY =
  /\b(?:we|our|us|company|firm|organization|founded|established|in business|history|anniversary|celebrating|serving)\b/i;
const MAX_YEARS = 30;

/**
 * The least experience that the job accepts, in years: of each sentence the smallest number ("3 years
 * with a degree or 5 without", "3-5 years"), of all sentences the largest ("5+ years, of these 2 with
 * Java"). What is only preferred, or about the company, does not count. Null when nothing is said.
 */
export function minimumYears(lines: readonly RequirementLine[]): number | null {
  const asked = lines
    .filter(({ strength }) => strength === 'must' || strength === 'wanted')
    .flatMap(({ text }) => yearsIn(text));
  return asked.length === 0 ? null : Math.max(...asked);
}

function yearsIn(sentence: string): readonly number[] {
  const found = [...sentence.matchAll(YEARS)]
    .map((match) => numberOf(match[1] ?? ''))
    .filter((years) => years <= MAX_YEARS);
  if (found.length === 0 || !ABOUT_EXPERIENCE.test(sentence)) return [];
  if (ABOUT_THE_COMPANY.test(sentence) && !/\bexperienced?\b/i.test(sentence)) return [];
  return [Math.min(...found)];
}

function numberOf(written: string): number {
  const word = NUMBER_WORDS.indexOf(written.toLowerCase());
  return word >= 0 ? word : Number(written);
}

const DEGREES: readonly (readonly [level: EducationLevel, wording: RegExp])[] = [
  [
    'doctorate',
    /\bph\.?\s?d\b|\bdoctora(?:te|l)\b|\bdoctor of\b|\bpharm\.?d\b|\bjuris doctor\b|\bj\.d\.|\bm\.d\.|\bmd degree\b/i,
  ],
  [
    'master',
    /\bmaster['’]?s\b|\bmasters?['’]? (?:degree|of|in)\b|\bm\.?sc\b|\bmba\b|\bm\.?eng\b|\bm\.a\.|\bm\.s\.|\bpost-?graduate\b|\b(?:graduate|advanced) degree\b|\bms\/phd\b/i,
  ],
  [
    'bachelor',
    /\bbachelor|\bb\.?sc\b|\bb\.?eng\b|\bb\.?tech\b|\bb\.?com\b|\bb\.a\.|\bb\.s\.|\bb[as](?:\/b[as])? (?:degree|in|or)\b|\bb[as]\/m[as]\b|\bundergraduate degree\b|\b(?:university|college|four[- ]year|4[- ]year|honou?rs) degree\b|\bdegree in\b|\buniversity education\b|\bbsn\b/i,
  ],
  [
    'associate',
    /\bassociate['’]?s?['’]? (?:degree|of|in)\b|\bassociates degree\b|\b(?:two|2)[- ]year degree\b|\ba\.a\.s?\.|\baas degree\b|\bassociate or bachelor/i,
  ],
  [
    'vocational',
    /\bvocational\b|\btrade school\b|\btechnical (?:diploma|school|college)\b|\bapprenticeship\b|\bjourneyman\b|\bnvq\b|\bbtec\b|\bculinary (?:school|diploma|degree)\b|\bcity (?:&|and) guilds\b/i,
  ],
  [
    'secondary',
    /\bhigh[- ]school\b|\bg\.?e\.?d\b|\bsecondary (?:school|education)\b|\ba[- ]levels?\b|\bgcse|\bhs diploma\b|\babitur\b|\bbaccalaur[ée]at\b/i,
  ],
];

/**
 * The education that the job asks for at least: of each sentence the lowest level it accepts
 * ("Bachelor's or Master's degree"), of all sentences the highest. Null when none is asked for.
 */
export function minimumEducation(lines: readonly RequirementLine[]): EducationLevel | null {
  const asked = lines
    .filter(({ strength }) => strength === 'must' || strength === 'wanted')
    .flatMap(({ text }) => {
      const levels = DEGREES.filter(([, wording]) => wording.test(text)).map(([level]) => level);
      return levels.length === 0 ? [] : [lowest(levels)];
    });
  return asked.length === 0 ? null : asked.reduce((a, b) => (rank(a) >= rank(b) ? a : b));
}

function lowest(levels: readonly EducationLevel[]): EducationLevel {
  return levels.reduce((a, b) => (rank(a) <= rank(b) ? a : b));
}

function rank(level: EducationLevel): number {
  return EDUCATION_LEVELS.indexOf(level);
}
