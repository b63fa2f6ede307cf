import { cityCountry } from './places';
import { headingKey, joinSpacedLetters, knownHeading } from './section-headings';
import { isAllCapitals } from './text-line';
import { spanOf, type TextSpan } from './text-span';

/** What is printed over a resume, and before a name on its line: "RESUME", "Curriculum Vitae of". */
const DOCUMENT_WORDS =
  /\b(?:(?:confidential|professional|personal|my)\s+)?(?:r[eé]sum[eé]|curriculum\s+vit(?:ae|æ)|cv|c\.v\.|lebenslauf|bio-?data|confidential)(?![\p{L}\p{N}])(?:\s+(?:of|for|von|de|di|van)(?=\s))?/iu;
const GIVEN = String.raw`(?:first|given|other)\s+names?`;
const FAMILY = String.raw`(?:surnames?|(?:last|family)\s+names?)`;
/** What forms print before a name, in the languages that resumes come in. */
const LABEL_WORDS = [
  String.raw`full\s+name|name|nom|nombre|nome|naam|candidate(?:\s+name)?|applicant`,
  String.raw`name\s+of\s+(?:the\s+)?(?:candidate|applicant)`,
  String.raw`${FAMILY}\s*[/,&]\s*${GIVEN}|${GIVEN}\s*[/,&]\s*${FAMILY}`,
  String.raw`vor-?\s*und\s+(?:nach|zu)name|nom\s*(?:et|/)\s*pr[eé]nom|pr[eé]nom\s*(?:et|/)\s*nom`,
  String.raw`nombres?\s+y\s+apellidos?|nome\s+e\s+cognome|cognome\s+e\s+nome`,
].join('|');
const NAME_LABEL = new RegExp(`^(?:${LABEL_WORDS})\\s*[:–-]\\s*`, 'iu');
const LABEL_BEFORE = new RegExp(`^(?:${LABEL_WORDS})\\s*(?:[:–-]|\\t)`, 'iu');
const LABEL_ALONE = new RegExp(`^(?:${LABEL_WORDS})\\s*[:–-]?$`, 'iu');
/** "Dr.", "Prof. Dr.", "Dipl.-Ing.": before a name, even several of them. */
const SALUTATIONS =
  /^(?:(?:mr|mrs|ms|miss|mx|dr|prof|professor|ir|ing|engr|dipl\.?-\p{L}+|mag|hon|rev|sir|capt|sgt|herr|frau|mme|mlle|dott(?:\.?ssa)?|med)(?:\.\s*|\s+))+(?=\p{L})/iu;
const PRONOUNS =
  /[\s(,|–-]*\b(?:she|he|they|xe|ze)\s*\/\s*(?:her|him|his|them|they|he|she|xem|zir)s?\b(?:\s*\/\s*\p{L}+)?\)?/iu;
const POST_NOMINALS =
  /(?:\s*[,|(]\s*|\s+)(?:ph\.?\s?d|m\.?b\.?a|m\.?sc?|b\.?sc?|m\.?a|b\.?a|m\.?d|j\.?d|r\.?n|b\.?s\.?n|m\.?s\.?n|l\.?p\.?n|c\.?p\.?a|c\.?m\.?a|p\.?e|pmp|csm|cspo|cfa|cia|cisa|cissp|cism|esq|acca|dds|dvm|dnp|mph|mpa|msw|llm|llb|m\.?eng|b\.?eng|p\.?eng|c\.?eng|mbbs|fcca|aca|shrm-cp|shrm-scp|sphr|phr|cfp|np|aprn|fnp|crna|ccrn|pa-c|lcsw|lmft|pharm\.?\s?d|ed\.?\s?d|m\.?ed|eit|aia|leed(?: ap)?)\.?\)?(?=$|[\s,|)])/giu;
/** Words inside names that are written small. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das del della dello di du la le las los van von vom der den ten ter het zu zum zur af av bin bint ibn ben abu al el e y i st ap ní nic mac ó'.split(
    ' ',
  ),
);
/** "d'Aubigné", "al-Harbi": a particle that is tied to its name. */
const TIED_PARTICLE = /^(?:d|l|dell|dall|al|el|an|as|ad|ar)['’-]\p{Lu}/u;
const WORD = String.raw`\p{L}[\p{L}\p{M}]*(?:['’.‐-]\p{L}[\p{L}\p{M}]*)*\.?`;
const NAME_WORD = new RegExp(`^${WORD}$`, 'u');
/** What friends say: William "Bill" Tarrant, Yi-Ting (Tina) Kuo. */
const NICKNAME = new RegExp(`^(?:"${WORD}"|“${WORD}”|'${WORD}'|‘${WORD}’|\\(${WORD}\\))$`, 'u');

/** The span without what stands around a name: icons, labels, titles, degrees, pronouns, "Resume of". */
export function withoutTitles(content: string, span: TextSpan): TextSpan {
  let { start, end } = span;
  const skip = (pattern: RegExp): void => {
    start += pattern.exec(content.slice(start, end))?.[0].length ?? 0;
  };
  skip(/^[^\p{L}\p{N}]+/u);
  const word = DOCUMENT_WORDS.exec(content.slice(start, end));
  if (word !== null) {
    // "JANE DOE RESUME" and "Resume – Jane Doe": what stands on the longer side is the name.
    if (word.index > 2) end = start + word.index;
    else start += word.index + word[0].length;
  }
  skip(/^[\s:–—|·-]+/u);
  skip(NAME_LABEL);
  skip(SALUTATIONS);
  end = start + (PRONOUNS.exec(content.slice(start, end))?.index ?? end - start);
  const text = content.slice(start, end);
  end = start + (firstDegree(text) ?? text.length);
  end -= /(?:['’]s)?[\s,:–—|·(-]+$|['’]s$/u.exec(content.slice(start, end))?.[0].length ?? 0;
  return withoutCity(content, spanOf(content, start, Math.max(start, end)));
}

/** Where ", PhD, MBA" begins: behind a first and a last name, and written with capitals, as "Ma" and "Do" are not. */
function firstDegree(text: string): number | null {
  for (const match of text.matchAll(POST_NOMINALS)) {
    const before = text.slice(0, match.index).trim();
    const capitals = match[0].match(/\p{Lu}/gu)?.length ?? 0;
    if (/\s/u.test(before) && capitals >= 2) return match.index;
  }
  return null;
}

export const isNameLabel = (text: string): boolean => LABEL_ALONE.test(text);

/** "Name: Bo Garvin", a line of a form. */
export const startsWithNameLabel = (line: string): boolean => LABEL_BEFORE.test(line);

/** "CISSP", "SHRM-CP", "PhD", "P.Eng.": by their capitals and points, whatever they stand for. */
const DEGREES =
  /^(?:[\s,(]+(?:\p{Lu}{2,5}(?:-\p{Lu}{1,4})*|\p{Lu}\p{Ll}{0,4}\p{Lu}\p{L}{0,3}|(?:\p{L}{1,4}\.)+\p{L}*)(?![\p{L}/])\)?)+/u;

/** Where the rest of a line begins that follows a name, its degrees, pronouns and document words passed over. */
export function afterDegrees(content: string, from: number, end: number): number {
  if (end - from > 300) return from;
  let start = from + (DEGREES.exec(content.slice(from, end))?.[0].length ?? 0);
  for (const pattern of [PRONOUNS, DOCUMENT_WORDS]) {
    const found = pattern.exec(content.slice(start, end));
    if (found !== null && found.index < 3) start += found.index + found[0].length;
  }
  return start;
}

/** "RN, BSN" alone, when the name's line was full. */
export const areDegrees = (text: string): boolean =>
  afterDegrees(`,${text}`, 0, text.length + 1) > text.length;

export const isDegree = (text: string): boolean => firstDegree(`X Y, ${text}`) !== null;

/** A city that stands close behind the name on the same line: "JANE DOE Berlin". */
function withoutCity(content: string, span: TextSpan): TextSpan {
  const city = /^(?<name>\S+\s+\S.*?)\s+(?<city>\p{Lu}\p{L}+)$/u.exec(span.text)?.groups;
  if (city === undefined || cityCountry(city['city'] ?? '') === null) return span;
  return spanOf(content, span.start, span.start + (city['name'] ?? '').length);
}

/** The words of a text that is spelled as names are, or null. */
export function nameWords(text: string): readonly string[] | null {
  if (text.length < 2 || text.length > 45) return null;
  if (isNameLabel(text) || knownHeading(headingKey(text)) !== null) return null;
  const words = splitWords(text);
  if (!words.every((word, index) => NAME_WORD.test(word) || (index > 0 && NICKNAME.test(word))))
    return null;
  // Scripts without case (王小明, 김민준) have no capitals to ask for.
  if (isWithoutCase(text)) return text.replace(/\s/gu, '').length <= 12 ? words : null;
  const capitalised = words.filter((word) => /^[("“'‘]?\p{Lu}/u.test(word));
  const small = words.filter((word) => !capitalised.includes(word));
  if (!small.every((word) => isParticle(word)) || capitalised.length > 5) return null;
  return capitalised.some((word) => word.length > 1) ? words : null;
}

export const splitWords = (text: string): readonly string[] =>
  text.split(/[\s\u200b]+/u).filter((word) => word !== '');

const isParticle = (word: string): boolean =>
  PARTICLES.has(word.replace('.', '')) || TIED_PARTICLE.test(word);

export const isWithoutCase = (text: string): boolean => /^[\p{Lo}\s]+$/u.test(text);

/** A name over several lines or in spaced letters as one text: "Adeyemi-" / "Clarke", "J O H N   D O E". */
export const joinName = (text: string): string =>
  joinSpacedLetters(text)
    .replace(/-\s+/gu, '-')
    .replace(/[\s\u200b]+/gu, ' ')
    .trim();

/** "JANE DOE" and "jane doe" are shown as "Jane Doe"; other spellings are left alone. */
export function displayName(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  const small = letters === letters.toLowerCase() && letters !== letters.toUpperCase();
  if (!small && (!isAllCapitals(text) || letters.length <= 3)) return text;
  return text
    .split(' ')
    .map((word) => {
      if (/^(?:II|III|IV)$/u.test(word) || (small && PARTICLES.has(word))) return word;
      return capitalised(word);
    })
    .join(' ');
}

function capitalised(word: string): string {
  return word.toLowerCase().replace(/(?:^|['’.‐("“‘-])\p{L}/gu, (letter) => letter.toUpperCase());
}
