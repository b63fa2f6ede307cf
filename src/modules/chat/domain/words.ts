import { isStem, plainForm } from './irregular-forms';
import { IDEAS } from './word-ideas';

/** What compares words of a question with words of a resume: stems, and words of work that mean the same. */

/** Some words are one with a blank, too. */
const WORD =
  /\b(?:self[- ]employed|open[- ]source|call-out|on[- ]call|start-up|home[- ]office|free[- ]time|month[- ]end|year[- ]end|go-live)\b|[\p{L}\p{N}]+(?:['’][\p{L}]+)?(?:\+\+|#)?/giu;

/** Words that hold a question together, and those that every question about a person has. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `a about all also am an and any anybody anyone anything are as at be because been before being but by can candidate candidates
  could did do does doing else ever every everything for from had has have having he her hers herself him himself his how i if in
  into is it its just like me might more most must my no nor not now of off on one ones or other others our out over own per person
  people please she should since so some somebody someone something such tell than that the their them themselves then there these
  they thing things this those to too up us very was we were what when where whether which while who whom whose why will with
  within without would yes yet you your experience experienced experiences background work works worked working job jobs employed
  career cv resume say says said mention mentions mentioned know knows known knowing knowledge familiar used use uses using
  good much many give show find see let get got does's applicant applicants really currently current previous previously
  involved involve responsible responsibility handle handled deal dealt done willing able ability skill skills kind type sort
  year years time times long often anywhere explain describe list name named her's it's what's who's she's he's they've
  look looks looked looking after big large small wide great new old former employer employers company companies firm firms us together day daily
  hold holds held own owns possess made make makes took take part been through his's tells information info details detail
  shown shows showed industry industries sector sectors field area areas somewhere under do's come came coming go goes went gone
  project projects role roles workplace allowed larger bigger smaller largest biggest smallest greatest still become became recent recently further
  used to lot bit ever's need needs want wants could've used's`.split(/\s+/),
);

/** Endings, longest first; what is left has at least three letters. */
const ENDINGS = [
  'ations', 'ation', 'ating', 'ators', 'ments', 'ment', 'nesses', 'ness', 'ingly', 'edly', 'ator', 'ated', 'ates', 'ate', 'ings', 'ing', 'ives', 'ions',
  'iers', 'iest', 'ier', 'ers', 'ies', 'ied', 'ive', 'ion',
  'ors', 'er', 'or', 'ed', 'es', 'ly', 's', 'e', 'y',
] as const; // prettier-ignore

export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’]/g, "'")
    .toLowerCase();
}

/** A short form that inflections of a word share; not a word itself. */
export function stem(word: string): string {
  const plain = plainForm(fold(word).replace(/'s$|'$/, ''));
  if (plain.length <= 3 || /\d/.test(plain) || isStem(plain)) {
    return plain;
  }
  const ending = ENDINGS.find((one) => plain.endsWith(one) && plain.length - one.length >= 3);
  const cut = ending === undefined ? plain : plain.slice(0, -ending.length);
  // "planned" and "plan", "shipping" and "ship".
  return cut.length > 3 && /([bdfgklmnprtz])\1$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** What the ideas tell apart by a capital. */
const NAMES: ReadonlySet<string> = new Set(
  IDEAS.flatMap((line) => line.split(' ').filter((word) => /\p{Lu}/u.test(word))).map(stem),
);

const IDEAS_OF: ReadonlyMap<string, ReadonlySet<number>> = (() => {
  const ideas = new Map<string, Set<number>>();
  for (const [index, line] of IDEAS.entries()) {
    for (const word of line.split(' ')) {
      const key = stem(word);
      ideas.set(key, (ideas.get(key) ?? new Set()).add(index));
    }
  }
  return ideas;
})();

export interface WordAt {
  readonly word: string;
  readonly stem: string;
  readonly start: number;
}

export function wordsOf(text: string): readonly WordAt[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    stem: stem(word.replace(' ', '-')),
    start: index,
  }));
}

/** What a question is about: a word that a passage should have. */
export interface Term {
  readonly word: string;
  readonly stem: string;
  /** Names and numbers say more than other words, and words of one thing more than words of work as such. */
  readonly weight: number;
  readonly isName: boolean;
  /** No word of work as such. */
  readonly isThing: boolean;
}

const NAME_WEIGHT = 1.6;
const THING_WEIGHT = 1.3;

export function termsOf(question: string, ignored: readonly string[] = []): readonly Term[] {
  const skipped = new Set(ignored.flatMap((text) => wordsOf(text).map((one) => one.stem)));
  const terms = new Map<string, Term>();
  for (const { word, stem: key, start } of wordsOf(question)) {
    const plain = fold(word).replace(/'s$/, '');
    const isEmpty = EMPTY_WORDS.has(plain) && !(/^\p{Lu}{2,}$/u.test(word) && start > 0);
    if (isEmpty || key.length < 2 || skipped.has(key) || terms.has(key)) {
      continue;
    }
    // The first word has a capital of its own only when there is another inside: "SAP", "TikTok".
    const isName =
      NAMES.has(key) || (start > 0 ? /^\p{Lu}|\d/u : /^\P{Lu}*\p{Lu}.*\p{Lu}|\d/u).test(word);
    const isThing = !IDEAS_OF.has(key);
    const weight = isName ? NAME_WEIGHT : isThing ? THING_WEIGHT : 1;
    terms.set(key, { word, stem: key, weight, isName, isThing });
  }
  return [...terms.values()];
}

const SAME_IDEA = 0.75;

/** 0..1: how far a passage's words hold a term. */
export function holds(words: ReadonlySet<string>, term: Term): number {
  if (words.has(term.stem)) {
    return 1;
  }
  const ideas = IDEAS_OF.get(term.stem);
  if (ideas === undefined) {
    return 0;
  }
  for (const word of words) {
    const others = IDEAS_OF.get(word);
    if (others !== undefined && [...others].some((idea) => ideas.has(idea))) {
      return SAME_IDEA;
    }
  }
  return 0;
}

export const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(wordsOf(text).map((one) => one.stem));

const SOME = String.raw`\b(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)`;
/** What ends like those who do something and is a thing, or somebody whom nobody leads. */
const NO_COLLEAGUES =
  'servers|containers|computers|printers|routers|scanners|trailers|meters|numbers|orders|offers|papers|letters|newsletters|chapters|layers|quarters|errors|doors|floors|motors|sensors|factors|tractors|elevators|plants|implants|restaurants|grants|variants|tenants|customers|users|subscribers|followers|visitors|passengers|suppliers|carriers|vendors|donors|sponsors|investors';

/** What a passage tells without having a word for it, and such a word. */
const TOLD_WITHOUT_WORDS: readonly (readonly [RegExp, string])[] = [
  // A figure before and after, or a share.
  [
    /\bfrom (?:\D{0,3}[\d.,]+|\p{L}+)(?: \S+){0,2} to (?:\D{0,3}[\d.,]+|\p{L}+)|\bby (?:\S+ )?(?:[\d.,]+|\p{L}+) ?(?:percent|per cent|%|times)|\bby (?:a )?(?:half|third|quarter)\b|\b(?:halved|doubled|tripled|shortened|sped up)\b/iu,
    'improved',
  ],
  // "Employee of the Month".
  [/\b\p{Lu}\p{L}+ of the (?:Year|Month|Quarter)\b/u, 'award'],
  // "Seven nurses", "22 pickers", "two accounts payable clerks": people, by their number.
  [
    new RegExp(
      String.raw`${SOME}(?: \p{L}+)? (?!(?:${NO_COLLEAGUES})\b)(?:\p{L}{2,}(?:ers|ors|ists|ants)|nurses|cooks|chefs|apprentices?|trainees?|labourers?|people|staff|colleagues|employees)\b|${SOME}(?: \p{L}+){1,2} (?:clerks|nurses|assistants|engineers|technicians|analysts|apprentices|trainees)\b`,
      'iu',
    ),
    'team',
  ],
];

/** The stems of a passage's words, and of what it tells without a word for it. */
export function stemsOfPassage(text: string): ReadonlySet<string> {
  const told = TOLD_WITHOUT_WORDS.flatMap(([pattern, word]) =>
    pattern.test(text) ? [stem(word)] : [],
  );
  return new Set([...stemsOf(text), ...told]);
}
