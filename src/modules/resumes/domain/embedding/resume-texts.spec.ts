import type { EmploymentItem, Skill } from '../profile/profile';
import { chunkedSections, type EmbeddedProfile, resumeTexts } from './resume-texts';

const span = { start: 0, end: 1, confidence: 1 };

const position = (title: string | null, isCurrent = false): EmploymentItem => ({
  title,
  employer: null,
  location: null,
  start_date: null,
  end_date: null,
  is_current: isCurrent,
  bullets: [],
  span,
  sources: {},
});

const skill = (name: string, category = 'Programming languages'): Skill => ({
  name,
  category,
  evidence: [],
  years: null,
  last_used: null,
});

const profile = (given: Partial<EmbeddedProfile>): EmbeddedProfile => ({
  personal_info: {
    name: null,
    headline: null,
    email: null,
    phone: null,
    phones: [],
    location: null,
    links: [],
    sources: {},
  },
  positions: [],
  sections: [],
  skills: [],
  ...given,
});

describe('resumeTexts', () => {
  it('names each title once, in the order of the resume', () => {
    const positions = [
      position('Head Chef', true),
      position(null),
      position('Cook'),
      position('COOK'),
    ];
    expect(resumeTexts(profile({ positions }))).toMatchObject({
      title: 'Head Chef',
      positions: 'Head Chef, COOK',
    });
  });

  it('names skills in the same order wherever the resume has them', () => {
    const skills = ['SQL', 'Java', 'Python'].map((name) => skill(name));
    expect(resumeTexts(profile({ skills })).skills).toBe('Java, Python, SQL');
    expect(resumeTexts(profile({ skills: skills.toReversed() })).skills).toBe('Java, Python, SQL');
  });

  it('leaves out soft skills and names that only one company knows', () => {
    const skills = [skill('Java'), skill('Communication', 'Soft skills'), skill('Our Own Ware')];
    expect(resumeTexts(profile({ skills })).skills).toBe('Java');
  });

  it('says nothing of what a resume does not have', () => {
    expect(resumeTexts(profile({}))).toEqual({ title: null, positions: null, skills: null });
  });
});

describe('chunkedSections', () => {
  it('takes a text without sections as one', () => {
    expect(chunkedSections('abc', [])).toEqual([
      { kind: 'other', heading: null, start: 0, end: 3 },
    ]);
  });
});
