import { type ContactZone } from './contact-zone';
import { type Found } from './contact';
import { GIVEN_NAMES } from './given-names';
import { bodySizeOf } from './heading-style';
import { isBusinessWord, isOccupation } from './line-words';
import { locationScore } from './locations';
import { cityCountry } from './places';
import { type Link } from './profile';
import { headingKey, joinSpacedLetters, knownHeading } from './section-headings';
import { isAllCapitals, type TextLine } from './text-line';
import { fold, spanOf, type TextSpan } from './text-span';
import { sameLook } from './wrapped-lines';

interface NameEvidence {
  readonly content: string;
  readonly lines: readonly TextLine[];
  readonly zone: ContactZone;
  readonly email: Found<string> | null;
  readonly links: readonly Link[];
}

/** What stands around a name on its line: "RESUME", "Dr.", ", PhD, MBA". */
const DOCUMENT_WORDS =
  /\b(?:r[eé]sum[eé]|curriculum\s+vitae|cv|lebenslauf|c\.v\.)(?![\p{L}\p{N}])/iu;
const LABEL = /^(?:full\s+name|name|nom|nombre|nome|naam)\s*[:–-]\s*/iu;
const SALUTATION =
  /^(?:mr|mrs|ms|miss|dr|prof|professor|ir|ing|dipl\.?-ing|mag|hon|rev|sir|capt|sgt)\.?\s+(?=\p{Lu})/iu;
const POST_NOMINALS =
  /(?:\s*[,|(]\s*|\s+)(?:ph\.?\s?d|m\.?b\.?a|m\.?sc?|b\.?sc?|m\.?a|b\.?a|m\.?d|j\.?d|r\.?n|b\.?s\.?n|m\.?s\.?n|l\.?p\.?n|c\.?p\.?a|p\.?e|pmp|cfa|cissp|esq|acca|dds|dvm|mph|mpa|llm|llb|m\.?eng|b\.?eng|fcca|shrm-cp|shrm-scp|sphr|phr|cfp|np|aprn|fnp|pa-c|lcsw|pharm\.?\s?d|ed\.?\s?d|m\.?ed|eit|aia|leed(?: ap)?)\.?\)?(?=$|[\s,|)])/giu;
/** Words inside names that are written small. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das del della di du la le van von der den ten ter zu zur af av bin ibn al el e y st'.split(
    ' ',
  ),
);
const NAME_WORD = /^(?:\p{L}\.?|[\p{L}][\p{L}\p{M}]*(?:['’.-][\p{L}][\p{L}\p{M}]*)*\.?)$/u;
const MAX_LINES = 12;

/**
 * The candidate's name, or null when nothing proves that a line is one. In anonymised resumes the
 * first line is a title, and a title must never become a person.
 */
export function findName(evidence: NameEvidence): Found<string> | null {
  const lines = candidateLines(evidence);
  const largest = Math.max(
    0,
    ...evidence.lines.filter((line) => line.page === 1).map((line) => line.fontSize ?? 0),
  );
  let best: { readonly span: TextSpan; readonly score: number } | null = null;
  for (const [position, line] of lines.entries()) {
    const spans = [...nameSpans(evidence.content, line), ...overLines(evidence, line, largest)];
    for (const span of spans) {
      const score = scoreName(span, { line, position, largest, lines, evidence });
      // Of equal proof, the whole name beats its first line.
      const whole = best !== null && span.start === best.span.start && span.end > best.span.end;
      if (score > (best?.score ?? 0) || (whole && score >= (best?.score ?? 0) - 0.01))
        best = { span, score };
    }
  }
  if (best === null || best.score < 3) return null;
  const { start, end, text } = best.span;
  const confidence = Math.min(0.99, 0.6 + 0.06 * best.score);
  return { value: displayName(text), source: { start, end, confidence } };
}

/** The head of the resume and, in case the name stands over a column, the largest lines of the first page. */
function candidateLines({ lines, zone }: NameEvidence): readonly TextLine[] {
  const firstPage = lines.filter((line) => line.page === 1);
  const largest = Math.max(0, ...firstPage.map((line) => line.fontSize ?? 0));
  const typical = bodySizeOf(firstPage) ?? 0;
  const titles =
    largest > typical + 2 ? firstPage.filter((line) => line.fontSize === largest).slice(0, 3) : [];
  return [...new Set([...zone.lines.slice(0, MAX_LINES), ...titles, ...firstPage.slice(0, 2)])];
}

/** "Mateo" over "Villanueva": a narrow column breaks the largest line of the page, even twice. */
function overLines(
  { content, lines }: NameEvidence,
  line: TextLine,
  largest: number,
): readonly TextSpan[] {
  if (line.fontSize !== largest || largest === 0 || line.cells.length > 1) return [];
  const spans: TextSpan[] = [];
  for (let at = lines.indexOf(line) + 1; at < lines.length && spans.length < 2; at += 1) {
    const next = lines[at];
    if (next === undefined || !sameLook(line, next) || next.cells.length > 1) break;
    spans.push(stripTitles(content, spanOf(content, line.start, next.end)));
  }
  return spans;
}

/** The parts of a line that could be a name, cleaned of titles and labels. */
function nameSpans(content: string, line: TextLine): readonly TextSpan[] {
  // "J O H N   D O E": the wide blank is the one between the names.
  const spaced =
    line.cells.length > 1 && line.cells.every((cell) => joinSpacedLetters(cell.text) !== cell.text);
  if (spaced) return [spanOf(content, line.start, line.end)];
  return line.cells.flatMap((cell) => {
    const pieces = [...cell.text.matchAll(/[^|•·∙/,;–—]+(?:,\s*(?:jr|sr|ii|iii)\.?)?/giu)].slice(
      0,
      4,
    );
    const spans = pieces.map((piece) =>
      spanOf(content, cell.start + piece.index, cell.start + piece.index + piece[0].length),
    );
    return [cell, ...spans]
      .map((span) => stripTitles(content, span))
      .filter((span) => span.text !== '');
  });
}

function stripTitles(content: string, span: TextSpan): TextSpan {
  let { start, end } = span;
  const text = (): string => content.slice(start, end);
  const icon = /^[^\p{L}]+/u.exec(text());
  if (icon !== null) start += icon[0].length;
  for (const pattern of [LABEL, SALUTATION]) start += pattern.exec(text())?.[0].length ?? 0;
  const word = DOCUMENT_WORDS.exec(text());
  if (word !== null) {
    // "JANE DOE RESUME" and "Resume – Jane Doe": what stands on the longer side is the name.
    if (word.index > 2) end = start + word.index;
    else start += word.index + word[0].length;
  }
  const trimmed = spanOf(content, start, end);
  const suffix = [...trimmed.text.matchAll(POST_NOMINALS)].find((match) => match.index > 3);
  const cut = suffix === undefined ? trimmed.end : trimmed.start + suffix.index;
  const from = trimmed.start + (/^[\s:–—|·-]+/u.exec(trimmed.text)?.[0].length ?? 0);
  const to = cut - (/[\s,:–—|·(-]+$/u.exec(content.slice(from, cut))?.[0].length ?? 0);
  return withoutCity(content, spanOf(content, from, Math.max(from, to)));
}

/** A city that stands close behind the name on the same line: "JANE DOE Berlin". */
function withoutCity(content: string, span: TextSpan): TextSpan {
  const city = /^(?<name>\S+\s+\S.*?)\s+(?<city>\p{Lu}\p{L}+)$/u.exec(span.text)?.groups;
  if (city === undefined || cityCountry(city['city'] ?? '') === null) return span;
  return spanOf(content, span.start, span.start + (city['name'] ?? '').length);
}

interface NamePlace {
  readonly line: TextLine;
  readonly position: number;
  readonly largest: number;
  readonly lines: readonly TextLine[];
  readonly evidence: NameEvidence;
}

/** Points for being a name; 0 when the text cannot be one. Three points are proof enough. */
function scoreName(span: TextSpan, place: NamePlace): number {
  const joined = joinHyphen(joinSpacedLetters(span.text));
  const words = joined.split(/[\s\u200b]+/u).filter((word) => word !== '');
  if (!couldBeName(joined, words)) return 0;
  const { evidence, line, position, largest } = place;
  const folded = words.map((word) => fold(word).replace(/[^\p{L}]/gu, ''));
  const given = folded.some((word) => GIVEN_NAMES.has(word));
  if (folded.some((word) => isBusinessWord(word)) && !(given && GIVEN_NAMES.has(folded[0] ?? '')))
    return 0;
  if (isOccupation(joined) && !(given && words.length <= 3)) return 0;
  let score = given ? 2 : 0;
  if (matchesAddress(folded, evidence)) score += 3;
  const typical = bodySizeOf(evidence.lines) ?? 0;
  if (line.fontSize !== null && line.fontSize === largest && largest > typical + 2) score += 2;
  if (position === 0) score += 1 + (isRareTitleCase(words, place) ? 2 : 0);
  if (line.bold || isAllCapitals(joined)) score += 0.3;
  if (LABEL.test(line.text)) score += 2;
  const isLargest = line.fontSize !== null && line.fontSize === largest;
  if (hasContactNear(place) || (isLargest && evidence.email !== null)) score += 1;
  // "New York" and "San Jose" are capitalised words as well.
  if (locationScore(span.text) >= 0.7) score -= 2.5;
  if (words.length === 1 && !isWithoutCase(joined)) score -= 1.5;
  return score - position * 0.05;
}

/**
 * "Karla Lee" alone on the first line: two or three capitalised words that the text never uses as
 * ordinary words. Titles are made of words that the text does use.
 */
function isRareTitleCase(words: readonly string[], { line, evidence }: NamePlace): boolean {
  if (words.length < 2 || words.length > 3 || line.cells.length > 1 || line.index > 0) return false;
  if (!words.every((word) => /^\p{Lu}\p{Ll}{2,}$/u.test(word)) || evidence.content.length < 1000)
    return false;
  return words.every(
    (word) => !new RegExp(`(?<!\\p{L})${word.toLowerCase()}(?!\\p{L})`, 'u').test(evidence.content),
  );
}

const isWithoutCase = (text: string): boolean => /^[\p{Lo}\s]+$/u.test(text);

function couldBeName(text: string, words: readonly string[]): boolean {
  if (words.length === 0 || words.length > 5 || text.length > 45 || text.length < 2) return false;
  if (knownHeading(headingKey(text)) !== null) return false;
  if (!words.every((word) => NAME_WORD.test(word))) return false;
  // Scripts without case (王小明, 김민준) have no capitals to ask for.
  if (isWithoutCase(text)) return text.replace(/\s/gu, '').length <= 12;
  const capitalised = words.filter((word) => /^\p{Lu}/u.test(word));
  const others = words.filter((word) => !/^\p{Lu}/u.test(word));
  if (!others.every((word) => PARTICLES.has(word.toLowerCase().replace('.', '')))) return false;
  return capitalised.length >= 1 && capitalised.some((word) => word.length > 1);
}

/** The words of the name are in the e-mail address or in the name of a profile page. */
function matchesAddress(folded: readonly string[], { email, links }: NameEvidence): boolean {
  const local = fold(email?.value.split('@')[0] ?? '').replace(/[^\p{L}]/gu, '');
  const handles = links.map((link) =>
    fold(link.url.replace(/\/+$/u, '').split('/').at(-1) ?? '').replace(/[^\p{L}]/gu, ''),
  );
  const long = folded.filter((word) => word.length >= 3);
  return [local, ...handles].some(
    (handle) => handle.length >= 3 && long.some((word) => handle.includes(word)),
  );
}

function hasContactNear({ line, lines, position }: NamePlace): boolean {
  return [line, ...lines.slice(position + 1, position + 6)].some((near) =>
    /@|linkedin|github|\(?\d{3}\)?[\s.-]\d{3}|\+\d{1,3}[\s(]?\d|\bphone\b|\btel\b/iu.test(
      near.text,
    ),
  );
}

/** "Adeyemi-" / "Clarke" over two lines. */
const joinHyphen = (text: string): string => text.replace(/-\s+/gu, '-');

/** "JANE DOE" and "J A N E  D O E" are shown as "Jane Doe"; other spellings are left alone. */
function displayName(text: string): string {
  const joined = joinHyphen(joinSpacedLetters(text))
    .replace(/[\s\u200b]+/gu, ' ')
    .trim();
  const letters = joined.replace(/[^\p{L}]/gu, '');
  const shouted = isAllCapitals(joined) && letters.length > 3;
  if (!shouted) return joined;
  return joined
    .split(' ')
    .map((word) => (/^(?:II|III|IV)$/u.test(word) ? word : capitalised(word)))
    .join(' ');
}

function capitalised(word: string): string {
  return word.toLowerCase().replace(/(?:^|['’.-])\p{L}/gu, (letter) => letter.toUpperCase());
}
