import type { PersonalInfo } from '../profile/profile';

const CONTACT =
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|(?:https?:\/\/|www\.)\S+|(?:linkedin|github|xing)\.com\/\S*/giu;

/** A shorter word of a name is left alone where it stands by itself: "Al", "Bo". */
const SHORTEST_NAME_WORD = 3;

/**
 * The same text, as long as before, with blanks for who the person is and where to find them: name,
 * e-mail, phones, links and home. None of it says what somebody can do, so none of it may move a vector.
 */
export function withoutPerson(content: string, person: PersonalInfo): string {
  const places = [person.sources.name, person.sources.location].filter(
    (place) => place !== undefined,
  );
  const masked = places.reduce((text, { start, end }) => blankOut(text, start, end), content);
  const phones = person.phones.map((phone) => phone.replace(/\D/g, ''));
  return [nameIn(person.name), CONTACT, ...phones.map(phoneIn)]
    .filter((pattern) => pattern !== null)
    .reduce((text, pattern) => text.replace(pattern, blanks), masked);
}

const blanks = (found: string): string => found.replace(/[^\n]/g, ' ');

const blankOut = (text: string, start: number, end: number): string =>
  text.slice(0, start) + blanks(text.slice(start, end)) + text.slice(end);

/**
 * The whole name anywhere; one word of it where a sentence speaks of the person: "Ada leads", "Ms. Brook".
 * "Brook Hospital" is an employer, whoever works there.
 */
function nameIn(name: string | null): RegExp | null {
  const words = (name ?? '').split(/[\s,]+/u).filter((word) => /\p{L}/u.test(word));
  if (words.length === 0) {
    return null;
  }
  const whole = words.map(escaped).join('[\\s,]+');
  const single = words
    .filter((word) => word.length >= SHORTEST_NAME_WORD)
    .map(asWritten)
    .join('|');
  const spokenOf =
    single === ''
      ? []
      : [`(?:${single})(?=\\s+\\p{Ll})`, `(?<=\\b(?:Mr|Mrs|Ms|Miss|Dr)\\.?\\s)(?:${single})`];
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${[whole, ...spokenOf].join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

const asWritten = (word: string): string =>
  [...new Set([word, word.toUpperCase()])].map(escaped).join('|');

/** The digits of a phone number however they are grouped; its country's prefix may be missing. */
function phoneIn(digits: string): RegExp | null {
  const last = digits.slice(-7);
  return last.length < 7
    ? null
    : new RegExp(`[+(]?(?:\\d[\\s().-]{0,3}){0,8}${[...last].join('[\\s().-]{0,3}')}`, 'g');
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
