import type { ResumeProfile } from '../../../resumes';
import { namesProtectedAttribute } from '../protected-attributes';
import type { Finding } from './review';
import type { ReviewedResume } from './reviewed-resume';
import { templateReview } from './template-review';

type Position = ResumeProfile['positions'][number];

const TODAY = new Date('2026-06-15T00:00:00Z');
/** Enough words not to be too short. */
const BODY = `${'Ran the bakery of the village together with the owners and a cook. '.repeat(16)}\n`;

const PERSON: ResumeProfile['personal_info'] = {
  name: 'Ada Example',
  headline: 'Baker',
  email: 'ada@example.com',
  phone: '+442079460958',
  phones: ['+442079460958'],
  location: 'Coventry',
  links: [],
  sources: {},
};

const PROFILE: ResumeProfile = {
  personal_info: PERSON,
  summary: 'Baker with seven years in three shops.',
  sections: [],
  positions: [],
  educations: [],
  projects: [],
  certifications: [
    { name: 'Food safety', issuer: null, date: null, span: { start: 0, end: 1, confidence: 1 } },
  ],
  languages: [],
  skills: [{ name: 'Baking', category: 'craft', evidence: [], years: null, last_used: null }],
  years_of_experience: 7,
};

/** A resume of these positions, each a text whose first line is the head and whose others are bullets. */
function resumeOf(
  positions: readonly { readonly text: string; readonly fields?: Partial<Position> }[],
  fields: Partial<ResumeProfile> = {},
): ReviewedResume {
  const content = `${BODY}${positions.map(({ text }) => text).join('\n')}`;
  return {
    content,
    flags: [],
    today: TODAY,
    profile: {
      ...PROFILE,
      positions: positions.map(({ text, fields: given }) => {
        const start = content.indexOf(text);
        return {
          employer: 'Village Bakery',
          title: 'Baker',
          location: null,
          start_date: '2019-01',
          end_date: '2026-01',
          is_current: false,
          bullets: text
            .split('\n')
            .slice(1)
            .map((line) => line.replace(/^- /, '')),
          span: { start, end: start + text.length, confidence: 1 },
          sources: {},
          ...given,
        };
      }),
      ...fields,
    },
  };
}

const GOOD = { text: 'Baker, Village Bakery\n- Baked 400 loaves a day for 3 shops' };

const find = (resume: ReviewedResume, code: Finding['code']): Finding | undefined =>
  templateReview(resume).findings.find((finding) => finding.code === code);

describe('the review of the rules', () => {
  it('finds nothing in a resume that tells what it should', () => {
    expect(templateReview(resumeOf([GOOD]))).toEqual({
      summary:
        'The resume has 219 words and 1 position, which make 7 dated years. Nothing that can be measured should be better.',
      findings: [],
    });
  });

  it('quotes only what the resume holds, and speaks of nothing that is protected', () => {
    const resume = resumeOf(
      [
        {
          text: 'Baker\n- Was responsible for bread\n- My bread was liked\n- I baked my bread, myself',
          fields: { start_date: null },
        },
        { text: 'Cook\n- Cooked', fields: { start_date: '2010', end_date: '2012' } },
      ],
      { personal_info: { ...PERSON, email: null, phone: null, location: null, headline: null } },
    );
    const { findings } = templateReview(resume);
    expect(findings.length).toBeGreaterThan(7);
    for (const { quotes, problem, suggestion } of findings) {
      expect(namesProtectedAttribute(`${problem} ${suggestion}`)).toBe(false);
      for (const { start, end, text } of quotes) {
        expect(resume.content.slice(start, end)).toBe(text);
      }
    }
  });

  it.each([
    ['missing_email', { email: null }],
    ['missing_phone', { phone: null }],
    ['missing_location', { location: null }],
    ['missing_headline', { headline: null }],
  ] as const)('misses contact: %s', (code, person) => {
    const resume = resumeOf([GOOD], { personal_info: { ...PERSON, ...person } });
    expect(find(resume, code)).toMatchObject({ section: 'contact', quotes: [] });
    expect(find(resumeOf([GOOD]), code)).toBeUndefined();
  });

  it('finds positions without dates, with their heads', () => {
    const resume = resumeOf(
      [GOOD, { ...GOOD, text: 'Cook, Inn\n- Cooked for 90 guests' }].slice(1),
    );
    const undated = resumeOf([
      GOOD,
      { text: 'Cook, Inn\n- Cooked for 90 guests', fields: { start_date: null } },
    ]);
    expect(find(resume, 'positions_without_dates')).toBeUndefined();
    expect(find(undated, 'positions_without_dates')).toMatchObject({
      problem: '1 of 2 positions has no dates.',
      quotes: [{ text: 'Cook, Inn' }],
    });
  });

  it.each([
    ['Baked 400 loaves', true],
    ['Cut waste by 12.5%', true],
    ['Led four bakers', true],
    ['Baked since 2019', false],
    ['Used HTML5 and S3', false],
  ])('takes %j for a line with a number: %s', (bullet, hasAmount) => {
    const text = `Baker\n- ${bullet}\n- Sold bread\n- Sold cake`;
    const finding = find(resumeOf([{ text }]), 'bullets_without_numbers');
    const bare = hasAmount ? undefined : 'All 3 lines have no number.';
    expect(finding?.problem).toBe(bare);
  });

  it.each([
    ['Was responsible for the oven', 'Was responsible for'],
    ['The oven was repaired quickly', 'was repaired'],
    ['Duties included cleaning', 'Duties included'],
    ['Helped with the books', 'Helped with'],
  ])('finds weak wording in %j', (line, wording) => {
    const resume = resumeOf([{ text: `Baker\n- ${line}\n- Baked 10 cakes` }]);
    const finding = find(resume, 'weak_wording');
    expect(finding?.quotes[0]?.text).toContain(wording);
  });

  it('finds no weak wording where somebody did something', () => {
    const text = 'Baker\n- Led 4 bakers\n- Responded to 30 orders a day\n- Wasted no flour';
    expect(find(resumeOf([{ text }]), 'weak_wording')).toBeUndefined();
  });

  it('tells of months that nothing covers, unless a study does', () => {
    const early = {
      text: 'Cook, Inn\n- Cooked for 90 guests',
      fields: { start_date: '2014-01', end_date: '2016-12' },
    };
    const resume = resumeOf([GOOD, early]);
    expect(find(resume, 'gap')).toMatchObject({
      problem: 'The 24 months before this are not told of.',
    });
    const study = {
      school: 'School',
      degree: null,
      field: null,
      start_date: '2017-01',
      end_date: '2018-12',
      level: null,
      span: { start: 0, end: 1, confidence: 1 },
      sources: {},
    };
    expect(
      find({ ...resume, profile: { ...resume.profile, educations: [study] } }, 'gap'),
    ).toBeUndefined();
  });

  it('finds what may play no part in hiring', () => {
    const text = 'Date of birth: 1 May 1990 | Nationality: none of yours';
    const resume = resumeOf([GOOD, { text: `Cook\n- ${text}` }]);
    expect(find(resume, 'personal_data')?.quotes[0]?.text).toContain('Date of birth: 1 May 1990');
    expect(find(resumeOf([GOOD]), 'personal_data')).toBeUndefined();
  });

  it('finds skills that stand in the list only', () => {
    const resume = resumeOf([GOOD]);
    const skills = ['Baking', 'Cooking', 'Selling', 'Counting'].map((name, index) => ({
      name,
      category: 'craft',
      evidence: [{ start: index, end: index + 1, text: '' }],
      years: null,
      last_used: null,
    }));
    const list = { kind: 'skills', heading: 'Skills', start: 0, end: 3 } as const;
    const listed = { ...resume, profile: { ...resume.profile, skills, sections: [list] } };
    expect(find(listed, 'skills_without_proof')?.problem).toBe(
      '3 of 4 skills stand in the list only: Baking, Cooking, Selling.',
    );
    expect(
      find({ ...listed, profile: { ...listed.profile, sections: [] } }, 'skills_without_proof'),
    ).toBeUndefined();
  });

  it('finds what everybody writes, and lengths that nobody reads', () => {
    const resume = resumeOf([{ text: 'Baker\n- Results-driven team player\n- Baked 4 cakes' }]);
    expect(find(resume, 'buzzwords')?.quotes.map(({ text }) => text)).toEqual([
      'Results-driven',
      'team player',
    ]);
    expect(find({ ...resume, content: 'Baker' }, 'too_short')).toBeDefined();
    expect(find({ ...resume, content: BODY.repeat(6) }, 'too_long')).toBeDefined();
  });

  it('says of a file without text only that', () => {
    const { findings } = templateReview({ ...resumeOf([GOOD]), content: ' \n' });
    expect(findings.map(({ code }) => code)).toEqual(['no_text']);
  });
});
