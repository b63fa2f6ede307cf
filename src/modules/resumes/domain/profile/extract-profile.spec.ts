import * as fc from 'fast-check';
import { documentOf, documentOfText } from '../../../../../test/support/resume-text';
import { type DocumentLine, type ExtractedDocument } from '../document/document';
import { type ExtractedProfile, extractProfile } from './extract-profile';
import { type Resume, type Source } from './profile';

const extract = (document: ExtractedDocument): ExtractedProfile =>
  extractProfile(document, { skills: () => [], today: new Date('2026-11-20T00:00:00Z') });

/** Every range that the profile holds. */
function rangesOf(profile: Resume): readonly Pick<Source, 'start' | 'end'>[] {
  const spans: Pick<Source, 'start' | 'end'>[] = [...profile.sections];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('start' in value && 'end' in value && 'confidence' in value) spans.push(value as Source);
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(profile);
  return spans;
}

const RESUME = `CURRICULUM VITAE
Name: Oluwaseun Adeyemi-Clarke
Address: 14 Harbour Lane, Bristol, BS1 4QA, United Kingdom
Mobile: 07700 900123\tEmail: seun.adeyemi@example.org

PERSONAL STATEMENT
A registered nurse with twelve years on surgical wards, who likes to teach newcomers.

EMPLOYMENT HISTORY

Ward Sister, Riverside General Hospital, Bristol
March 2018 – Present
- Lead a team of 14 nurses on a surgical ward

Staff Nurse\tSept 2012 – Feb 2018
St Agnes Hospital, Cardiff
- IV therapy, triage and medication rounds

EDUCATION
2009 – 2012\tBSc (Hons) Adult Nursing, University of the West of England

LANGUAGES
English (native), Yoruba – fluent

REFERENCES
Dr Hannah Whitfield, Riverside General Hospital
h.whitfield@riverside.example.org, 0117 496 0123
`;

describe('extractProfile', () => {
  it('reads a whole resume', () => {
    const { profile } = extract(documentOfText(RESUME));
    expect(profile.personal_info).toMatchObject({
      name: 'Oluwaseun Adeyemi-Clarke',
      email: 'seun.adeyemi@example.org',
      phones: ['+447700900123'],
      location: 'Bristol, BS1 4QA, United Kingdom',
    });
    expect(profile.positions).toMatchObject([
      {
        title: 'Ward Sister',
        employer: 'Riverside General Hospital',
        location: 'Bristol',
        start_date: '2018-03',
        is_current: true,
      },
      {
        title: 'Staff Nurse',
        employer: 'St Agnes Hospital',
        location: 'Cardiff',
        start_date: '2012-09',
        end_date: '2018-02',
      },
    ]);
    expect(profile.educations).toMatchObject([
      {
        degree: 'BSc (Hons)',
        field: 'Adult Nursing',
        level: 'bachelor',
        start_date: '2009',
        end_date: '2012',
      },
    ]);
    expect(profile.years_of_experience).toBe(14.3);
  });

  it('passes the skills sections on as regions and never counts education as experience', () => {
    const document = documentOfText(
      'Jane\n\nEducation\nBSc Physics, Keele University, 2009 – 2012\n\nSkills\nWelding',
    );
    const regions: string[] = [];
    const { profile } = extractProfile(document, {
      skills: (content, given) => {
        regions.push(...given.map(({ start, end }) => content.slice(start, end)));
        return [];
      },
      today: new Date('2026-11-20T00:00:00Z'),
    });
    expect(regions).toEqual(['Skills\nWelding\n']);
    expect(profile.years_of_experience).toBeNull();
  });

  it('gives the same profile for the same document', () => {
    expect(extract(documentOfText(RESUME))).toEqual(extract(documentOfText(RESUME)));
  });

  it('invents nothing for an empty document', () => {
    const { profile } = extract(documentOf([]));
    expect(profile.personal_info).toMatchObject({
      name: null,
      headline: null,
      email: null,
      phone: null,
      location: null,
      links: [],
    });
    expect([profile.summary, profile.positions, profile.educations, profile.skills]).toEqual([
      null,
      [],
      [],
      [],
    ]);
  });

  const word = fc.constantFrom(
    'Experience',
    'EDUCATION',
    'Skills',
    'References',
    'Jane',
    'Doe',
    'Engineer',
    'Nurse',
    'Acme',
    'Ltd',
    ',',
    '|',
    '–',
    '•',
    '\t',
    '(',
    ')',
    'at',
    'University',
    'BSc',
    'MA',
    'Jan 2019',
    '2015',
    '–',
    'present',
    'jane@example.org',
    '+44 20 7946 0123',
    'London',
    'CA',
    'Company Name',
    'City , State',
    'of',
    'managed',
    'Languages:',
    'German',
    '@',
    ':',
    '\u00ad',
    '\u200b',
    'ﬁ',
    '𝒜',
    'İ',
    '王小明',
  );
  const line = fc
    .array(fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.string() }), {
      maxLength: 9,
    })
    .map((words) => words.join(' ').replace(/[\n\r]/gu, ' '));
  const look = fc.record({
    page: fc.integer({ min: 1, max: 3 }),
    column: fc.integer({ min: 0, max: 2 }),
    fontSize: fc.option(fc.constantFrom(9, 10, 12, 24)),
    bold: fc.boolean(),
    heading: fc.boolean(),
    gapBefore: fc.boolean(),
  });
  const anyDocument = fc
    .array(fc.record({ text: line, look }), { maxLength: 25 })
    .map((lines) => documentOf(lines));

  it('holds only ranges of the content, whatever the document is', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { profile, quality } = extract(document);
        for (const { start, end } of rangesOf(profile)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(document.content.length);
        }
        expect(quality).toBeGreaterThanOrEqual(0);
        expect(quality).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('cuts its values from where their sources say', () => {
    const same = (text: string): string =>
      text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { profile } = extract(document);
        const written = (source: Source | undefined): string =>
          same(document.content.slice(source?.start, source?.end));
        for (const item of profile.positions) {
          if (item.title !== null) expect(written(item.sources.title)).toBe(same(item.title));
          if (item.employer !== null)
            expect(written(item.sources.employer)).toBe(same(item.employer));
        }
        for (const item of profile.educations) {
          if (item.school !== null) expect(written(item.sources.school)).toBe(same(item.school));
        }
        const { name, sources } = profile.personal_info;
        if (name !== null) expect(written(sources.name)).toBe(same(name));
      }),
      { numRuns: 300 },
    );
  });

  it('reads long lines and many lines without end', () => {
    const long = 'word '.repeat(20_000);
    const solid = 'x'.repeat(200_000);
    const numbers = '1 '.repeat(50_000);
    const many: DocumentLine['start'][] = Array.from({ length: 3000 }, (_, index) => index);
    const document = documentOf([
      long,
      solid,
      numbers,
      ...many.map((index) => `Line ${index} of 2019`),
    ]);
    const started = performance.now();
    extract(document);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
