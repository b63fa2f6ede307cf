import * as fc from 'fast-check';
import { matchScore, SIMILARITY_WEIGHT, skillWeight } from './match-score';

const DEFAULT = SIMILARITY_WEIGHT.default;

describe('matchScore', () => {
  it('blends similarity and skills by 0.6 and 0.4 unless the job says otherwise', () => {
    expect(matchScore(0.5, 1, DEFAULT).matchScore).toBeCloseTo(0.7, 12);
  });

  it('follows the job’s own weights', () => {
    const score = matchScore(0.5, 1, 0.45);
    expect(score.matchScore).toBeCloseTo(0.45 * 0.5 + 0.55, 12);
    expect(score.terms.map(({ weight }) => weight)).toEqual([0.45, 0.55]);
  });

  it('is the similarity alone when no skill is required, whatever the weights', () => {
    const score = matchScore(0.42, null, 0.45);
    expect(score.matchScore).toBe(0.42);
    expect(score.terms).toEqual([
      { name: 'similarity', value: 0.42, weight: 1, contribution: 0.42 },
    ]);
  });

  it('is always the exact sum of its terms and within 0 and 1', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    const weight = fc.integer({ min: 40, max: 80 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(unit, fc.option(unit), weight, (similarity, skills, similarityWeight) => {
        const score = matchScore(similarity, skills, similarityWeight);
        const sum = score.terms.reduce((total, term) => total + term.contribution, 0);
        expect(Math.abs(sum - score.matchScore)).toBeLessThan(1e-9);
        expect(score.matchScore).toBeGreaterThanOrEqual(0);
        expect(score.matchScore).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});

describe('skillWeight', () => {
  it('is written as a person would, and makes 1 with the other', () => {
    for (let hundredths = 40; hundredths <= 80; hundredths += 1) {
      const weight = skillWeight(hundredths / 100);
      expect(String(weight).length).toBeLessThanOrEqual(4);
      expect(hundredths / 100 + weight).toBeCloseTo(1, 15);
    }
  });
});
