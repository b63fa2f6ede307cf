import { counterfactuals } from './counterfactuals';
import { matchScore, skillMatchScore } from './match-score';

const REQUIRED = [
  { skill: 'Triage', weight: 1, mustHave: true },
  { skill: 'IV therapy', weight: 1, mustHave: false },
  { skill: 'Charting', weight: 0.5, mustHave: false },
];

describe('counterfactuals', () => {
  it('tells the score that the formula gives with each missing skill', () => {
    const changes = counterfactuals(0.6, REQUIRED, ['Triage']);
    const withIv = skillMatchScore(REQUIRED, new Set(['Triage', 'IV therapy']));
    expect(changes[0]).toMatchObject({
      skill: 'IV therapy',
      matchScore: matchScore(0.6, withIv).matchScore,
    });
  });

  it('puts the largest gain first and never one of a skill that is there', () => {
    const changes = counterfactuals(0.6, REQUIRED, ['Triage']);
    expect(changes.map(({ skill }) => skill)).toEqual(['IV therapy', 'Charting']);
    expect(changes[0]?.gain).toBeCloseTo(0.4 / 2.5, 12);
    expect(changes[1]?.gain).toBeCloseTo((0.4 * 0.5) / 2.5, 12);
  });

  it('is empty when nothing is missing', () => {
    const all = REQUIRED.map(({ skill }) => skill);
    expect(counterfactuals(0.6, REQUIRED, all)).toEqual([]);
  });
});
