import { contradictions, type MatchFilter } from './candidate-filters';

const fieldsOf = (filter: MatchFilter, mustHaves: readonly string[] = []): readonly string[] =>
  contradictions(filter, mustHaves).map(({ field }) => field);

describe('contradictions', () => {
  it('finds none where somebody can fulfil everything', () => {
    for (const filter of [
      {},
      { minScore: 0.5, maxScore: 0.5, minYears: 0, maxYears: 0 },
      { skills: ['SAP'], skillsMode: 'any' as const, excludedSkills: ['Go'] },
      { mustHave: false, excludedSkills: ['SAP'] },
    ]) {
      expect(contradictions(filter, ['SAP'])).toEqual([]);
    }
  });

  it('finds bounds that cross', () => {
    expect(fieldsOf({ minScore: 0.6, maxScore: 0.5 })).toEqual(['min_score']);
    expect(fieldsOf({ minYears: 3, maxYears: 2 })).toEqual(['min_years']);
  });

  it('finds a skill that is wanted and not wanted, unless another would do', () => {
    const both = { skills: ['SAP', 'Go'], excludedSkills: ['Go'] };
    expect(fieldsOf(both)).toEqual(['excluded_skills']);
    expect(fieldsOf({ ...both, skillsMode: 'any' })).toEqual([]);
    expect(fieldsOf({ ...both, excludedSkills: ['Go', 'SAP'], skillsMode: 'any' })).toEqual([
      'excluded_skills',
    ]);
  });

  it('finds a must-have that is not wanted', () => {
    const filter = { mustHave: true, excludedSkills: ['SAP'] };
    expect(fieldsOf(filter, ['Go', 'SAP'])).toEqual(['excluded_skills']);
    expect(contradictions(filter, ['SAP'])[0]?.message).toContain('SAP');
    expect(fieldsOf(filter, ['Go'])).toEqual([]);
  });

  it('finds a mode of skills without skills', () => {
    expect(fieldsOf({ skillsMode: 'any' })).toEqual(['skills_mode']);
  });
});
