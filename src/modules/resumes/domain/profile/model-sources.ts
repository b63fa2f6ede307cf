import { type Source } from './profile';

/** Surer than nothing, and less sure than any rule. */
const CONFIDENCE = 0.5;

/** Where the fields of an item stand, as read by a model. */
export function sourcesOf(
  places: Readonly<Record<string, Source | undefined>>,
): Record<string, Source> {
  return Object.fromEntries(
    Object.entries(places).flatMap(([name, place]) =>
      place === undefined ? [] : [[name, byModel(place)]],
    ),
  );
}

/** What holds all of them. */
export function spanOver(places: Readonly<Record<string, Source | undefined>>): Source {
  const all = Object.values(places).filter((place) => place !== undefined);
  return byModel({
    start: Math.min(...all.map(({ start }) => start)),
    end: Math.max(...all.map(({ end }) => end)),
    confidence: CONFIDENCE,
  });
}

const byModel = ({ start, end }: Source): Source => ({
  start,
  end,
  confidence: CONFIDENCE,
  origin: 'model',
});
