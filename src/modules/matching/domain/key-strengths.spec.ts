import { keyStrengths } from './key-strengths';

describe('keyStrengths', () => {
  it('puts must-haves first, then the skills of most years, then the experience', () => {
    const strengths = keyStrengths({
      matched: [
        { skill: 'Excel', years: 9, mustHave: false },
        { skill: 'GAAP', years: 1, mustHave: true },
        { skill: 'Yardi', years: null, mustHave: false },
      ],
      yearsOfExperience: 9.2,
      minYearsExperience: 5,
    });
    expect(strengths).toEqual([
      'GAAP (1 year)',
      'Excel (9 years)',
      'Yardi',
      '9.2 years of experience',
    ]);
  });

  it('does not call experience below what is asked for a strength', () => {
    const strengths = keyStrengths({
      matched: [],
      yearsOfExperience: 2,
      minYearsExperience: 5,
    });
    expect(strengths).toEqual([]);
  });
});
