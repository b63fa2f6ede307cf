import { rarity } from './rarity';

/** A word of a query, as a `::tsquery`, and in how many of the company's resumes it is. */
export interface CountedTerm {
  readonly term: string;
  readonly frequency: number;
}

export interface WeighedTerm extends CountedTerm {
  /** How rare it is. */
  readonly weight: number;
}

export interface WordQuery {
  /** The words that tell people apart, weightiest first. */
  readonly terms: readonly WeighedTerm[];
  /** Of their weight, for a text to be found by words. */
  readonly leastWeight: number;
  /**
   * A `::tsquery` that every such text fulfils, and with at most `MOST_COMBINED` words no other; null when no text can.
   */
  readonly condition: string | null;
  /** At least as many resumes as fulfil the condition. */
  readonly mostMatches: number;
}

/**
 * Of the query's weight, for a text to be found by words: two of three words as rare as each other are
 * enough, one of two is not. Above half, or a single word of a sentence is a vote like the whole sentence;
 * from 0.6 to 1 hybrid search answers alike (docs/matching.md), and more words find somebody at the low end.
 */
const LEAST_SHARE = 0.6;
/** Sums of the same weights in another order differ by less. */
const ROUNDING = 1e-9;

/** In a pool of so few, a word that most have may still be what is asked for. */
const SMALL_POOL = 50;

/** More words have too many combinations to be written down: they are asked for any of the rarest. */
const MOST_COMBINED = 8;

/**
 * What it takes to be found by these words in a pool of so many resumes. Words that most resumes have find
 * nobody, unless all words of the query are such; what they weigh still counts as asked for.
 */
export function wordQuery(counted: readonly CountedTerm[], poolSize: number): WordQuery {
  const weighed = counted.map((one) => ({ ...one, weight: rarity(one.frequency, poolSize) }));
  const isOften = ({ frequency }: CountedTerm): boolean => frequency > poolSize / 2;
  const present = weighed.filter(({ frequency }) => frequency > 0);
  const terms =
    poolSize < SMALL_POOL || present.every(isOften)
      ? present
      : present.filter((one) => !isOften(one));
  const sorted = terms.toSorted((a, b) => b.weight - a.weight);
  const leastWeight = LEAST_SHARE * sumOf(weighed) * (1 - ROUNDING);
  const met =
    sorted.length <= MOST_COMBINED ? enough(sorted, leastWeight) : anyOf(sorted, leastWeight);
  return {
    terms: sorted,
    leastWeight,
    condition: met?.condition ?? null,
    mostMatches: Math.min(poolSize, met?.mostMatches ?? 0),
  };
}

type Met = Pick<WordQuery, 'mostMatches'> & { readonly condition: string };

/** Every way to hold at least so much of the weight, `needed` being above 0. */
function enough(terms: readonly WeighedTerm[], needed: number): Met | null {
  const [first, ...rest] = terms;
  if (first === undefined || sumOf(terms) < needed) {
    return null;
  }
  const without = enough(rest, needed);
  if (first.weight >= needed) {
    return either(alone(first), without);
  }
  const others = enough(rest, needed - first.weight);
  const both =
    others === null
      ? null
      : {
          condition: `(${first.term} & ${others.condition})`,
          mostMatches: Math.min(first.frequency, others.mostMatches),
        };
  return either(both, without);
}

/** Who holds enough holds one of the weightiest: all the others together are not enough. */
function anyOf(terms: readonly WeighedTerm[], needed: number): Met | null {
  if (sumOf(terms) < needed) {
    return null;
  }
  const least = terms.findIndex((_, index) => sumOf(terms.slice(index + 1)) < needed);
  return terms
    .slice(0, least + 1)
    .map(alone)
    .reduce<Met | null>(either, null);
}

function alone({ term, frequency }: WeighedTerm): Met {
  return { condition: term, mostMatches: frequency };
}

function either(one: Met | null, other: Met | null): Met | null {
  if (one === null || other === null) {
    return one ?? other;
  }
  return {
    condition: `(${one.condition} | ${other.condition})`,
    mostMatches: one.mostMatches + other.mostMatches,
  };
}

function sumOf(terms: readonly { readonly weight: number }[]): number {
  return terms.reduce((sum, { weight }) => sum + weight, 0);
}
