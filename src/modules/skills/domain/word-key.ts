/**
 * The key under which a word is compared: lower case, without accents, ligatures, apostrophes and
 * invisible characters, in American spelling. Text and vocabulary go through the same function, so a
 * rule may be crude ("enterprise" becomes "enterprize" on both sides) as long as it joins no two
 * different words.
 */
export function wordKey(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = american(plain(word));
  if (keys.size >= MAX_REMEMBERED_KEYS) keys.clear();
  keys.set(word, key);
  return key;
}

/** Words repeat; remembering their keys halves the time of a match. Bounded against odd input. */
const MAX_REMEMBERED_KEYS = 20_000;
const keys = new Map<string, string>();

/** The word as written, apart from what a reader cannot see; what case-sensitive forms compare. */
export function visibleWord(word: string): string {
  return ASCII.test(word) ? word : word.normalize('NFKC').replace(/\p{Cf}/gu, '');
}

const ASCII = /^[\x20-\x7e]*$/;

function plain(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase().replaceAll("'", '');
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}’']/gu, '')
    .replaceAll('♯', '#')
    .toLowerCase();
}

const BRITISH: readonly (readonly [pattern: RegExp, american: string])[] = [
  [/isation/, 'ization'],
  [/^(.{3,})is(e|ed|es|er|ers|ing)$/, '$1iz$2'],
  [/^(anal|catal|paral)ys(e|ed|es|er|ers|ing)$/, '$1yz$2'],
  [/^(arm|behavi|col|endeav|fav|flav|harb|hon|lab|neighb|tum|vap)our/, '$1or'],
  [/^(cent|fib|lit|met|theat)re(s?)$/, '$1er$2'],
  [/^(counsel|label|model|panel|travel|fuel|tunnel|level|channel)l(ed|er|ers|ing|or|ors)$/, '$1$2'],
  [/^programme/, 'program'],
  [/^(licen|defen|offen|preten)ce(s?)$/, '$1se$2'],
  [/^(catal|dial|anal)ogue/, '$1og'],
  [/^(orthop|p)aed/, '$1ed'],
  [/^anaesth/, 'anesth'],
  [/^gynaec/, 'gynec'],
  [/^haem/, 'hem'],
  [/^(o?)esoph/, 'esoph'],
  [/^oedema/, 'edema'],
  [/^(enrol|fulfil|instal)(ment)/, '$1l$2'],
  [/^aluminium/, 'aluminum'],
  [/^jewellery/, 'jewelry'],
  [/^mould/, 'mold'],
  [/^tyre/, 'tire'],
  [/^storey/, 'story'],
  [/^cheque/, 'check'],
];

/** Whether any of the spellings above can occur; most words are done after this one look. */
const MAYBE_BRITISH =
  /is[aei]|ys[ei]|our|re|ll[eoi]|mm|ce|gue|ae|oe|[lm]ent|min|lery|ould|ty|ey|que/;

function american(word: string): string {
  if (word.length < 4 || !MAYBE_BRITISH.test(word)) return word;
  let spelled = word;
  for (const [pattern, replacement] of BRITISH) spelled = spelled.replace(pattern, replacement);
  return spelled;
}
