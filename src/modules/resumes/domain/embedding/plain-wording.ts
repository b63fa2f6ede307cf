/** What a word that tells a person's sex says without it. Parts of longer words are left alone. */
const NEUTRAL: Readonly<Record<string, string>> = {
  he: 'they',
  she: 'they',
  him: 'them',
  his: 'their',
  her: 'their',
  hers: 'theirs',
  himself: 'themselves',
  herself: 'themselves',
  mr: '',
  mrs: '',
  ms: '',
  miss: '',
  male: '',
  female: '',
  man: 'person',
  woman: 'person',
  men: 'people',
  women: 'people',
  gentleman: 'person',
  gentlewoman: 'person',
  lady: 'person',
  husband: 'spouse',
  wife: 'spouse',
  father: 'parent',
  mother: 'parent',
  fatherhood: 'parenthood',
  motherhood: 'parenthood',
  paternity: 'parental',
  maternity: 'parental',
  actress: 'actor',
  hostess: 'host',
  stewardess: 'steward',
  steward: 'steward',
  waitress: 'waiter',
  seamstress: 'tailor',
  headmaster: 'headteacher',
  headmistress: 'headteacher',
};

const WORD = /\p{L}+/gu;
/** "Salesman", "chairwoman", "businessmen": trades that took their end from a sex. */
const TRADE =
  /^(business|chair|sales|fore|crafts|trades|service|camera|spokes|police|fire|council|congress|handy|draughts|drafts|repair|fisher|door|cattle|dairy|line|fitter|stores?|yard|watch)(?:man|woman|men|women)$/u;

/**
 * The text in words that do not tell whether a man or a woman wrote it, and with what is said many times
 * over in a row said once. Only for embedding: the stored text stays as it is.
 */
export function plainWording(text: string): string {
  return withoutRepetition(text.replace(WORD, neutral));
}

function neutral(word: string): string {
  const key = word.toLowerCase();
  return Object.hasOwn(NEUTRAL, key)
    ? (NEUTRAL[key] ?? word)
    : key.replace(TRADE, '$1person') === key
      ? word
      : key.replace(TRADE, '$1person');
}

const TOKEN = /[\p{L}\p{N}][\p{L}\p{N}+#.&'’/-]*/gu;
/** A phrase of up to so many words counts once however often it follows itself. */
const LONGEST_PHRASE = 8;

interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Leaves one of any word or phrase that follows itself directly, whatever signs stand between: "Java,
 * Java, Java" is "Java". One pass per phrase length, so the time grows with the text and not its square.
 */
function withoutRepetition(text: string): string {
  let kept = text;
  for (let length = 1; length <= LONGEST_PHRASE; length += 1) {
    kept = withoutRepeated(kept, length);
  }
  return kept;
}

function withoutRepeated(text: string, length: number): string {
  const tokens = tokensOf(text);
  const parts: string[] = [];
  let copied = 0;
  let index = length;
  while (index + length <= tokens.length) {
    if (!repeats(tokens, index, length)) {
      index += 1;
      continue;
    }
    parts.push(text.slice(copied, tokens[index - 1]?.end));
    while (repeats(tokens, index, length)) index += length;
    copied = tokens[index - 1]?.end ?? text.length;
    index += 1;
  }
  return parts.length === 0 ? text : [...parts, text.slice(copied)].join('');
}

/** Whether the `length` words from `index` on are those just before it. */
function repeats(tokens: readonly Token[], index: number, length: number): boolean {
  if (index + length > tokens.length) return false;
  for (let offset = 0; offset < length; offset += 1) {
    if (tokens[index + offset]?.key !== tokens[index + offset - length]?.key) return false;
  }
  return true;
}

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKEN)].map(({ 0: word, index }) => ({
    key: word.toLowerCase().replace(/[.'’/-]+$/u, ''),
    start: index,
    end: index + word.length,
  }));
}
