import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import { type DocumentLink } from '../document/document';
import { type ContactZone } from './contact-zone';
import { datesIn, type DateSpan } from './dates';
import { type Source } from './profile';
import { spanOf } from './text-span';

export interface Found<Value> {
  readonly value: Value;
  readonly source: Source;
}

const EMAIL =
  /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}/gu;
/** Words that stick to an address when a label or an icon stands before it without a blank. */
const STUCK_LABEL = /^(?:e-?mail|mailto)[:.]?(?=[\p{L}\p{N}])/iu;

/**
 * The candidate's address: in the contact lines first, then that of a link, then elsewhere, but never
 * one that belongs to a referee or a supervisor.
 */
export function findEmail(
  content: string,
  zone: ContactZone,
  links: readonly DocumentLink[],
): Found<string> | null {
  const all = [...content.matchAll(EMAIL)].map((match) => {
    const stuck = STUCK_LABEL.exec(match[0])?.[0].length ?? 0;
    const start = match.index + stuck;
    return { text: match[0].slice(stuck), start, end: match.index + match[0].length };
  });
  const own = all.filter((email) => !zone.isAboutOthers(email.start));
  const inZone = own.find((email) => zone.contains(email.start));
  if (inZone !== undefined) return emailFound(inZone, 0.99);
  const linked = linkedEmail(content, zone, links);
  if (linked !== null) return linked;
  const [first] = own;
  return first === undefined ? null : emailFound(first, own.length === 1 ? 0.85 : 0.6);
}

const emailFound = (
  email: { readonly text: string; readonly start: number; readonly end: number },
  confidence: number,
): Found<string> => ({
  value: email.text.toLowerCase(),
  source: { start: email.start, end: email.end, confidence },
});

/** An icon or the word "E-mail" that only links to the address. */
function linkedEmail(
  content: string,
  zone: ContactZone,
  links: readonly DocumentLink[],
): Found<string> | null {
  for (const link of links) {
    const address = /^mailto:(?<address>[^?]+)/iu.exec(link.url)?.groups?.['address'];
    if (address === undefined || !new RegExp(EMAIL.source, 'u').test(address)) continue;
    if (link.start === null || link.end === null || !zone.contains(link.start)) continue;
    const { start, end } = spanOf(content, link.start, link.end);
    return { value: decodeAddress(address).toLowerCase(), source: { start, end, confidence: 0.9 } };
  }
  return null;
}

function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address).trim();
  } catch {
    // Not an encoded address, so it is already what it means.
    return address.trim();
  }
}

const PHONE =
  /(?<![\p{L}\p{N}@/._-])(?:\(?\+\s?|00)?\(?\d(?:[\d().\-‐‑–/\u00ad]|[^\S\n]){5,22}\d(?:\s?(?:x|ext\.?)\s?\d{1,5})?(?![\p{L}\p{N}@]|[.-]\d|\s?\*|\s?[xX]{2})/gu;
const PHONE_LABEL =
  /(?:phone|tel(?:efon|ephone|efono)?|mobile?|cell(?:ular)?|handy|portable|t|m|p|c|whatsapp)\s*(?:no\.?|number|#)?\s*[.:)]*\s*\(?\+?$/iu;

interface PhoneContext {
  readonly content: string;
  readonly zone: ContactZone;
  readonly links: readonly DocumentLink[];
  readonly dates: readonly DateSpan[];
  /** ISO code of the country that the person lives in, for numbers without a country code. */
  readonly country: string | null;
}

/** The candidate's numbers in E.164, the first one first; numbers that no country can have are left out. */
export function findPhones(context: PhoneContext): readonly Found<string>[] {
  const found = [...writtenPhones(context), ...linkedPhones(context)];
  const unique = new Map<string, Found<string>>();
  for (const phone of found) if (!unique.has(phone.value)) unique.set(phone.value, phone);
  return [...unique.values()];
}

function writtenPhones({ content, zone, dates, country }: PhoneContext): Found<string>[] {
  const found: Found<string>[] = [];
  for (const match of content.matchAll(PHONE)) {
    const { start, end, text } = spanOf(content, match.index, match.index + match[0].length);
    if (text.includes('\n') || zone.isAboutOthers(start)) continue;
    if (datesIn(dates, { start, end }).length > 0) continue;
    const labelled = PHONE_LABEL.test(content.slice(Math.max(0, start - 18), start));
    const inZone = zone.contains(start);
    if (!inZone && !labelled) continue;
    const value = toE164(text, country);
    if (value === null) continue;
    const confidence = text.includes('+') ? 0.98 : 0.85;
    found.push({
      value,
      source: { start, end, confidence: inZone ? confidence : confidence - 0.2 },
    });
  }
  return found;
}

function linkedPhones({ content, zone, links, country }: PhoneContext): Found<string>[] {
  const found: Found<string>[] = [];
  for (const link of links) {
    const number = /^tel:(?<number>.+)$/iu.exec(link.url)?.groups?.['number'];
    if (
      number === undefined ||
      link.start === null ||
      link.end === null ||
      !zone.contains(link.start)
    )
      continue;
    const value = toE164(decodeAddress(number), country);
    const { start, end } = spanOf(content, link.start, link.end);
    if (value !== null && end > start)
      found.push({ value, source: { start, end, confidence: 0.95 } });
  }
  return found;
}

/** "(415) 555-0142", "415-555-0142", "415.555.0142": written like this nowhere but in North America. */
const NORTH_AMERICAN =
  /^(?:1[-. ])?(?:\(?\d{3}\)[-. ]{0,2}|\(?\d{3}[-. ]{1,2})\d{3}[-. ]\d{4}(?:\s?(?:x|ext).*)?$/iu;

function toE164(written: string, country: string | null): string | null {
  const text = written
    .replace(/[‐‑–\u00ad]/gu, '-')
    .replace(/^\(\+\s?(\d+)\)/u, '+$1')
    .replace(/^\+\s/u, '+')
    .replace(/\(0\)/u, '');
  const digits = text.replace(/\D/gu, '').length;
  if (digits < 7 || digits > 15) return null;
  if (text.startsWith('+') || text.startsWith('00')) {
    const international = parsePhoneNumberFromString(text.replace(/^00/u, '+'));
    return international?.isPossible() === true ? international.number : null;
  }
  const hints = [country, NORTH_AMERICAN.test(text) ? 'US' : null];
  for (const hint of hints) {
    if (hint === null || !isSupportedCountry(hint)) continue;
    const national = parseNational(text, hint);
    if (national !== null) return national;
  }
  return null;
}

function parseNational(text: string, country: CountryCode): string | null {
  const number = parsePhoneNumberFromString(text, country);
  if (number?.isPossible() !== true) return null;
  // Seven digits are possible in some countries, but in a resume they are mostly something else.
  return number.nationalNumber.length >= 8 || number.isValid() ? number.number : null;
}
