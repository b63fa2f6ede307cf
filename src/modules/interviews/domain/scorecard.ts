export const RATINGS = ['definitely_not', 'no', 'mixed', 'yes', 'strong_yes'] as const;
export type Rating = (typeof RATINGS)[number];

/** What somebody thinks of one attribute; its name stays what it was when the attribute is gone. */
export interface AttributeRating {
  readonly attributeId: string;
  readonly name: string;
  readonly rating: Rating;
  readonly note: string | null;
}

export type RatingCounts = Readonly<Record<Rating, number>>;

export interface ScorecardSummary {
  readonly count: number;
  readonly overall: RatingCounts;
  readonly attributes: readonly {
    readonly attributeId: string;
    readonly name: string;
    readonly count: number;
    readonly ratings: RatingCounts;
  }[];
}

interface RatedCard {
  readonly overallRating: Rating | null;
  readonly ratings: readonly AttributeRating[];
}

/** How often each rating was given, in all and for each attribute; no mean, which would hide that people differ. */
export function scorecardSummary(cards: readonly RatedCard[]): ScorecardSummary {
  const byAttribute = new Map<string, AttributeRating[]>();
  for (const rating of cards.flatMap(({ ratings }) => ratings)) {
    const known = byAttribute.get(rating.attributeId) ?? [];
    byAttribute.set(rating.attributeId, [...known, rating]);
  }
  return {
    count: cards.length,
    overall: countsOf(
      cards.flatMap(({ overallRating }) => (overallRating === null ? [] : [overallRating])),
    ),
    attributes: [...byAttribute].map(([attributeId, ratings]) => ({
      attributeId,
      name: ratings.at(-1)?.name ?? '',
      count: ratings.length,
      ratings: countsOf(ratings.map(({ rating }) => rating)),
    })),
  };
}

function countsOf(given: readonly Rating[]): RatingCounts {
  const count = (of: Rating): number => given.filter((rating) => rating === of).length;
  return {
    definitely_not: count('definitely_not'),
    no: count('no'),
    mixed: count('mixed'),
    yes: count('yes'),
    strong_yes: count('strong_yes'),
  };
}
