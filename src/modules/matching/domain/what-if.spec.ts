import fc from 'fast-check';
import { matchScore } from '../../jobs';
import { type RequiredSkill, scoreSkills } from '../../skills';
import { bestSets, counterfactuals, type ScoreBasis } from './what-if';

const REQUIRED: readonly RequiredSkill[] = [
  { skill: 'Triage', weight: 1, mustHave: true },
  { skill: 'Charting', weight: 0.5, mustHave: false },
  { skill: 'IV therapy', weight: 1, mustHave: false },
  { skill: 'CPR', weight: 1, mustHave: true },
];

const basis = (changes: Partial<ScoreBasis> = {}): ScoreBasis => ({
  similarityScore: 0.6,
  similarityWeight: 0.6,
  required: REQUIRED,
  matched: ['Triage'],
  ...changes,
});

const scoreOf = ({ similarityScore, similarityWeight, required }: ScoreBasis, has: string[]) =>
  matchScore(
    similarityScore,
    scoreSkills(required, { named: new Set(has) }).score,
    similarityWeight,
  ).matchScore;

describe('counterfactuals', () => {
  it('tells the score that the formula gives with each missing skill', () => {
    const [first] = counterfactuals(basis());
    expect(first?.matchScore).toBe(scoreOf(basis(), ['Triage', 'CPR']));
    expect(first?.gain).toBeCloseTo(0.4 / 3.5, 12);
  });

  it('puts the largest gain first, of equal ones the must-have, and never one that is there', () => {
    const skills = counterfactuals(basis()).map((change) => change.skills);
    expect(skills).toEqual([['CPR'], ['IV therapy'], ['Charting']]);
  });

  it('follows the job’s own weights', () => {
    const [first] = counterfactuals(basis({ similarityWeight: 0.4 }));
    expect(first?.gain).toBeCloseTo(0.6 / 3.5, 12);
  });

  it('is empty when nothing is missing', () => {
    const matched = REQUIRED.map(({ skill }) => skill);
    expect(counterfactuals(basis({ matched }))).toEqual([]);
  });
});

describe('bestSets', () => {
  it('adds one skill at a time until none is missing', () => {
    const sets = bestSets(basis());
    expect(sets.map(({ skills }) => skills)).toEqual([
      ['CPR'],
      ['CPR', 'IV therapy'],
      ['CPR', 'IV therapy', 'Charting'],
    ]);
    expect(sets.at(-1)?.matchScore).toBeCloseTo(0.6 * 0.6 + 0.4, 12);
  });

  it('reaches of every size what no other set of that size exceeds', () => {
    const weights = fc.array(fc.constantFrom(0.25, 0.5, 1, 2), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(weights, fc.nat(127), (given, has) => {
        const required = given.map((weight, at) => ({ skill: `s${at}`, weight, mustHave: false }));
        const matched = required.filter((_, at) => (has >> at) % 2 === 1).map(({ skill }) => skill);
        const missing = required
          .map(({ skill }) => skill)
          .filter((skill) => !matched.includes(skill));
        const one = basis({ required, matched });
        const best = bestSets(one);
        for (let set = 1; set < 2 ** missing.length; set += 1) {
          const chosen = missing.filter((_, at) => (set >> at) % 2 === 1);
          const reached = best[chosen.length - 1]?.matchScore ?? NaN;
          expect(scoreOf(one, [...matched, ...chosen])).toBeLessThanOrEqual(reached + 1e-12);
        }
      }),
    );
  });
});
