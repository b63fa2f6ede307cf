import * as fc from 'fast-check';
import { matchScore, type RequiredSkill, skillMatchScore } from './match-score';

const required = (skill: string, weight = 1): RequiredSkill => ({ skill, weight, mustHave: false });

describe('skillMatchScore', () => {
  it('is the weight of the found skills over the weight of all', () => {
    const skills = [required('Welding', 1), required('Forklift', 0.5), required('CDL', 0.5)];
    expect(skillMatchScore(skills, new Set(['Welding', 'CDL']))).toBe(0.75);
  });

  it('is null when nothing is required', () => {
    expect(skillMatchScore([], new Set(['Welding']))).toBeNull();
  });

  it('gives nothing for skills that nobody asked for', () => {
    expect(skillMatchScore([required('Welding')], new Set(['Baking']))).toBe(0);
  });
});

describe('matchScore', () => {
  it('blends similarity and skills by 0.6 and 0.4', () => {
    expect(matchScore(0.5, 1).matchScore).toBeCloseTo(0.7, 12);
  });

  it('is the similarity alone when no skill is required', () => {
    const score = matchScore(0.42, null);
    expect(score.matchScore).toBe(0.42);
    expect(score.terms).toEqual([
      { name: 'similarity', value: 0.42, weight: 1, contribution: 0.42 },
    ]);
  });

  it('is always the exact sum of its terms and within 0 and 1', () => {
    const unit = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(unit, fc.option(unit), (similarity, skills) => {
        const score = matchScore(similarity, skills);
        const sum = score.terms.reduce((total, term) => total + term.contribution, 0);
        expect(Math.abs(sum - score.matchScore)).toBeLessThan(1e-9);
        expect(score.matchScore).toBeGreaterThanOrEqual(0);
        expect(score.matchScore).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
