import { explain, type ExplanationFacts } from './explanation';

const facts = (changes: Partial<ExplanationFacts> = {}): ExplanationFacts => ({
  jobTitle: 'Sous Chef',
  candidateTitle: 'Chef de Partie',
  matchScore: 0.78,
  similarityScore: 0.8,
  skillMatchScore: 0.5,
  matched: ['HACCP'],
  missing: ['Menu development'],
  missingMustHaves: [],
  yearsOfExperience: 4,
  minYearsExperience: null,
  ...changes,
});

describe('explain', () => {
  it('says how strong, why, and what is missing', () => {
    expect(explain(facts())).toBe(
      'Strong match for “Sous Chef” (78%). The resume (“Chef de Partie”) reads very close to the job’s text ' +
        '(similarity 80%). 1 of 2 required skills is found: HACCP. Not found: Menu development.',
    );
  });

  it('names unmet must-haves apart from the rest', () => {
    const text = explain(facts({ missing: ['CPR', 'Baking'], missingMustHaves: ['CPR'] }));
    expect(text).toContain('Must-have not found: CPR. Not found: Baking.');
  });

  it('says that the similarity is the whole score when no skill is required', () => {
    const text = explain(facts({ skillMatchScore: null, matched: [], missing: [] }));
    expect(text).toContain('names no required skill, so the score is the similarity alone');
  });

  it.each([
    [6, 5, 'add up to 6 years, which meets the 5 years asked for'],
    [1, 5, 'add up to 1 year, which is below the 5 years asked for'],
    [null, 5, 'asks for 5 years of experience; the resume gives no dates to count'],
  ])('compares %s years with %s asked for', (yearsOfExperience, minYearsExperience, words) => {
    expect(explain(facts({ yearsOfExperience, minYearsExperience }))).toContain(words);
  });

  it('writes titles in capitals like any other', () => {
    expect(explain(facts({ candidateTitle: 'DIRECTOR OF HR AND IT' }))).toContain(
      '(“Director of HR and IT”)',
    );
  });

  it('cuts long lists of skills', () => {
    const missing = Array.from({ length: 12 }, (_, n) => `Skill ${n}`);
    expect(explain(facts({ missing }))).toContain('Skill 7 and 4 more.');
  });

  it('gives the same words for the same facts', () => {
    expect(explain(facts())).toBe(explain(facts()));
  });
});
