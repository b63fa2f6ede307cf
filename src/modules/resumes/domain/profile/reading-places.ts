import { type Source } from './profile';

/** Values as another reader copied them. */
export type TextsOf<Field extends string> = Readonly<Record<Field, string | null>>;

/** Where the values of one item stand. */
export interface Places<Field extends string> {
  readonly places: Readonly<Partial<Record<Field, Source>>>;
  /** The place that the others stand around; null when the text holds none of them. */
  readonly anchor: Source | null;
  /** Values that the text does not hold, or not near the anchor. */
  readonly dropped: number;
}

/** Fields of one entry stand no farther apart. */
const REACH = 300;
const LONGEST = 160;
const MOST_WORDS = 16;

/**
 * The places of an item's values in `content`: of several that read the same, those that stand together.
 * The first of `anchors` that the text holds is the place that the others are looked for around.
 */
export function placeItem<Field extends string>(
  content: string,
  texts: TextsOf<Field>,
  anchors: readonly Field[],
): Places<Field> {
  const given = entriesOf(texts).flatMap(([field, text]) =>
    text === null ? [] : [{ field, found: placesOf(content, text) }],
  );
  const held = given.filter(({ found }) => found.length > 0);
  const anchorOf = anchors
    .map((field) => held.find((one) => one.field === field))
    .find((one) => one !== undefined);
  const others = held.filter((one) => one !== anchorOf);
  const anchor = bestOf(
    anchorOf?.found ?? [],
    others.map(({ found }) => found),
  );
  const near =
    anchorOf === undefined || anchor === null
      ? []
      : [[anchorOf.field, anchor] as const, ...nearTo(anchor, others)];
  return {
    // The keys are fields of the item, and each of them once.
    places: Object.fromEntries(near) as Partial<Record<Field, Source>>,
    anchor,
    dropped: given.length - near.length,
  };
}

function nearTo<Field extends string>(
  anchor: Source,
  others: readonly { readonly field: Field; readonly found: readonly Source[] }[],
): readonly (readonly [Field, Source])[] {
  return others.flatMap(({ field, found }) => {
    const place = nearest(found, anchor);
    return place !== null && distance(place, anchor) <= REACH ? [[field, place] as const] : [];
  });
}

function placesOf(content: string, text: string): readonly Source[] {
  const words = text.trim().split(/\s+/u);
  if (text.trim() === '' || text.length > LONGEST || words.length > MOST_WORDS) {
    return [];
  }
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu');
  return [...content.matchAll(whole)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    confidence: 1,
  }));
}

/** The place that the others are nearest to, all together; the first of equal ones. */
function bestOf(places: readonly Source[], others: readonly (readonly Source[])[]): Source | null {
  const far = (place: Source): number =>
    others.reduce((sum, found) => {
      const closest = nearest(found, place);
      return sum + (closest === null ? 0 : Math.min(REACH, distance(closest, place)));
    }, 0);
  return places.toSorted((a, b) => far(a) - far(b))[0] ?? null;
}

function nearest(places: readonly Source[], to: Source): Source | null {
  return places.toSorted((a, b) => distance(a, to) - distance(b, to))[0] ?? null;
}

const distance = (a: Source, b: Source): number => Math.max(0, a.start - b.end, b.start - a.end);

// The keys of a record over a closed set are that set.
const entriesOf = <Field extends string>(
  texts: TextsOf<Field>,
): readonly (readonly [Field, string | null])[] =>
  Object.entries(texts) as [Field, string | null][];
