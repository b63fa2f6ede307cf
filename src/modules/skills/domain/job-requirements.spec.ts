import { VOCABULARY } from '../vocabulary';
import { extractJobRequirements, type JobText, type RequiredSkill } from './job-requirements';
import { SkillMatcher } from './skill-matcher';

const matcher = new SkillMatcher(VOCABULARY);

function requirementsOf(parts: Partial<JobText>): ReturnType<typeof extractJobRequirements> {
  const job = { title: 'Colleague', description: '', requirements: '', ...parts };
  return extractJobRequirements(job, matcher);
}

function skillsOf(
  parts: Partial<JobText>,
): Record<string, Pick<RequiredSkill, 'weight' | 'mustHave'>> {
  return Object.fromEntries(
    requirementsOf(parts).skills.map(({ name, weight, mustHave }) => [name, { weight, mustHave }]),
  );
}

describe('extractJobRequirements', () => {
  it('tells must-haves from nice-to-haves by the heading above', () => {
    const requirements = `Must have:
- Java
- PostgreSQL
Nice to have:
- Kubernetes
Responsibilities
- Build services with Docker`;
    expect(skillsOf({ requirements })).toEqual({
      Java: { weight: 1, mustHave: true },
      PostgreSQL: { weight: 1, mustHave: true },
      Docker: { weight: 1, mustHave: false },
      Kubernetes: { weight: 0.5, mustHave: false },
    });
  });

  it("lets a sentence's own wording win over the heading", () => {
    const requirements =
      'Requirements\nRN license required. ACLS preferred; triage. Phlebotomy is a plus.';
    expect(skillsOf({ requirements })).toEqual({
      RN: { weight: 1, mustHave: true },
      Triage: { weight: 1, mustHave: false },
      ACLS: { weight: 0.5, mustHave: false },
      Phlebotomy: { weight: 0.5, mustHave: false },
    });
  });

  it('takes the strongest wording of a skill that is named twice', () => {
    const requirements = 'Java would be nice.\nNice to have: Java.\nJava is required.';
    expect(skillsOf({ requirements })).toEqual({ Java: { weight: 1, mustHave: true } });
  });

  it('gives soft skills half a weight unless they are a must', () => {
    expect(skillsOf({ requirements: 'Java, problem solving' })['Problem solving']?.weight).toBe(
      0.5,
    );
    expect(skillsOf({ requirements: 'Problem solving is essential' })['Problem solving']).toEqual({
      weight: 1,
      mustHave: true,
    });
  });

  it('reads the description only when the requirements name no skill', () => {
    const description = 'You will use Docker.';
    expect(Object.keys(skillsOf({ description, requirements: 'You know Java.' }))).toEqual([
      'Java',
    ]);
    expect(Object.keys(skillsOf({ description, requirements: 'Be nice.' }))).toEqual(['Docker']);
  });

  it('finds no requirement in benefits and in what is not needed', () => {
    const requirements = 'Java\nNo SAP experience required.\nBenefits\nFrench courses and yoga';
    expect(Object.keys(skillsOf({ requirements }))).toEqual(['Java']);
  });

  it('reads the craft from the title', () => {
    expect(Object.keys(skillsOf({ title: 'Graphic designer' }))).toEqual(['Graphic design']);
    expect(Object.keys(skillsOf({ title: 'Senior Go developer' }))).toEqual(['Go']);
  });

  it('counts the craft in the title as three skills of the text', () => {
    const { Java, Docker } = skillsOf({
      title: 'Java Developer',
      requirements: 'Java and Docker.',
    });
    expect([Java?.weight, Docker?.weight]).toEqual([3, 1]);
  });

  it('quotes where a skill is named', () => {
    const job = {
      title: 'Java developer',
      description: '',
      requirements: 'We need\nJava and SQL.',
    };
    for (const { mentions } of extractJobRequirements(job, matcher).skills) {
      for (const { field, start, end, text } of mentions) {
        expect(job[field].slice(start, end)).toBe(text);
      }
    }
  });

  describe('with given skills', () => {
    it('uses those alone, in canonical names, each once', () => {
      const skillsRequired = ['nodejs', 'Strong SQL skills (3+ years)', 'Node JS', 'Zorbing', ' '];
      expect(skillsOf({ requirements: 'Java', skillsRequired })).toEqual({
        'Node.js': { weight: 1, mustHave: false },
        SQL: { weight: 1, mustHave: false },
        Zorbing: { weight: 1, mustHave: false },
      });
    });

    it('reads insistence from the given name or from the text, also for skills it does not know', () => {
      const skillsRequired = ['Docker (preferred)', 'Java (must have)', 'Zorbing'];
      expect(skillsOf({ requirements: 'Zorbing is required.', skillsRequired })).toEqual({
        Java: { weight: 1, mustHave: true },
        Zorbing: { weight: 1, mustHave: true },
        Docker: { weight: 0.5, mustHave: false },
      });
    });
  });

  it.each([
    ['5+ years of experience', 5],
    ['at least three years of experience in nursing', 3],
    ['3-5 years experience', 3],
    ['3 to 5 yrs. of hands-on work', 3],
    ['two (2) or more years experience', 2],
    ['Minimum of 10 years in sales, of these 2 years as a manager.', 2],
    ['7 years of experience.\n3 years of experience with Java.', 7],
    ['Experience: 4 years', 4],
    ['10 years of experience preferred', null],
    ['For more than 30 years we have served our customers', null],
    ['You must be 18 years old', null],
    ['a 2 year contract', null],
    ['no years at all', null],
  ])('%j asks for %p years', (requirements, years) => {
    expect(requirementsOf({ requirements }).minYears).toBe(years);
  });

  it.each([
    ["Bachelor's degree in accounting", 'bachelor'],
    ["Bachelor's or Master's degree", 'bachelor'],
    ['Master’s degree required', 'master'],
    ['PhD in physics', 'doctorate'],
    ['BSc/MSc in engineering', 'bachelor'],
    ['High school diploma or GED required; Bachelor degree preferred', 'secondary'],
    ["Associate's degree in nursing", 'associate'],
    ['Completed apprenticeship', 'vocational'],
    ['MBA is a plus', null],
    ['Certified Scrum master, webmaster', null],
  ])('%j asks for %p', (requirements, level) => {
    expect(requirementsOf({ requirements }).educationLevel).toBe(level);
  });

  it('asks for nothing when the job says nothing', () => {
    expect(requirementsOf({})).toEqual({ skills: [], minYears: null, educationLevel: null });
  });
});
