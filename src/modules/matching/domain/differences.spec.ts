import { matchScore } from '../../jobs';
import { type Asked, type Compared, differences } from './differences';

const person = (
  label: string,
  scores: readonly [similarity: number, skills: number],
  more: Partial<Compared> = {},
): Compared => ({
  label,
  ...matchScore(...scores, 0.6),
  skills: new Set(),
  yearsOfExperience: null,
  education: null,
  ...more,
});

const asked = (changes: Partial<Asked> = {}): Asked => ({
  skills: [],
  minYearsExperience: null,
  ...changes,
});

describe('differences', () => {
  it('says who is ahead, and which part of the score makes it', () => {
    const words = differences([person('Ada', [0.7, 1]), person('Ben', [0.8, 0.5])], asked());
    expect(words).toEqual([
      'Ada (82%) is ahead of Ben (68%).',
      'Against Ben, Ada is ahead 20 points by skills, and behind 6 points by similarity.',
    ]);
  });

  it('does not invent a distance between equals', () => {
    const words = differences([person('Ada', [0.7, 1]), person('Ben', [0.7, 1])], asked());
    expect(words).toEqual(['Ada (82%) is level with or ahead of Ben (82%).']);
  });

  it('names what only one has, and what nobody has', () => {
    const skills = ['SAP', 'Docker', 'CPR', 'Excel'].map((skill) => ({
      skill,
      mustHave: skill === 'SAP',
    }));
    const compared = [
      person('Ada', [0.7, 0.75], { skills: new Set(['SAP', 'Docker', 'Excel']) }),
      person('Ben', [0.6, 0.25], { skills: new Set(['Excel']) }),
    ];
    expect(differences(compared, asked({ skills })).slice(2)).toEqual([
      'Only Ada has SAP (a must-have) and Docker.',
      'None of them has CPR.',
    ]);
  });

  it('says when the skills are the same', () => {
    const own = { skills: new Set(['SAP']) };
    const compared = [person('Ada', [0.7, 1], own), person('Ben', [0.6, 1], own)];
    const words = differences(compared, asked({ skills: [{ skill: 'SAP', mustHave: false }] }));
    expect(words.at(-1)).toBe('They have the same of the skills asked for.');
  });

  it('compares years with what is asked for, and degrees when they differ', () => {
    const compared = [
      person('Ada', [0.7, 1], { yearsOfExperience: 7.5, education: 'master' }),
      person('Ben', [0.6, 1], { yearsOfExperience: 1, education: 'bachelor' }),
      person('Cleo', [0.5, 1]),
    ];
    expect(differences(compared, asked({ minYearsExperience: 5 })).slice(-2)).toEqual([
      'Dated experience: 7.5 years for Ada, 1 year for Ben and no dates for Cleo; the job asks for 5 years.',
      'Highest education: master for Ada, bachelor for Ben and none found for Cleo.',
    ]);
  });
});
