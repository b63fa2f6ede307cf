import type { Excerpt, ExcerptReason } from '../search-result';
import { type Asked, type ExplainedResult, explainResult } from './explain-result';

const excerpt = (
  reason: ExcerptReason,
  terms: readonly string[],
  section = 'experience',
): Excerpt => ({
  start: 0,
  end: 1,
  text: 'x',
  section,
  reason,
  terms,
  similarityScore: null,
});

const explain = (result: Partial<ExplainedResult>, asked: Partial<Asked> = {}): string =>
  explainResult(
    {
      ranks: {},
      similarityScore: null,
      matchedSkills: [],
      impliedSkills: [],
      yearsOfExperience: null,
      location: null,
      excerpts: [],
      ...result,
    },
    { filters: {}, words: [], ...asked },
  );

it('names the words, skills, passage and places of a result', () => {
  const text = explain(
    {
      ranks: { text: 1, semantic: 3 },
      similarityScore: 0.614,
      matchedSkills: ['SAP', 'ERP'],
      impliedSkills: ['ERP'],
      excerpts: [excerpt('terms', ['shift', 'Night']), excerpt('similarity', [], 'summary')],
    },
    { words: ['Night', 'shift', 'nurse'] },
  );
  expect(text).toBe(
    'Holds “Night” and “shift”. Has the skill SAP; what it names implies ERP. ' +
      'Similar in meaning by 0.61, closest in the part “summary”. Place 1 by words and 3 by meaning.',
  );
});

it('says of who was found by meaning alone that the words are not there', () => {
  const text = explain({ ranks: { semantic: 1 }, similarityScore: 0.5 }, { words: ['driver'] });
  expect(text).toBe(
    'Holds none of the words asked for. Similar in meaning by 0.50. Place 1 by meaning.',
  );
});

it('does not deny words that the name of a skill holds', () => {
  const text = explain({ ranks: { text: 2 }, matchedSkills: ['CNA'] }, { words: ['CNA'] });
  expect(text).toBe('Has the skill CNA. Place 2 by words.');
});

it('tells by what entries and facts a resume passes the filters', () => {
  const result = {
    yearsOfExperience: 7.5,
    location: 'Leeds',
    excerpts: [excerpt('employer', ['Fernhill Ltd']), excerpt('school', ['Midland Polytechnic'])],
  };
  const filters = {
    employers: ['Fernhill'],
    schools: ['Midland'],
    minYears: 5,
    location: 'leeds',
    languages: ['German', 'Polish'],
    workedWith: { candidateId: 'c', steps: 2 },
  };
  expect(explain(result, { filters })).toBe(
    'Worked at Fernhill Ltd. Studied at Midland Polytechnic. Has 7.5 years of experience. ' +
      'Lives in Leeds. Speaks German and Polish. ' +
      'Worked with the person asked for, or with a colleague of theirs, at the same time.',
  );
  expect(explain(result)).not.toContain('years');
});

it('shortens long lists', () => {
  const matchedSkills = [...'ABCDEFGHI'];
  expect(explain({ matchedSkills })).toBe('Has the skills A, B, C, D, E, F and 3 more.');
});
