const K1 = 1.2;
const B = 0.75;

/** Okapi BM25 (Robertson and Zaragoza 2009) over lower-case words: the lexical baseline. */
export class Bm25 {
  private readonly frequencies: readonly ReadonlyMap<string, number>[];
  private readonly lengths: readonly number[];
  private readonly documentFrequency = new Map<string, number>();
  private readonly meanLength: number;

  constructor(documents: readonly string[]) {
    const words = documents.map(wordsOf);
    this.frequencies = words.map(countWords);
    this.lengths = words.map((all) => all.length);
    this.meanLength = this.lengths.reduce((sum, length) => sum + length, 0) / documents.length;
    for (const counts of this.frequencies) {
      for (const word of counts.keys()) {
        this.documentFrequency.set(word, (this.documentFrequency.get(word) ?? 0) + 1);
      }
    }
  }

  /** One score per document, in their order. */
  scores(query: string): number[] {
    const terms = [...new Set(wordsOf(query))];
    return this.frequencies.map((counts, index) =>
      terms.reduce((sum, term) => sum + this.termScore(term, counts, this.lengths[index] ?? 0), 0),
    );
  }

  private termScore(term: string, counts: ReadonlyMap<string, number>, length: number): number {
    const frequency = counts.get(term) ?? 0;
    const containing = this.documentFrequency.get(term) ?? 0;
    const idf = Math.log(1 + (this.lengths.length - containing + 0.5) / (containing + 0.5));
    const norm = K1 * (1 - B + (B * length) / this.meanLength);
    return (idf * frequency * (K1 + 1)) / (frequency + norm);
  }
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}+#.]+/gu) ?? [];
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
