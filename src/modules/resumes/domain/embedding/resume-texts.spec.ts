import type { EmploymentItem, Skill } from '../profile/profile';
import {
  chunkedSections,
  contextOf,
  contextText,
  type EmbeddedProfile,
  resumeTexts,
} from './resume-texts';

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

describe('contextOf', () => {
  const at = (title: string, start: number, end: number): EmploymentItem => ({
    ...position(title),
    employer: `${title} Works`,
    span: { start, end, confidence: 1 },
  });
  const positions = [at('Cook', 0, 100), at('Baker', 100, 400)];

  it('is the position that most of the chunk tells of', () => {
    const context = contextOf('experience', { start: 80, end: 200 }, positions);
    expect(context).toEqual({ role: 'Baker', employer: 'Baker Works' });
    expect(contextText(context)).toBe('Baker, Baker Works\n');
  });

  it('is empty outside of every position, and in other sections', () => {
    expect(contextOf('experience', { start: 400, end: 500 }, positions)).toEqual({});
    expect(contextOf('skills', { start: 80, end: 200 }, positions)).toEqual({});
    expect(contextText({})).toBe('');
  });

  it('puts no more in front of a chunk than there is room for', () => {
    expect(contextText({ role: 'x'.repeat(500) }).length).toBeLessThan(70);
  });
});
