import fc from 'fast-check';
import { type OfferedSkills, type RequiredSkill, scoreSkills } from './skill-overlap';

function required(
  ...skills: readonly (readonly [skill: string, weight: number])[]
): readonly RequiredSkill[] {
  return skills.map(([skill, weight]) => ({ skill, weight, mustHave: false }));
}

function offered(named: readonly string[], implied: Record<string, string> = {}): OfferedSkills {
  return { named: new Set(named), implied: new Map(Object.entries(implied)) };
}

describe('scoreSkills', () => {
  it('is the weight of the skills found divided by the weight of all', () => {
    const overlap = scoreSkills(
      required(['Java', 1], ['SQL', 1], ['Docker', 0.5]),
      offered(['Java', 'Docker', 'Excel']),
    );
    expect(overlap.score).toBe(1.5 / 2.5);
    expect(overlap.matched.map(({ skill }) => skill)).toEqual(['Java', 'Docker']);
    expect(overlap.missing.map(({ skill }) => skill)).toEqual(['SQL']);
  });

  it('counts an implied skill and says what implies it', () => {
    const overlap = scoreSkills(
      required(['JavaScript', 1]),
      offered(['React'], { JavaScript: 'React' }),
    );
    expect(overlap.score).toBe(1);
    expect(overlap.matched).toMatchObject([{ skill: 'JavaScript', impliedBy: 'React', term: 1 }]);
  });

  it('prefers the name itself to an implication', () => {
    const overlap = scoreSkills(
      required(['JavaScript', 1]),
      offered(['JavaScript', 'React'], { JavaScript: 'React' }),
    );
    expect(overlap.matched[0]?.impliedBy).toBeNull();
  });

  it('shows close skills of a missing one without credit', () => {
    const overlap = scoreSkills(required(['React', 1]), {
      ...offered(['Vue.js']),
      relatedTo: () => ['Vue.js', 'Angular'],
    });
    expect(overlap.score).toBe(0);
    expect(overlap.missing).toMatchObject([{ skill: 'React', term: 1, related: ['Vue.js'] }]);
  });

  it('has no score when nothing is required', () => {
    expect(scoreSkills([], offered(['Java'])).score).toBeNull();
  });

  it('gives nothing for skills that nobody asked for', () => {
    expect(scoreSkills(required(['Welding', 1]), offered(['Baking'])).score).toBe(0);
  });

  it('has terms that add up to the score, and with the missing ones to 1', () => {
    const weights = fc.array(fc.constantFrom(0.25, 0.5, 1, 0.1, 3), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(weights, fc.nat(), (chosen, seed) => {
        const skills = required(
          ...chosen.map((weight, index) => [`skill ${index}`, weight] as const),
        );
        const has = skills.filter((_, index) => (seed >> (index % 30)) % 2 === 0);
        const overlap = scoreSkills(skills, offered(has.map(({ skill }) => skill)));
        const matched = overlap.matched.reduce((sum, { term }) => sum + term, 0);
        const missing = overlap.missing.reduce((sum, { term }) => sum + term, 0);
        expect(Math.abs(matched - (overlap.score ?? NaN))).toBeLessThan(1e-9);
        expect(Math.abs(matched + missing - 1)).toBeLessThan(1e-9);
      }),
    );
  });
});
