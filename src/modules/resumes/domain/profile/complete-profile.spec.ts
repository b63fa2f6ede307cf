import { completeProfile, type Reading } from './complete-profile';
import { profileOfRules } from './profile-of-rules';
import type { Resume } from './profile';

const TODAY = new Date('2026-06-15T00:00:00Z');

const CONTENT = [
  'Ada Example',
  'Keeps ships on time as a tide planner',
  'Experience',
  'Developer, Harbour Works, 2019 - 2023',
  '- Built the berth planner',
  'Works',
  'At the Quayside Trading desk from May 2014 to March 2016 she was the Night Clerk.',
  'Studies',
  'Evening School of Trade gave a BSc in Logistics in 2013',
  'Niederländisch is spoken at home, and the Tide Clock is hers: a clock that runs with the harbour.',
].join('\n');

const at = (text: string): { start: number; end: number; confidence: number } => {
  const start = CONTENT.indexOf(text);
  return { start, end: start + text.length, confidence: 0.9 };
};

const PERSON: Resume['personal_info'] = {
  name: 'Ada Example',
  headline: null,
  email: null,
  phone: null,
  phones: [],
  location: null,
  links: [],
  sources: {},
};

/** What rules may have read of it: one position without its title. */
const PROFILE: Resume = {
  personal_info: PERSON,
  summary: null,
  sections: [
    {
      kind: 'experience',
      heading: 'Experience',
      start: CONTENT.indexOf('Experience'),
      end: CONTENT.indexOf('Works\nAt'),
    },
    { kind: 'other', heading: 'Works', start: CONTENT.indexOf('Works\nAt'), end: CONTENT.length },
  ],
  positions: [
    {
      employer: 'Harbour Works',
      title: null,
      location: null,
      start_date: '2019',
      end_date: '2023',
      is_current: false,
      bullets: ['Built the berth planner'],
      span: at('Developer, Harbour Works, 2019 - 2023\n- Built the berth planner'),
      sources: { employer: at('Harbour Works') },
    },
  ],
  educations: [],
  projects: [],
  certifications: [],
  languages: [],
  skills: [],
  years_of_experience: 4,
};

const NOTHING: Reading = {
  headline: null,
  positions: [],
  educations: [],
  certifications: [],
  projects: [],
  languages: [],
};

const position = (fields: Partial<Reading['positions'][number]>): Reading => ({
  ...NOTHING,
  positions: [{ title: null, employer: null, location: null, dates: null, ...fields }],
});

const complete = (reading: Reading): ReturnType<typeof completeProfile> =>
  completeProfile(CONTENT, PROFILE, reading, TODAY);

describe('completeProfile', () => {
  it('fills what the rules left empty, with the place and whose it is', () => {
    const reading = position({ title: 'developer', employer: 'Harbour Works' });
    const { profile, ...counts } = complete(reading);
    expect(counts).toEqual({ filled: ['positions.0.title'], dropped: 0, contradicted: 0 });
    expect(profile.positions[0]).toEqual({
      ...PROFILE.positions[0],
      title: 'Developer',
      sources: {
        employer: at('Harbour Works'),
        title: { ...at('Developer'), confidence: 0.5, origin: 'model' },
      },
    });
  });

  it('never changes what the rules read', () => {
    const reading = position({
      title: 'Developer',
      employer: 'berth planner',
      dates: 'May 2014 to March 2016',
    });
    const { profile, contradicted } = complete(reading);
    expect(profile.positions[0]).toMatchObject({
      title: 'Developer',
      employer: 'Harbour Works',
      start_date: '2019',
      end_date: '2023',
    });
    expect(contradicted).toBeGreaterThan(0);
  });

  it('adds what the person calls their work, where the top of the resume says so', () => {
    const { profile, ...counts } = complete({ ...NOTHING, headline: 'TIDE planner' });
    expect(counts).toEqual({ filled: ['personal_info.headline'], dropped: 0, contradicted: 0 });
    expect(profile.personal_info).toEqual({
      ...PERSON,
      headline: 'tide planner',
      sources: { headline: { ...at('tide planner'), confidence: 0.5, origin: 'model' } },
    });
  });

  it.each([
    ['is not in the resume', 'Harbour master', PERSON, { dropped: 1, contradicted: 0 }],
    ['is the title of a position', 'Developer', PERSON, { dropped: 1, contradicted: 0 }],
    ['stands further down', 'Night Clerk', PERSON, { dropped: 1, contradicted: 0 }],
    [
      'is the name',
      'Ada Example',
      { ...PERSON, sources: { name: at('Ada Example') } },
      { dropped: 1, contradicted: 0 },
    ],
    [
      'the rules read otherwise',
      'tide planner',
      { ...PERSON, headline: 'Developer' },
      { dropped: 0, contradicted: 1 },
    ],
  ])('adds no headline that %s', (_case, headline, person, counts) => {
    const profile = { ...PROFILE, personal_info: person };
    const made = completeProfile(CONTENT, profile, { ...NOTHING, headline }, TODAY);
    expect(made).toEqual({ profile, filled: [], ...counts });
  });

  it('adds items where the rules found none, with dates read by the rules', () => {
    const { profile, filled, dropped } = complete({
      ...NOTHING,
      positions: [
        {
          title: 'Night Clerk',
          employer: 'Quayside Trading',
          location: 'Rotterdam',
          dates: 'May 2014 to March 2016',
        },
      ],
      educations: [
        { school: 'Evening School of Trade', degree: 'BSc', field: 'Logistics', dates: null },
      ],
    });
    expect(filled).toEqual(['positions.1', 'educations.0']);
    expect(dropped).toBe(1);
    expect(profile.positions[1]).toMatchObject({
      title: 'Night Clerk',
      employer: 'Quayside Trading',
      location: null,
      start_date: '2014-05',
      end_date: '2016-03',
      is_current: false,
      span: { origin: 'model' },
    });
    expect(profile.educations[0]).toMatchObject({ degree: 'BSc', level: 'bachelor' });
    expect(profile.years_of_experience).toBe(4);
  });

  it('adds projects and languages, each language by its English name and once', () => {
    const { profile, filled, dropped } = complete({
      ...NOTHING,
      projects: [
        { name: 'Tide Clock', description: 'a clock that runs with the harbour' },
        // A line of a position of the rules.
        { name: 'berth planner', description: null },
      ],
      languages: [
        { name: 'Niederländisch', level: 'spoken at home' },
        { name: 'niederländisch', level: null },
        { name: 'Logistics', level: null },
      ],
    });
    expect(filled).toEqual(['projects.0', 'languages.0']);
    expect(dropped).toBe(1);
    expect(profile.projects).toMatchObject([
      { name: 'Tide Clock', description: 'a clock that runs with the harbour' },
    ]);
    expect(profile.languages).toMatchObject([
      { name: 'Dutch', level: 'spoken at home', span: { origin: 'model' } },
    ]);
  });

  it('takes no language from work or studies', () => {
    const sections = [
      { kind: 'experience', heading: null, start: 0, end: CONTENT.length },
    ] as const;
    const reading = { ...NOTHING, languages: [{ name: 'Niederländisch', level: null }] };
    const { filled, dropped } = completeProfile(CONTENT, { ...PROFILE, sections }, reading, TODAY);
    expect([filled, dropped]).toEqual([[], 1]);
  });

  it.each([
    ['what is not in the text', { title: 'Chief Officer', employer: 'Moon Base' }, 2],
    ['what stands far apart, as one item', { title: 'Night Clerk', employer: 'Moon Base' }, 2],
    ['a part of a word', { title: 'Devel', employer: 'Harb' }, 2],
    ['dates that are none', { title: 'Night Clerk', dates: 'Quayside' }, 3],
    ['a whole sentence', { title: CONTENT.slice(CONTENT.indexOf('At the'), -56) }, 1],
  ])('drops and counts %s', (_name, fields, expected) => {
    const { profile, filled, dropped } = complete(position(fields));
    expect(profile).toEqual(PROFILE);
    expect(filled).toEqual([]);
    expect(dropped).toBe(expected);
  });

  it('begins no position among educations or references', () => {
    const sections = [
      { kind: 'references', heading: null, start: 0, end: CONTENT.length },
    ] as const;
    const reading = position({ title: 'Night Clerk', employer: 'Quayside Trading' });
    const { filled, dropped } = completeProfile(CONTENT, { ...PROFILE, sections }, reading, TODAY);
    expect(filled).toEqual([]);
    expect(dropped).toBe(2);
  });

  it('can be taken back, so that scores rest on the rules alone', () => {
    const reading: Reading = {
      ...NOTHING,
      headline: 'tide planner',
      positions: [
        { title: 'Developer', employer: 'Harbour Works', location: null, dates: null },
        { title: 'Night Clerk', employer: 'Quayside Trading', location: null, dates: null },
      ],
    };
    const { profile, filled } = complete(reading);
    expect(filled).toHaveLength(3);
    expect(profileOfRules(profile)).toEqual(PROFILE);
  });
});
