import { type SkillMention } from '../../../skills/domain/skill';
import { type EmploymentItem } from './profile';
import { toProfileSkills } from './profile-skills';

const TODAY = new Date('2026-11-20T00:00:00Z');
const mention = (name: string, start: number): SkillMention => ({
  name,
  category: 'Trades',
  start,
  end: start + name.length,
  text: name,
});
const position = (start: number, end: number, dates: Partial<EmploymentItem>): EmploymentItem => ({
  employer: null,
  title: null,
  location: null,
  start_date: null,
  end_date: null,
  is_current: false,
  bullets: [],
  span: { start, end, confidence: 1 },
  sources: {},
  ...dates,
});

describe('toProfileSkills', () => {
  it('joins the mentions of a skill as its evidence', () => {
    const [welding, ...rest] = toProfileSkills(
      [mention('Welding', 5), mention('Welding', 90)],
      [],
      TODAY,
    );
    expect(rest).toEqual([]);
    expect(welding).toMatchObject({
      name: 'Welding',
      category: 'Trades',
      years: null,
      last_used: null,
    });
    expect(welding?.evidence.map((one) => one.start)).toEqual([5, 90]);
  });

  it('counts the years of the positions that mention it, overlaps once', () => {
    const positions = [
      position(0, 100, { start_date: '2018-01', end_date: '2019-12' }),
      position(100, 200, { start_date: '2019-01', end_date: '2020-12' }),
      position(200, 300, { start_date: '2000-01', end_date: '2010-12' }),
    ];
    const [welding] = toProfileSkills(
      [mention('Welding', 5), mention('Welding', 150)],
      positions,
      TODAY,
    );
    expect(welding).toMatchObject({ years: 3, last_used: '2020-12' });
  });

  it('was last used now when a current position mentions it', () => {
    const positions = [position(0, 100, { start_date: '2018-01', is_current: true })];
    const [welding] = toProfileSkills([mention('Welding', 5)], positions, TODAY);
    expect(welding?.last_used).toBe('2026-11');
  });
});
