import type { PersonalInfo } from '../../resumes';
import type { AskedSkill, Dossier } from './analysis';
import { findQuote, lineAround } from './quotes';
import { namesProtectedAttribute } from './protected-attributes';
import { templateWording } from './template-wording';

const CONTENT =
  'Baker\n- Ran the night shift of the bakery with sourdough for three shops in two towns\n';

const NOBODY: PersonalInfo = {
  name: null,
  headline: null,
  email: null,
  phone: null,
  phones: [],
  location: null,
  links: [],
  sources: {},
};

const asked = (skill: string, fields: Partial<AskedSkill> = {}): AskedSkill => ({
  skill,
  weight: 1,
  mustHave: false,
  isFound: false,
  impliedBy: null,
  years: null,
  lastUsed: null,
  evidence: [],
  related: [],
  ...fields,
});

const found = (skill: string, fields: Partial<AskedSkill> = {}): AskedSkill => {
  const start = CONTENT.indexOf('sourdough');
  const evidence = [{ start, end: start + 9, text: 'sourdough' }];
  return asked(skill, { isFound: true, evidence, ...fields });
};

const dossier = (skills: readonly AskedSkill[], fields: Partial<Dossier> = {}): Dossier => ({
  jobTitle: 'Head Baker',
  jobText: '',
  minYears: null,
  matchScore: 0.5,
  skills,
  candidateTitle: 'Baker',
  years: 4,
  content: CONTENT,
  person: NOBODY,
  ...fields,
});

describe('templateWording', () => {
  it('says what is there and what is missing, with the line that shows it', () => {
    const wording = templateWording(
      dossier([
        found('Sourdough', { years: 1, lastUsed: '2023-04' }),
        asked('Pastry', { mustHave: true }),
      ]),
    );
    expect(wording.summary).toBe(
      'The candidate (Baker) has 4 years of dated experience and shows 1 of the 2 skills that Head Baker asks for: ' +
        'Sourdough. Of what the job must have, the resume does not name Pastry.',
    );
    expect(wording.strengths).toMatchObject([
      {
        text: 'Sourdough, used for 1 year, last in 2023.',
        quote: { text: CONTENT.split('\n')[1] },
      },
    ]);
    expect(wording.gaps).toEqual([
      { text: 'Pastry is a must-have and is not named in the resume.', quote: null },
    ]);
  });

  it.each([
    ['nothing is asked', dossier([])],
    ['nothing is found', dossier([asked('Pastry'), asked('Icing', { related: ['Glazing'] })])],
    ['all is found', dossier([found('Sourdough'), found('Baking', { impliedBy: 'Sourdough' })])],
    ['one is asked', dossier([asked('Pastry', { mustHave: true })])],
    [
      'much is asked',
      dossier(Array.from({ length: 40 }, (_, n) => asked(`Skill ${n} ${'x'.repeat(80)}`))),
    ],
    [
      'nothing is known',
      dossier([], { candidateTitle: null, years: null, content: '', minYears: 3 }),
    ],
    [
      'much is found and missing under long names',
      dossier(
        Array.from({ length: 12 }, (_, n) =>
          (n % 2 === 0 ? found : asked)(`Skill ${n} ${'x'.repeat(80)}`, { mustHave: true }),
        ),
        { jobTitle: 'Head '.repeat(40), candidateTitle: 'Baker '.repeat(40) },
      ),
    ],
  ])('asks three different questions and keeps to its length when %s', (_name, given) => {
    const { summary, questions } = templateWording(given);
    expect(new Set(questions).size).toBe(3);
    expect(questions).toHaveLength(3);
    expect(summary.length).toBeGreaterThanOrEqual(10);
    expect(summary.length).toBeLessThanOrEqual(500);
    expect(summary).toMatch(/\.$/);
    expect([summary, ...questions].filter(namesProtectedAttribute)).toEqual([]);
  });
});

describe('quotes', () => {
  it('are found whatever blanks and cases they have, and not in the middle of words', () => {
    expect(findQuote(CONTENT, 'night  SHIFT\nof')).toMatchObject({ text: 'night shift of' });
    expect(findQuote(CONTENT, 'ough for')).toBeNull();
    expect(findQuote(CONTENT, 'day shift')).toBeNull();
    expect(findQuote(CONTENT, '')).toBeNull();
  });

  it('of a long line are the words around the place, never a part of one', () => {
    const long = `${'word '.repeat(60)}sourdough${' other'.repeat(60)}`;
    const start = long.indexOf('sourdough');
    const { text, start: from, end } = lineAround(long, { start, end: start + 9 });
    expect(long.slice(from, end)).toBe(text);
    expect(text.length).toBeLessThanOrEqual(160);
    expect(new Set(text.split(' '))).toEqual(new Set(['word', 'sourdough', 'other']));
  });
});
