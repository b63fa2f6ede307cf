/** More different words than any language has; word and node together stay exact integers. */
const MOST_WORDS = 2 ** 20;
const ROOT = 0;

/** The last word's node of a phrase. */
export type PhraseEnd = number;

/**
 * Many phrases as one tree of words in two flat maps: a hundred thousand are added in a tenth of a
 * second and take a few megabytes, which a tree of objects does not.
 */
export class PhraseTree {
  private readonly words = new Map<string, number>();
  /** Node and word → the next node. */
  private readonly steps = new Map<number, PhraseEnd>();
  private nodes = ROOT + 1;

  /** The phrase's end; the same for the same words. */
  add(words: readonly string[]): PhraseEnd {
    let node: PhraseEnd = ROOT;
    for (const word of words) {
      const step = node * MOST_WORDS + this.numberOf(word);
      let next = this.steps.get(step);
      if (next === undefined) {
        next = this.nodes;
        this.nodes += 1;
        this.steps.set(step, next);
      }
      node = next;
    }
    return node;
  }

  /** The end of a phrase that was added, or of the beginning of one; null for other words. */
  find(words: readonly string[]): PhraseEnd | null {
    let node: PhraseEnd = ROOT;
    for (const word of words) {
      const next = this.next(node, word);
      if (next === undefined) return null;
      node = next;
    }
    return node;
  }

  /**
   * Where phrases, and beginnings of phrases, end that stand in a text. A place of the text may have
   * several readings, and others when it is the first of a phrase.
   */
  endsIn(
    firstReadings: readonly (readonly string[])[],
    laterReadings: readonly (readonly string[])[],
  ): ReadonlySet<PhraseEnd> {
    const ends = new Set<PhraseEnd>();
    for (const [first, readings] of firstReadings.entries()) {
      let open = this.step([ROOT], readings);
      for (let place = first + 1; open.length > 0; place += 1) {
        for (const node of open) ends.add(node);
        open = this.step(open, laterReadings[place] ?? []);
      }
    }
    return ends;
  }

  private step(nodes: readonly PhraseEnd[], readings: readonly string[]): readonly PhraseEnd[] {
    const found: PhraseEnd[] = [];
    for (const word of readings) {
      for (const node of nodes) {
        const next = this.next(node, word);
        if (next !== undefined) found.push(next);
      }
    }
    return found;
  }

  private next(node: PhraseEnd, word: string): PhraseEnd | undefined {
    const number = this.words.get(word);
    return number === undefined ? undefined : this.steps.get(node * MOST_WORDS + number);
  }

  private numberOf(word: string): number {
    const known = this.words.get(word);
    if (known !== undefined) return known;
    const number = this.words.size;
    if (number >= MOST_WORDS) throw new RangeError('Too many different words.');
    this.words.set(word, number);
    return number;
  }
}
