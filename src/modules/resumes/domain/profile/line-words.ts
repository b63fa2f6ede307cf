import {
  BUSINESS_WORDS,
  OCCUPATION_WORDS,
  SURNAME_OCCUPATIONS,
  WEAK_OCCUPATION_WORDS,
} from './occupation-words';
import {
  EMPLOYER_PLACEHOLDER,
  ORGANISATION_WORDS,
  SCHOOL_ACRONYMS,
  SCHOOL_WORDS,
} from './organisation-words';
import { fold } from './text-span';

/** The words of a text, folded; "co-founder" is one word and also its parts are asked for. */
export function wordsOf(text: string): readonly string[] {
  return (
    fold(text)
      .match(/[\p{L}\p{N}][\p{L}\p{N}'’&+#.-]*/gu)
      ?.map((word) => word.replace(/[.'’-]+$/u, '')) ?? []
  );
}

const singular = (word: string): string =>
  word.endsWith('s') && word.length > 4 && !word.endsWith('ss') ? word.slice(0, -1) : word;

function isOccupationWord(word: string): boolean {
  if (OCCUPATION_WORDS.has(word) || OCCUPATION_WORDS.has(singular(word))) return true;
  const parts = word.split('-');
  const last = parts.at(-1) ?? '';
  if (parts.length > 1 && OCCUPATION_WORDS.has(last)) return true;
  // German joins: "Softwareentwickler", "Projektleiterin", "Wissenschaftliche Mitarbeiterin".
  return /(?:entwickler|leiter|berater|ingenieur|manager|mitarbeiter|assistent|lehrer|pfleger|techniker|spezialist)(?:in)?$/u.test(
    word,
  );
}

/** Whether a text names an occupation: "Senior Accountant", "Head of Sales", "Sous Chef". */
export const isOccupation = (text: string): boolean => wordsOf(text).some(isOccupationWord);

/** 0..1: how much a piece of a heading line looks like a job title. */
export function titleScore(text: string): number {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 14) return 0;
  const before = words.findIndex((word) =>
    ['of', 'for', 'at', 'in', 'with', 'to', 'de', 'und'].includes(word),
  );
  const head = before > 0 ? words[before - 1] : undefined;
  const last = words.at(-1) ?? '';
  if (isOccupationWord(last) || (head !== undefined && isOccupationWord(head))) return 1;
  if (words.length > 1 && SURNAME_OCCUPATIONS.has(last)) return 1;
  if (words.some(isOccupationWord)) return 0.8;
  // "Engineer II", "Sales Associate 3" end with a rank.
  const weak = words.filter((word) => WEAK_OCCUPATION_WORDS.has(word)).length;
  return weak === 0 ? 0 : Math.min(0.6, 0.35 + 0.1 * weak);
}

const LEGAL_FORM =
  /(?:,?\s|^)(?:inc|llc|l\.l\.c|ltd|gmbh|corp|co|plc|s\.?a|s\.?r\.?l|b\.?v|n\.?v|a\.?g|llp|pvt|pty|kg|oy|ab|s\.?p\.?a|lda|s\.?l)\.?(?:[\s),]|$)/iu;
const DOMAIN = /^(?:[\p{L}\p{N}-]+\.)+(?:com|org|net|io|de|ai|co|uk|fr|eu|edu|gov|dev|app)\b/iu;

const DEPARTMENT_WORDS: ReadonlySet<string> = new Set(
  'unit department dept division medical office district section'.split(' '),
);

/** 0..1: how much a piece of a heading line looks like the name of an employer or a school. */
export function organisationScore(text: string): number {
  if (EMPLOYER_PLACEHOLDER.test(text) || LEGAL_FORM.test(text)) return 1;
  const words = wordsOf(text);
  if (words.length === 0 || words.length > 14) return 0;
  if (DOMAIN.test(text)) return 0.8;
  const own = words.filter((word) => ORGANISATION_WORDS.has(word) || SCHOOL_WORDS.has(word));
  // "Medical Unit", "Finance Department" are parts of an employer.
  if (own.length > 0 && own.every((word) => DEPARTMENT_WORDS.has(word))) return 0.45;
  return own.length === 0 ? 0 : Math.min(1, 0.6 + 0.2 * own.length);
}

/** 0..1: how much a text looks like the name of a school. */
export function schoolScore(text: string): number {
  const words = wordsOf(text);
  if (words.some((word) => SCHOOL_WORDS.has(word))) return 1;
  if (
    text
      .match(/(?<![\p{L}\p{N}])\p{Lu}{2,7}(?![\p{L}\p{N}])/gu)
      ?.some((word) => SCHOOL_ACRONYMS.has(word)) === true
  )
    return 1;
  // German and Nordic joins: "Musterhochschule", "Handelsskole".
  return words.some((word) =>
    /(?:universitat|universitet|hochschule|schule|gymnasium|kolleg|akademie|skole|skola|yliopisto)$/u.test(
      word,
    ),
  )
    ? 0.9
    : 0;
}

/** Whether a word can be in the name of a department or a document, but not in that of a person. */
export function isBusinessWord(word: string): boolean {
  return BUSINESS_WORDS.has(word) || isOccupationWord(word) || ORGANISATION_WORDS.has(word);
}

/** "Managed …", "Responsible for …": the first words of what somebody did, not of an entry's head. */
const DEED =
  /^(?:responsible|respons\w+ for|duties|assist(?:ed|s|ing)?|\p{L}{3,}(?:ed|ing)|led|built|read|set|cut|met|sent|wrote|made|ran|grew|oversaw|oversee|taught|held|sold|kept|began|gave|won|provide|manage|maintain|perform|prepare|develop|ensure|create|review|work|conduct|process|monitor|supervise|handle|answer|train|coordinate|analyze|support|implement|collaborate|serve|participate|design|operate|plan|organi[sz]e|utilize|receive|complete|report)(?:\s|$)/u;

/** Whether a text tells what somebody did: a line of a description, never a title or a name. */
export function isDeed(text: string): boolean {
  return DEED.test(text.slice(0, 1).toLowerCase() + text.slice(1)) && !isOccupation(text);
}

/** Words of a sentence instead of a name or a title: small letters in front, or mostly small words. */
export function isSentence(text: string): boolean {
  if (/^\p{Ll}+(?:\s|$)/u.test(text) && !/^(?:de|von|van|du)\s\p{Lu}/u.test(text)) return true;
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  if (isDeed(text) && (words.length === 1 || /^\p{Ll}/u.test(words[1] ?? ''))) return true;
  if (words.length >= 4 && small / words.length >= 0.6 && !isOccupation(text)) return true;
  const ended = /\p{Ll}{3}[.!?]$/u.test(text) && words.length > 4 && !LEGAL_FORM.test(text);
  return ended || (words.length > 7 && small / words.length > 0.4) || words.length > 16;
}

/** "Application for the position of …": what the file is for, neither a name nor what somebody is. */
export const isApplication = (text: string): boolean =>
  /^(?:applying|(?:application|bewerbung|candidature)\s+(?:for|to|um|als|au|pour))\s/iu.test(text);
