import { reached } from './reach';

describe('reached', () => {
  it('takes a rank or a better one', () => {
    const target = { kind: 'rank', rank: 3 } as const;
    expect([2, 3, 4].map((rank) => reached(target, { rank, matchScore: 0 }))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('takes a score, a higher one, and one that differs by rounding only', () => {
    const target = { kind: 'score', matchScore: 0.3 } as const;
    const scores = [0.1 + 0.2, 0.3 - 1e-12, 0.4, 0.29];
    expect(scores.map((matchScore) => reached(target, { rank: 1, matchScore }))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});
