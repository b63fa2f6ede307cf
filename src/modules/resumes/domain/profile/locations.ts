import { cityCountry, countryNamed, regionCountry } from './places';
import { isOccupation, organisationScore } from './line-words';
import { spanOf, type TextSpan } from './text-span';

/** "94105", "SW1A 1AA", "75001": what stands after a city and is not its name. */
const POSTAL_CODE =
  /\s+(?:\d{4,6}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/u;
const ONLY_CODE =
  /^(?:\d{4,6}(?:-\d{3,4})?|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)$/u;
const LEADING_CODE = /^(?:[A-Z]{1,2}-)?\d{4,6}\s+(?=\p{Lu})/u;
const PLACE_WORDS =
  /^[\p{Lu}][\p{L}.'’-]*(?:[ -](?:\p{Lu}[\p{L}.'’-]*|de|del|la|le|les|am|an|der|den|do|da|dos|of|sur|upon|the|al|ob)){0,4}$/u;
const REMOTE =
  /^(?:(?:fully |100 ?% )?remote(?:ly)?|hybrid|on-?site|home ?office|work from home|telecommute)(?:\s*[(,/-].*)?$/iu;

/** 0..1: how sure it is that the whole text is a place: "London, UK", "Remote", "Zürich". */
export function locationScore(text: string): number {
  const bare = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.)]+$/gu, '');
  if (bare.length < 2 || bare.length > 70) return 0;
  if (REMOTE.test(bare)) return 0.9;
  const halves = bare.split(/\s+(?:&|and|\/|or)\s+/u);
  if (halves.length === 2) {
    const scores = halves.map((half) => placeScore(half));
    if (Math.min(...scores) >= 0.6) return 0.85;
  }
  return placeScore(bare);
}

function placeScore(text: string): number {
  const withoutCode = text.replace(POSTAL_CODE, '').replace(LEADING_CODE, '');
  const inner = /^(?<place>[^(]+)\((?<note>[^)]+)\)$/u.exec(withoutCode)?.groups;
  if (inner !== undefined) return Math.max(0, placeScore((inner['place'] ?? '').trim()) - 0.05);
  const parts = withoutCode
    .split(/\s*,\s*/u)
    .filter((part) => part !== '' && !ONLY_CODE.test(part));
  const last = parts.at(-1) ?? '';
  if (parts.length <= 1) return singleScore(last);
  if (parts.length > 4 || !parts.every((part) => isPlaceName(part))) return 0;
  if (parts.some((part) => isOccupation(part) || organisationScore(part) >= 0.8)) return 0;
  return isChain(parts) ? 1 : 0;
}

/**
 * Each part lies in the next: any name may stand first, but what stands between it and the country
 * must be known, or "Acme, Berlin, Germany" would be a place.
 */
function isChain(parts: readonly string[]): boolean {
  const last = parts.at(-1) ?? '';
  const [first = ''] = parts;
  const isLarge = countryNamed(last) !== null || regionCountry(last) !== null;
  if (parts.length === 2)
    return isLarge || (cityCountry(last) !== null && cityCountry(first) !== null);
  return isLarge && parts.slice(1, -1).every((part) => isKnown(part));
}

const isKnown = (part: string): boolean =>
  cityCountry(part) !== null || regionCountry(part) !== null;

const isPlaceName = (part: string): boolean =>
  part.length <= 32 && (PLACE_WORDS.test(part) || countryNamed(part) !== null);

function singleScore(text: string): number {
  if (cityCountry(text) !== null) return 0.85;
  if (countryNamed(text) !== null && /^\p{Lu}/u.test(text)) return text.length > 3 ? 0.85 : 0.7;
  if (text.length > 2 && regionCountry(text) !== null) return 0.75;
  if (/^(?:greater )?[\p{Lu}][\p{L} .-]+ (?:bay |metro(?:politan)? )?area$/iu.test(text))
    return 0.8;
  const state = /^(?<city>.+?),? (?<code>[A-Z]{2}|[\p{Lu}][\p{L}.]+(?: [\p{Lu}]\p{L}+)?)$/u.exec(
    text,
  )?.groups;
  if (state === undefined || !isPlaceName(state['city'] ?? '')) return 0;
  const { city = '', code = '' } = state;
  if (cityCountry(city) !== null && (countryNamed(code) !== null || regionCountry(code) !== null))
    return 0.9;
  return code.length === 2 && regionCountry(code) !== null && !isOccupation(city) ? 0.7 : 0;
}

/** Words before a city that are part of its name or place: "South San Francisco", "New Delhi". */
const CITY_PREFIX =
  /^(?:north|south|east|west|new|old|greater|downtown|central|upper|lower|fort|port|saint|st\.?|san|los|las|el|la|le|mount|lake)$/iu;

/**
 * "Stripe San Francisco, CA", "Harborline, Boston, MA": how many characters stand before the city that
 * everybody knows; 0 when none do.
 */
export function lengthBeforePlace(place: string): number {
  const [first = '', second = '', third] = place.split(',');
  if (third !== undefined && cityCountry(second) !== null && !isKnown(first))
    return first.length + 1;
  const words = [...first.matchAll(/\S+/gu)];
  for (let at = 1; at < words.length; at += 1) {
    const start = words[at]?.index ?? 0;
    if (cityCountry(first.slice(start)) === null || CITY_PREFIX.test(words[at - 1]?.[0] ?? ''))
      continue;
    return cityCountry(first) === null ? start : 0;
  }
  return 0;
}

/** ISO code of the country that a place lies in, as far as its words tell. */
export function countryOfLocation(location: string): string | null {
  const parts = location
    .replace(POSTAL_CODE, '')
    .split(/\s*,\s*/u)
    .map((part) => part.replace(POSTAL_CODE, '').replace(LEADING_CODE, '').trim());
  for (const part of parts.toReversed()) {
    const country = countryNamed(part) ?? regionCountry(part);
    if (country !== null) return country;
  }
  for (const part of parts) {
    const words = part.split(/\s+/u);
    const country =
      cityCountry(part) ?? regionCountry(words.at(-1) ?? '') ?? countryNamed(words.at(-1) ?? '');
    if (country !== null) return country;
  }
  return null;
}

/**
 * The place at the end of a piece, or null: the last two parts between commas ("San Francisco, CA"), with
 * the city before a region ("San Jose, CA, USA"), or the last one alone when it is known ("Lyon").
 */
export function trailingLocation(content: string, piece: TextSpan): TextSpan | null {
  const commas = [...piece.text.matchAll(/,/gu)].map((match) => match.index);
  const starts = [0, ...commas.map((index) => index + 1)];
  const from = (parts: number): TextSpan | null => {
    const start = starts.at(-parts);
    return start === undefined ? null : spanOf(content, piece.start + start, piece.end);
  };
  for (const parts of [2, 3, 1]) {
    const place = from(parts);
    if (place === null || locationScore(place.text) < (parts === 1 ? 0.8 : 0.7)) continue;
    const wider = from(parts + 1);
    const region = place.text.split(',')[0] ?? '';
    const isCut =
      ONLY_CODE.test(region.trim()) ||
      (regionCountry(region) !== null && cityCountry(region) === null);
    return isCut && wider !== null && locationScore(wider.text) >= 0.7 ? wider : place;
  }
  return null;
}
