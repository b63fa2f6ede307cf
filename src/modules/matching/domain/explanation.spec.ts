import { matchScore } from '../../jobs';
import type { MatchedSkill, MissingSkill } from '../../skills';
import { explain, type ExplanationFacts } from './explanation';

type Matched = ExplanationFacts['matched'][number];

const has = (skill: string, more: Partial<Matched> = {}): Matched => ({
  skill,
  weight: 1,
  mustHave: false,
  impliedBy: null,
  term: 0.5,
  years: null,
  ...more,
});

const lacks = (skill: string, more: Partial<MissingSkill & MatchedSkill> = {}): MissingSkill => ({
  skill,
  weight: 1,
  mustHave: false,
  term: 0.5,
  related: [],
  ...more,
});

const facts = (changes: Partial<ExplanationFacts> = {}): ExplanationFacts => ({
  jobTitle: 'Sous Chef',
  candidateTitle: 'Chef de Partie',
  score: matchScore(0.8, 0.5, 0.6),
  matched: [has('HACCP')],
  missing: [lacks('Menu development')],
  yearsOfExperience: 4,
  minYearsExperience: null,
  ...changes,
});

const none = { matched: [], missing: [] };

describe('explain', () => {
  it('says how strong, why, what is missing, and with which weights', () => {
    expect(explain(facts())).toBe(
      'Good match for “Sous Chef”: 68%, weighing similarity 60% and skills 40%. The resume (“Chef de Partie”) ' +
        'reads much like the job’s own text (similarity 80%), and names 1 of the 2 skills asked for: HACCP. ' +
        'It does not mention Menu development.',
    );
  });

  it.each([
    ['agrees when both are good', 0.8, 0.75, ', and names 1 of'],
    ['does not belittle a fair share', 0.8, 0.4, ', and names 1 of'],
    ['contrasts few skills with a close text', 0.8, 0.25, ', but names only 1 of'],
    ['contrasts a far text with good skills', 0.3, 0.75, ', yet names 1 of'],
    ['agrees when both are poor', 0.3, 0.25, ', and names only 1 of'],
  ])('%s', (_name, similarity, skills, words) => {
    const score = matchScore(similarity, skills, 0.6);
    expect(explain(facts({ score }))).toContain(words);
  });

  it.each([
    [0.746, 'Strong match for “Sous Chef”: 75%'],
    [0.744, 'Good match for “Sous Chef”: 74%'],
  ])('calls %s what the shown percentage says', (similarity, words) => {
    const score = matchScore(similarity, null, 0.6);
    expect(explain(facts({ score, ...none }))).toContain(words);
  });

  it('says it shortly when all skills are there, or none', () => {
    const all = { score: matchScore(0.8, 1, 0.6), matched: [has('A'), has('B')], missing: [] };
    expect(explain(facts(all))).toContain('and names both skills asked for: A and B.');
    const nothing = {
      score: matchScore(0.8, 0, 0.6),
      matched: [],
      missing: [lacks('A', { mustHave: true }), lacks('B')],
    };
    expect(explain(facts(nothing))).toMatch(
      /but names none of the 2 skills asked for, one of them a must-have: A and B\.$/,
    );
  });

  it('names a single skill once', () => {
    const one = { score: matchScore(0.8, 0, 0.6), matched: [], missing: [lacks('SAP')] };
    const text = explain(facts(one));
    expect(text).toContain('but does not name SAP, the one skill asked for.');
    expect(text.match(/SAP/g)).toHaveLength(1);
  });

  it('names unmet must-haves apart from the rest', () => {
    const missing = [lacks('CPR', { mustHave: true }), lacks('Baking')];
    const text = explain(facts({ missing }));
    expect(text).toContain('It does not mention CPR, a must-have, nor Baking.');
  });

  it('tells which skill is credited through which, and which is close without credit', () => {
    const text = explain(
      facts({
        matched: [has('JavaScript', { impliedBy: 'React' }), has('HTML', { impliedBy: 'React' })],
        missing: [lacks('Angular', { related: ['Vue.js'] })],
      }),
    );
    expect(text).toContain('JavaScript and HTML count through React.');
    expect(text).toContain('In place of Angular it has Vue.js, which earns no credit.');
  });

  it('tells the skill that was used longest', () => {
    const text = explain(
      facts({ matched: [has('HACCP', { years: 2 }), has('Pastry', { years: 6 })] }),
    );
    expect(text).toContain('Pastry runs through 6 years of positions.');
    const alone = explain(facts({ matched: [has('Pastry', { years: 6 })] }));
    expect(alone).toContain('It runs through 6 years of positions.');
  });

  it('says that the similarity is the whole score when no skill is required', () => {
    const text = explain(facts({ score: matchScore(0.8, null, 0.6), ...none }));
    expect(text).toContain('80%, the similarity alone, since the job names no required skill.');
    expect(text).not.toContain('skills');
  });

  it('writes the job’s own weights', () => {
    const text = explain(facts({ score: matchScore(0.8, 0.5, 0.45) }));
    expect(text).toContain('weighing similarity 45% and skills 55%.');
  });

  it.each([
    [6, 5, 'add up to 6 years, which covers the 5 years asked for'],
    [1, 5, 'add up to 1 year, short of the 5 years asked for'],
    [null, 5, 'asks for 5 years of experience; the resume gives no dates to count'],
  ])('compares %s years with %s asked for', (yearsOfExperience, minYearsExperience, words) => {
    expect(explain(facts({ yearsOfExperience, minYearsExperience }))).toContain(words);
  });

  it.each([
    ['DIRECTOR OF HR AND IT', '(“Director of HR and IT”)'],
    [null, 'The resume reads'],
    [`I am ${'very '.repeat(20)}motivated`, 'The resume reads'],
  ])('writes the title %s as it can stand in a sentence', (candidateTitle, words) => {
    expect(explain(facts({ candidateTitle }))).toContain(words);
  });

  it('cuts long lists of skills', () => {
    const missing = Array.from({ length: 12 }, (_, n) => lacks(`Skill ${n}`));
    expect(explain(facts({ missing }))).toContain('Skill 3 or 8 more.');
  });

  it('gives the same words for the same facts', () => {
    expect(explain(facts())).toBe(explain(facts()));
  });
});
