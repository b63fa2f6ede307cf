import { rarity } from './rarity';

describe('rarity', () => {
  it('is the larger the fewer have it', () => {
    const found = [0, 1, 10, 500, 1000].map((frequency) => rarity(frequency, 1000));
    expect(found).toEqual(found.toSorted((a, b) => b - a));
    expect(found.at(-1)).toBeGreaterThan(0);
  });

  it('is that of Lucene', () => {
    expect(rarity(9, 100)).toBeCloseTo(Math.log(1 + 91.5 / 9.5), 12);
  });

  it('bears a pool that was counted a moment before what it holds', () => {
    expect(rarity(12, 10)).toBeCloseTo(rarity(12, 12), 12);
  });
});
