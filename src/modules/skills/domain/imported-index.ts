import { singular } from './imported-form';
import { type PhraseEnd, PhraseTree } from './imported-phrases';
import { type SkillDefinition, type SkillMention, type SkillRegion } from './skill';
import { SkillMatcher } from './skill-matcher';
import { tokenize, type Token } from './tokens';
import { wordKey } from './word-key';

/** Forms made of these alone need no tokenizer to be taken apart. */
const PLAIN_WORDS = /^[A-Za-z0-9 ]+$/;
const WORD_BROKEN_BY_LINE = /[-‐‑]\s*[\r\n]/;
const ONLY_WORD_CHARACTERS = /^[\p{L}\p{N}]+$/u;

/**
 * Tens of thousands of skills of which a text names a few. A matcher for them all takes most of a
 * second to build and 70 MB in every thread; so only the words of their forms are indexed, and each
 * text gets a matcher for the forms whose words it has in a row. The index itself is made when the first
 * text asks for it: threads and commands that match nothing start without it.
 */
export class ImportedIndex {
  private made: FormIndex | null = null;

  constructor(private readonly definitions: readonly SkillDefinition[]) {}

  /** See `SkillMatcher.match`. */
  match(text: string, regions: readonly SkillRegion[] = []): readonly SkillMention[] {
    return this.matcherFor(text)?.match(text, regions) ?? [];
  }

  /** See `SkillMatcher.canonical`. */
  canonical(name: string): SkillDefinition | null {
    const found = this.matcherFor(name)?.canonical(name) ?? null;
    return found === null ? null : this.definition(found.name);
  }

  /** See `SkillMatcher.definition`. */
  definition(name: string): SkillDefinition | null {
    return this.index.byName.get(name.toLowerCase()) ?? null;
  }

  private get index(): FormIndex {
    this.made ??= new FormIndex(this.definitions);
    return this.made;
  }

  private matcherFor(text: string): SkillMatcher | null {
    const { index } = this;
    const ends = index.endsIn(text);
    const places = index.placesOf(ends);
    if (places.size === 0) return null;
    const mayStand = (form: string): boolean => index.stands(form, ends);
    const inOrder = [...places].sort((a, b) => a - b);
    return new SkillMatcher(
      inOrder.flatMap((place) => {
        const definition = this.definitions[place];
        if (definition === undefined) return [];
        const { aliases = [], weak = [] } = definition;
        return [{ ...definition, aliases: aliases.filter(mayStand), weak: weak.filter(mayStand) }];
      }),
    );
  }
}

/** The words of all forms, and the definitions by name. */
class FormIndex {
  readonly byName: ReadonlyMap<string, SkillDefinition>;
  private readonly phrases = new PhraseTree();
  /** Where a form ends → the places of its definitions. */
  private readonly byEnd = new Map<PhraseEnd, number | number[]>();

  constructor(definitions: readonly SkillDefinition[]) {
    this.byName = new Map(definitions.map((one) => [one.name.toLowerCase(), one]));
    for (const [place, { name, aliases = [], weak = [] }] of definitions.entries()) {
      this.add(name, place);
      for (const form of aliases) this.add(form, place);
      for (const form of weak) this.add(form, place);
    }
  }

  /** The places of the definitions that have a form with one of these ends. */
  placesOf(ends: ReadonlySet<PhraseEnd>): ReadonlySet<number> {
    return new Set([...ends].flatMap((end) => this.byEnd.get(end) ?? []));
  }

  stands(form: string, ends: ReadonlySet<PhraseEnd>): boolean {
    return readingsOf(form).some((words) => ends.has(this.phrases.find(words) ?? -1));
  }

  /** Where forms, and beginnings of forms, end that stand in the text. */
  endsIn(text: string): ReadonlySet<PhraseEnd> {
    const ends = this.endsAmong(tokenize(text, () => false));
    if (!WORD_BROKEN_BY_LINE.test(text)) return ends;
    const mended = tokenize(text, (key) => ONLY_WORD_CHARACTERS.test(key));
    return new Set([...ends, ...this.endsAmong(mended)]);
  }

  private add(form: string, place: number): void {
    for (const words of readingsOf(form)) {
      const end = this.phrases.add(words);
      const places = this.byEnd.get(end);
      if (places === undefined) this.byEnd.set(end, place);
      else if (typeof places === 'number') this.byEnd.set(end, [places, place]);
      else places.push(place);
    }
  }

  private endsAmong(tokens: readonly Token[]): ReadonlySet<PhraseEnd> {
    const keys = tokens.map(({ key }) => withAndWithoutVersion(key));
    return this.phrases.endsIn(
      keys,
      keys.map((readings) => readings.map(singular)),
    );
  }
}

/**
 * The keys of a form's words, and once more without its hyphens and dots if it has some. The number of
 * all words but the first does not matter to the matcher.
 */
function readingsOf(form: string): readonly (readonly string[])[] {
  if (PLAIN_WORDS.test(form)) return [phraseOf(form.split(' ').map(wordKey))];
  const tokens = tokenize(form, () => false);
  const joined: string[] = [];
  for (const { key, gap } of tokens) {
    const isJoined = joined.length > 0 && (gap === 'hyphen' || gap === 'dot');
    joined.push(isJoined ? `${joined.pop() ?? ''}${key}` : key);
  }
  const apart = phraseOf(tokens.map((token) => token.key));
  return joined.length === apart.length ? [apart] : [apart, phraseOf(joined)];
}

function phraseOf(keys: readonly string[]): readonly string[] {
  return keys.map((key, index) => (index === 0 ? key : singular(key)));
}

/** "Python3" may be Python. */
function withAndWithoutVersion(key: string): readonly string[] {
  if (!/\d$/.test(key)) return [key];
  const bare = key.replace(/\d+$/, '');
  return bare === '' ? [key] : [key, bare];
}
