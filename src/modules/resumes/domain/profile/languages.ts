import { type Language } from './profile';
import { type SectionLines } from './sections';
import { type TextLine } from './text-line';
import { fold, matchingText } from './text-span';

/** English, own and some other names of languages, folded → the English name. */
const LANGUAGE_NAMES: Readonly<Record<string, readonly string[]>> = {
  English: [
    'english',
    'englisch',
    'anglais',
    'ingles',
    'inglese',
    'engels',
    'ingilizce',
    'angielski',
  ],
  German: [
    'german',
    'deutsch',
    'allemand',
    'aleman',
    'tedesco',
    'duits',
    'almanca',
    'niemiecki',
    'alemao',
  ],
  French: [
    'french',
    'franzosisch',
    'francais',
    'frances',
    'francese',
    'frans',
    'fransizca',
    'francuski',
  ],
  Spanish: [
    'spanish',
    'spanisch',
    'espagnol',
    'espanol',
    'spagnolo',
    'spaans',
    'ispanyolca',
    'castellano',
    'castilian',
    'espanhol',
  ],
  Italian: ['italian', 'italienisch', 'italien', 'italiano', 'italiaans'],
  Portuguese: ['portuguese', 'portugiesisch', 'portugais', 'portugues', 'portoghese'],
  Dutch: [
    'dutch',
    'niederlandisch',
    'neerlandais',
    'holandes',
    'olandese',
    'nederlands',
    'flemish',
    'vlaams',
  ],
  Turkish: ['turkish', 'turkisch', 'turc', 'turco', 'turkce'],
  Russian: ['russian', 'russisch', 'russe', 'ruso', 'russo'],
  Polish: ['polish', 'polnisch', 'polonais', 'polaco', 'polski'],
  Arabic: ['arabic', 'arabisch', 'arabe', 'arabo', 'arapca'],
  Chinese: ['chinese', 'chinesisch', 'chinois', 'chino', 'cinese'],
  Mandarin: ['mandarin', 'mandarin chinese', 'putonghua'],
  Cantonese: ['cantonese'],
  Japanese: ['japanese', 'japanisch', 'japonais', 'japones', 'giapponese'],
  Korean: ['korean', 'koreanisch', 'coreen', 'coreano'],
  Hindi: ['hindi'],
  Urdu: ['urdu'],
  Bengali: ['bengali', 'bangla'],
  Punjabi: ['punjabi', 'panjabi'],
  Gujarati: ['gujarati'],
  Marathi: ['marathi'],
  Tamil: ['tamil'],
  Telugu: ['telugu'],
  Kannada: ['kannada'],
  Malayalam: ['malayalam'],
  Nepali: ['nepali'],
  Sinhala: ['sinhala', 'sinhalese'],
  Sanskrit: ['sanskrit'],
  Konkani: ['konkani'],
  Odia: ['odia', 'oriya'],
  Assamese: ['assamese'],
  Tulu: ['tulu'],
  Vietnamese: ['vietnamese', 'vietnamien'],
  Thai: ['thai'],
  Indonesian: ['indonesian', 'bahasa indonesia'],
  Malay: ['malay', 'bahasa melayu', 'bahasa'],
  Tagalog: ['tagalog', 'filipino'],
  Burmese: ['burmese'],
  Khmer: ['khmer'],
  Lao: ['lao', 'laotian'],
  Mongolian: ['mongolian'],
  Hmong: ['hmong'],
  Swedish: ['swedish', 'schwedisch', 'suedois', 'sueco', 'svenska'],
  Norwegian: ['norwegian', 'norsk'],
  Danish: ['danish', 'dansk', 'danisch'],
  Finnish: ['finnish', 'suomi', 'finnisch'],
  Icelandic: ['icelandic'],
  Greek: ['greek', 'griechisch', 'grec', 'griego'],
  Hebrew: ['hebrew', 'ivrit'],
  Yiddish: ['yiddish'],
  Persian: ['persian', 'farsi', 'dari'],
  Pashto: ['pashto'],
  Kurdish: ['kurdish'],
  Armenian: ['armenian'],
  Georgian: ['georgian'],
  Azerbaijani: ['azerbaijani', 'azeri'],
  Uzbek: ['uzbek'],
  Kazakh: ['kazakh'],
  Ukrainian: ['ukrainian'],
  Czech: ['czech', 'tschechisch'],
  Slovak: ['slovak'],
  Slovenian: ['slovenian', 'slovene'],
  Croatian: ['croatian'],
  Serbian: ['serbian'],
  Bosnian: ['bosnian'],
  Bulgarian: ['bulgarian'],
  Romanian: ['romanian', 'rumanisch', 'roumain'],
  Hungarian: ['hungarian', 'ungarisch', 'magyar'],
  Albanian: ['albanian'],
  Macedonian: ['macedonian'],
  Latvian: ['latvian'],
  Lithuanian: ['lithuanian'],
  Estonian: ['estonian'],
  Belarusian: ['belarusian'],
  Catalan: ['catalan', 'catala'],
  Basque: ['basque', 'euskera'],
  Galician: ['galician'],
  Irish: ['irish', 'gaelic'],
  Welsh: ['welsh'],
  Latin: ['latin'],
  Esperanto: ['esperanto'],
  Maltese: ['maltese'],
  Luxembourgish: ['luxembourgish'],
  Swahili: ['swahili', 'kiswahili'],
  Amharic: ['amharic'],
  Somali: ['somali'],
  Yoruba: ['yoruba'],
  Igbo: ['igbo'],
  Hausa: ['hausa'],
  Zulu: ['zulu', 'isizulu'],
  Xhosa: ['xhosa'],
  Afrikaans: ['afrikaans'],
  Twi: ['twi'],
  Wolof: ['wolof'],
  Lingala: ['lingala'],
  Kinyarwanda: ['kinyarwanda'],
  Shona: ['shona'],
  Tigrinya: ['tigrinya'],
  Berber: ['berber', 'amazigh', 'tamazight'],
  'Haitian Creole': ['haitian creole', 'creole', 'kreyol'],
  'American Sign Language': ['american sign language', 'asl'],
  'Sign language': ['sign language', 'british sign language', 'bsl'],
};

/** The English names of all languages with a short code, and of some that have only a long one. */
function platformNames(): readonly (readonly [string, string])[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = [
    ...letters.flatMap((a) => letters.map((b) => a + b)),
    'haw',
    'chr',
    'ceb',
    'fil',
    'hmn',
    'gsw',
    'ilo',
    'kab',
    'rom',
    'yue',
    'sgn',
  ];
  return codes.flatMap((code) => {
    const name = names.of(code);
    return name === undefined || /[(,]/u.test(name) ? [] : [[fold(name), name] as const];
  });
}

const ENGLISH_NAME = new Map<string, string>([
  ...platformNames(),
  ...Object.entries(LANGUAGE_NAMES).flatMap(([name, words]) =>
    words.map((word) => [word, name] as const),
  ),
]);
const NAMES = [...ENGLISH_NAME.keys()].sort((a, b) => b.length - a.length).join('|');
const LANGUAGE = new RegExp(`(?<![\\p{L}\\p{N}])(?:${NAMES})(?![\\p{L}\\p{N}])`, 'gu');
const LEVEL =
  /(?<![\p{L}\p{N}])(?:mother tongue|native(?: or bilingual)?(?: speaker| language| proficiency)?|bilingual(?: proficiency)?|(?:near-?native|full professional|professional working|professional|limited working|working|elementary|conversational|business|basic|intermediate|upper[- ]intermediate|lower[- ]intermediate|advanced|good|fair|excellent|very good|beginner|proficient|fluent|fluency|competent|moderate)(?: \(?[abc][12]\)?)?(?: working)?(?: proficiency| knowledge| level| command| speaker)?|[abc][12][+]?(?:\s?[/-]\s?[abc][12])?|muttersprache|muttersprachlich|fliessend|verhandlungssicher|gute kenntnisse|sehr gut|grundkenntnisse|grundlagen|langue maternelle|maternelle|courant|bilingue|intermediaire|notions|lu, ecrit, parle|lengua materna|nativo|nativa|fluido|avanzado|intermedio|basico|madrelingua|avanzato|intermedio|base|fluente|avancado|moedertaal|vloeiend|ana dil|toefl[^,;)]*|ielts[^,;)]*|read(?:, | and |\/)write(?:(?:, | and |\/)speak)?|read, write,? and speak|spoken and written|written and spoken|verbal and written)(?![\p{L}\p{N}])/u;

/** The English name of the language that a text is the name of, in English or in one of the languages above. */
export function languageNamed(text: string): string | null {
  return ENGLISH_NAME.get(matchingText(text.trim())) ?? null;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Languages that people speak, of the language sections and of lines such as "Languages: Dutch (B2)". */
export function findLanguages(
  content: string,
  groups: readonly SectionLines[],
): readonly Language[] {
  const lines = groups.flatMap((group): readonly Range[] =>
    group.kind === 'languages' ? group.lines : [...labelledLines(group), ...labelledParts(group)],
  );
  const found = new Map<string, Language>();
  for (const line of lines) {
    for (const language of languagesIn(content, line)) {
      if (!found.has(language.name)) found.set(language.name, language);
    }
  }
  return [...found.values()];
}

const LABEL =
  /^(?:foreign |spoken |human |natural )?(?:languages?|langues?|sprachen|idiomas|lingue)(?: skills| known| spoken)?\s*(?:[:–—-]|\t|\s{2,})/iu;
const SENTENCE =
  /\b(?:fluent|bilingual|native speaker|proficient|conversational) (?:in|speaker of)?\b/iu;

const LANGUAGE_LIST = new RegExp(
  `^(?:languages?|langues?|sprachen|idiomas|lingue)\\s+(?:${NAMES})(?![\\p{L}\\p{N}])`,
  'u',
);
/** Up to the next label or the end of the sentence. */
const INLINE =
  /\blanguages? (?:known|spoken)\s*:(?<list>.*?)(?=[.;]|\s\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*)?\s*:|$)/iu;

/** "Nationality: Indian Languages Known: Tamil, English Marital Status: …", all in one line. */
function labelledParts(group: SectionLines): readonly Range[] {
  if (group.kind === 'references') return [];
  return group.lines.flatMap((line) => {
    const list = INLINE.exec(line.text);
    const text = list?.groups?.['list'];
    if (list === null || text === undefined) return [];
    const end = line.start + list.index + list[0].length;
    return [{ start: end - text.length, end }];
  });
}

/** "Languages: Python, C++" is a label too: what names no human language yields nothing. */
function labelledLines(group: SectionLines): readonly TextLine[] {
  if (group.kind === 'references' || group.kind === 'education') return [];
  const listed =
    group.kind === 'skills' ||
    group.kind === 'other' ||
    group.kind === 'header' ||
    group.kind === 'interests';
  return group.lines.filter(
    (line) =>
      LABEL.test(line.text.slice(line.bodyStart - line.start)) ||
      (listed && LANGUAGE_LIST.test(matchingText(line.text))) ||
      (listed && SENTENCE.test(line.text) && line.text.length < 160),
  );
}

function languagesIn(content: string, line: Range): readonly Language[] {
  const matching = matchingText(content.slice(line.start, line.end));
  const names = [...matching.matchAll(LANGUAGE)];
  return names.map((match, index) => {
    const next = names[index + 1]?.index ?? matching.length;
    const start = line.start + match.index;
    const afterName = match.index + match[0].length;
    const level = levelNear(matching, {
      before: names[index - 1] === undefined ? 0 : afterName,
      from: afterName,
      to: next,
      start: match.index,
    });
    const end =
      level === null
        ? line.start + afterName
        : Math.max(line.start + afterName, line.start + level.end);
    return {
      name: ENGLISH_NAME.get(match[0]) ?? match[0],
      level:
        level === null ? null : content.slice(line.start + level.start, line.start + level.end),
      span: {
        start: level === null ? start : Math.min(start, line.start + level.start),
        end,
        confidence: 0.9,
      },
    };
  });
}

/** The level after the name ("Dutch (B2)") or, for the first name of a line, before it ("fluent in Dutch"). */
function levelNear(
  matching: string,
  {
    before,
    from,
    to,
    start,
  }: {
    readonly before: number;
    readonly from: number;
    readonly to: number;
    readonly start: number;
  },
): { readonly start: number; readonly end: number } | null {
  const after = LEVEL.exec(matching.slice(from, to));
  if (after !== null)
    return { start: from + after.index, end: from + after.index + after[0].length };
  if (before >= start) return null;
  const earlier = LEVEL.exec(matching.slice(before, start));
  return earlier === null
    ? null
    : { start: before + earlier.index, end: before + earlier.index + earlier[0].length };
}
