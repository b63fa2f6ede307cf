import { isContact, isReached } from './contact-zone';
import { type Found } from './contact';
import { GIVEN_NAMES } from './given-names';
import { isBusinessWord, isOccupation, titleScore } from './line-words';
import { locationScore } from './locations';
import {
  type HeadSizes,
  type NameCandidate,
  nameCandidates,
  type ResumeHead,
  sizesOf,
} from './name-candidates';
import { isWithoutCase } from './name-text';
import { type Link } from './profile';
import { headingKey, likelyHeading } from './section-headings';
import { isAllCapitals } from './text-line';
import { fold } from './text-span';

interface NameEvidence extends ResumeHead {
  readonly email: Found<string> | null;
  readonly links: readonly Link[];
  /** The text has sections, as resumes have and letters, forms and invoices have not. */
  readonly sectioned: boolean;
}

/**
 * The candidate's name, or null when nothing proves that a line is one. In anonymised resumes the
 * first line is a title, and a title must never become a person.
 */
export function findName(evidence: NameEvidence): Found<string> | null {
  const context = contextOf(evidence);
  let best: { readonly candidate: NameCandidate; readonly score: number } | null = null;
  for (const candidate of nameCandidates(evidence, context.sizes)) {
    const score = scoreName(candidate, context);
    // Of equal proof, the whole name beats its first line.
    const whole =
      best !== null &&
      candidate.start === best.candidate.start &&
      candidate.end > best.candidate.end;
    if (score > (best?.score ?? 0) || (whole && score >= (best?.score ?? 0) - 0.01))
      best = { candidate, score };
  }
  if (best === null || best.score < PROOF) return null;
  const { start, end, name } = best.candidate;
  const confidence = Math.min(0.99, 0.6 + 0.06 * best.score);
  return { value: name, source: { start, end, confidence } };
}

/** So many points prove a name. */
const PROOF = 3;

interface Context extends NameEvidence {
  readonly sizes: HeadSizes;
  /** Somebody can be reached: this is a resume, and not an anonymised one. */
  readonly reachable: boolean;
  /** Addresses and names of profile pages, letters only. */
  readonly handles: readonly string[];
}

function contextOf(evidence: NameEvidence): Context {
  const { email, links, lines, zone, sectioned } = evidence;
  const pages = links.map((link) => link.url.replace(/\/+$/u, '').split('/').at(-1) ?? '');
  return {
    ...evidence,
    sizes: sizesOf(lines),
    reachable: sectioned && (email !== null || zone.lines.some((line) => isReached(line.text))),
    handles: [email?.value.split('@')[0] ?? '', ...pages]
      .map(lettersOf)
      .filter((handle) => handle.length >= 3),
  };
}

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}]/gu, '');

/** Points for being a name; 0 when the text cannot be one. */
function scoreName(candidate: NameCandidate, context: Context): number {
  const { name, line, position, row, leads } = candidate;
  const words = candidate.words.map(lettersOf);
  const given = words.some((word) => GIVEN_NAMES.has(word));
  const handle = handleShare(words, context.handles);
  const called = given && GIVEN_NAMES.has(words[0] ?? '');
  const first = (context.reachable ? position : row) === 0 && leads;
  const size = sizeScore(candidate, context);
  if (isOccupation(name) && !(given && words.length <= 3) && handle < 1) return 0;
  let score = given ? 2 : 0;
  const business = words.map((word) => isBusinessWord(word));
  if (business.includes(true) && !called && handle < 1) {
    // "Faith Church" over a resume: a family name may be such a word.
    const heading = likelyHeading(headingKey(name)) !== null;
    const family = words.length === 2 && business[0] === false && !heading;
    if (!family || !context.reachable || size < 2) return 0;
    score -= 2;
  }
  if (handle > 0) score += 3;
  score += size;
  if (first) score += 1;
  if (line.bold || isAllCapitals(candidate.text)) score += 0.3;
  if (candidate.labelled) score += 3;
  score += surroundings(candidate, context, first);
  // "New York" and "San Jose" are capitalised words as well, and "Head Baker" is a title.
  if (locationScore(candidate.text) >= 0.7) score -= 2.5;
  if (!given && handle === 0 && titleScore(name) >= 0.8) score -= 2;
  if (words.length === 1 && !isWithoutCase(name)) score -= isTorn(candidate, context) ? 5 : 1.5;
  return score - position * 0.05;
}

/** One word of the largest size with another near it: half of a name, with other text between. */
const isTorn = ({ line }: NameCandidate, { lines, sizes }: Context): boolean =>
  sizes.largest > sizes.body + 2 &&
  lines
    .slice(Math.max(0, lines.indexOf(line) - 3), lines.indexOf(line) + 4)
    .some(
      (near) => near !== line && near.fontSize === sizes.largest && line.fontSize === sizes.largest,
    );

/** The largest words of the page are the name, or the title of a resume without one. */
function sizeScore({ line }: NameCandidate, { sizes: { largest, body } }: Context): number {
  const size = line.fontSize ?? 0;
  if (size <= body + 2) return 0;
  return size === largest ? 2 : 1;
}

/** What the text around says: contact data near, and whether it uses the words as words. */
function surroundings(candidate: NameCandidate, context: Context, first: boolean): number {
  const { line } = candidate;
  const isLargest = sizeScore(candidate, context) === 2;
  let score = 0;
  if (hasContactNear(line, context) || (isLargest && context.email !== null)) score += 1;
  if (context.reachable) score += 1;
  if (!first && !isLargest) return score;
  const rare = candidate.words.length > 1 && areRare(candidate.words, context.content);
  // A text of a few lines does not use many words.
  if (rare && (context.reachable || isAlone(candidate, context)))
    score += context.reachable ? 1 : 2;
  return score;
}

/** "Karla Lee" alone on the first line of a long resume. */
const isAlone = ({ words, line }: NameCandidate, { content }: Context): boolean =>
  line.index === 0 &&
  line.cells.length === 1 &&
  words.length <= 3 &&
  words.every((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word)) &&
  content.length >= 1000;

/** Titles are made of words that the text also uses, written small; names are not. */
const areRare = (words: readonly string[], content: string): boolean =>
  words.every(
    (word) =>
      !new RegExp(`(?<!\\p{L})${word.toLowerCase().replace(/\W/gu, '.')}(?!\\p{L})`, 'u').test(
        content,
      ),
  );

/** 0..1: the share of the words that the e-mail address or the name of a profile page holds. */
function handleShare(words: readonly string[], handles: readonly string[]): number {
  const long = words.filter((word) => word.length >= 3);
  const shares = handles.map(
    (handle) => long.filter((word) => handle.includes(word)).length / Math.max(1, words.length),
  );
  return Math.max(0, ...shares);
}

function hasContactNear(line: NameCandidate['line'], { lines, zone }: Context): boolean {
  const pool = zone.lines.includes(line) ? zone.lines : lines;
  const at = pool.indexOf(line);
  return pool.slice(Math.max(0, at - 3), at + 6).some((near) => isContact(near.text));
}
