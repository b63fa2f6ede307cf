import { ranked, scored, type ScoredPassage, spreadOf } from './passage-scores';

const line = (
  section: string,
  { coverage = 0, similarity }: { coverage?: number; similarity: number },
): ScoredPassage =>
  scored({ start: 0, end: 4, text: 'Line', section, heading: null }, { coverage, similarity });

const standings = (similarities: readonly number[]): readonly number[] => {
  const all = similarities.map((similarity) => line('experience', { similarity }));
  return ranked(all, spreadOf(all)).map(({ standing }) => standing);
};

describe('ranking the lines of a resume', () => {
  it('prefers where somebody worked, of lines that come about equally close', () => {
    const all = [
      line('summary', { similarity: 0.45 }),
      line('experience', { similarity: 0.4 }),
      line('summary', { similarity: 0.3, coverage: 1 }),
    ];
    const order = ranked(all, spreadOf(all)).map(({ similarity }) => similarity);
    expect(order).toEqual([0.3, 0.4, 0.45]);
  });

  it('sees one line stand out from others, however near all of them are', () => {
    const [far = 0] = standings([0.3, 0.1, 0.1, 0.1]);
    const [near = 0] = standings([0.7, 0.5, 0.5, 0.5]);
    expect(near).toBeCloseTo(far);
    expect(near).toBeGreaterThan(1.5);
  });

  it('sees none stand out where all are alike', () => {
    expect(standings([0.6, 0.6, 0.6])).toEqual([0, 0, 0]);
    expect(standings([0.6])).toEqual([0]);
  });
});
