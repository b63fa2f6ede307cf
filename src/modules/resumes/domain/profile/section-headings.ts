import { type SectionKind } from './profile';
import { fold } from './text-span';
import { HEADING_WORDINGS } from './heading-wordings';

const KIND_OF = new Map<string, SectionKind>(
  Object.entries(HEADING_WORDINGS).flatMap(([kind, wordings]) =>
    // The keys of the record are section kinds; Object.entries only forgets that.
    wordings
      .split('|')
      .map((wording) => [wording.trim().replace(/\s+/gu, ' '), kind as SectionKind] as const),
  ),
);

/**
 * The noun that decides when the wording is not in the list ("Hands-on Kitchen Experience", "Selected
 * Legal Publications"), in the order of precedence.
 */
const DECIDING_WORDS: readonly (readonly [RegExp, SectionKind])[] = [
  [/\b(?:references|referees)$/u, 'references'],
  [/\b(?:education|studies|qualifications and education|ausbildung|academics)$/u, 'education'],
  [
    /\b(?:experiences?|employment|work history|internships?|berufserfahrung|career history|assignments)$/u,
    'experience',
  ],
  [
    /\b(?:skills?|competenc(?:y|ies|es)|expertise|proficienc(?:y|ies)|technologies|strengths|capabilities|skill sets?|kenntnisse|tools)$/u,
    'skills',
  ],
  [/\bprojects?$/u, 'projects'],
  [
    /\b(?:certifications?|certificates?|licen[sc]es?|licensures?|credentials|trainings?|courses)$/u,
    'certifications',
  ],
  [/\blanguages?$/u, 'languages'],
  [/\b(?:publications?|papers|presentations?|talks|patents|articles|lectures)$/u, 'publications'],
  [
    /\b(?:awards?|hono[u]?rs?|achievements?|accomplishments?|scholarships?|recognitions?)$/u,
    'awards',
  ],
  [/\b(?:interests?|hobbies|activities)$/u, 'interests'],
  [/\b(?:summary|profile|objective|overview|statement)$/u, 'summary'],
  [/\b(?:affiliations?|memberships?|involvement|service|information|clearance)$/u, 'other'],
  [/^(?:education|academic)\b/u, 'education'],
  [/^(?:skills?|technical)\b/u, 'skills'],
  [/^(?:experience|employment|work)\b/u, 'experience'],
];

/** "E X P E R I E N C E" and "W O R K   H I S T O R Y" as words again. */
export function joinSpacedLetters(text: string): string {
  const words = text.trim().split(/\t|\s{2,}/u);
  if (!words.every((word) => /^(?:[\p{L}&.]\s)+[\p{L}&.]$|^[\p{L}&]$/u.test(word.trim())))
    return text;
  if (text.trim().length < 5) return text;
  return words.map((word) => word.replace(/\s+/gu, '')).join(' ');
}

/** A heading as it is looked up: folded, without icons, numbers, colons and rules around it. */
export function headingKey(text: string): string {
  return fold(joinSpacedLetters(text.replace(/[^\p{L}\p{N}&/' -]+/gu, ' ').trim()))
    .replace(/[&/]| und | et | y | e /gu, ' and ')
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/^(?:[\divx]+ |my |the )+/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The section that this wording opens for certain, or null. */
export function knownHeading(key: string): SectionKind | null {
  const kind = KIND_OF.get(key);
  if (kind !== undefined) return kind;
  // Letter-spaced headings lose the blank between their words: "workexperience".
  return UNSPACED.get(key) ?? null;
}

const UNSPACED = new Map(
  [...KIND_OF].map(([key, kind]) => [key.replaceAll(' ', ''), kind] as const),
);

/** The section that a line with the look of a heading opens by its last or first word, or null. */
export function likelyHeading(key: string): SectionKind | null {
  const words = key.split(' ');
  if (words.length > 6) return null;
  const combined = key.split(' and ').map((part) => KIND_OF.get(part.trim()));
  const first = combined.find((kind) => kind !== undefined);
  if (first !== undefined && combined.length > 1) return first;
  return DECIDING_WORDS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/**
 * Wordings that are also ordinary items of a list of skills or labels inside a section: they open a
 * section only where they look like the other headings.
 */
const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  `training|leadership|programming|software|service|community|tools|technology|technologies|languages|language|
  activities|research|strengths|frameworks|databases|os|organizations|presentations|presentation|writing|works|
  management|knowledge|events|volunteer|volunteering|interests|license|licenses|certificates|certification|award|courses|
  career|work|project|availability|personal|other|blog|press|impact|statement|background|associations|honors|
  hobbies|sports|workshops|equipment|credentials|keywords|objectives|goal|goals|online|web|social|stack|
  operating systems|military|membership|computer skills|communication skills|organizational skills|internship|
  interpersonal skills|management skills|computer literacy|computer knowledge|technical support|academic|degree|
  more|notes|extras|abilities|capabilities|training and development|professional development|seminars|talks|books|articles`
    .split('|')
    .map((wording) => wording.trim()),
);

export const isEveryday = (key: string): boolean => EVERYDAY_WORDS.has(key);
