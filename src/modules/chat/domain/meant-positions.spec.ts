import { meantPositions } from './meant-positions';
import { monthsOf, type Position } from './positions';

const TODAY = new Date('2024-06-15T00:00:00Z');
const position = (fields: Partial<Position>): Position => ({
  employer: null,
  title: null,
  location: null,
  start_date: null,
  end_date: null,
  is_current: false,
  bullets: [],
  span: { start: 0, end: 0, confidence: 1 },
  sources: {},
  ...fields,
});
const POSITIONS = [
  position({
    title: 'Head Baker',
    employer: 'Holm Street Bakery Ltd',
    location: 'Bath',
    start_date: '2022-01',
    is_current: true,
  }),
  position({
    title: 'Baker',
    employer: 'Gilded Spoon',
    location: 'Bristol',
    start_date: '2015-03',
    end_date: '2021-12',
  }),
  position({ title: 'Apprentice', employer: 'Old Mill', start_date: '2013', end_date: '2015' }),
];

describe('meantPositions', () => {
  it.each<[string, readonly string[]]>([
    ['What did she do at Gilded Spoon?', ['Gilded Spoon']],
    ['When did she leave Holm Street?', ['Holm Street Bakery Ltd']],
    ['What did she do in Bristol?', ['Gilded Spoon']],
    ['How long was she an apprentice?', ['Old Mill']],
    ['Where did she work in 2018?', ['Gilded Spoon']],
    ['What did she do from 2013 to 2015?', ['Old Mill']],
    ['What was her first job?', ['Old Mill']],
    ['Who is her current employer?', ['Holm Street Bakery Ltd']],
    ['What did she do at her previous job?', ['Gilded Spoon']],
    ['Which previous jobs did she have?', []],
    ['Which job lasted longest?', ['Gilded Spoon']],
    ['Has she led a team?', []],
    ['Where did she work in 1999?', []],
  ])('of %s are %j', (question, employers) => {
    const meant = meantPositions(POSITIONS, question, TODAY);
    expect((meant?.positions ?? []).map(({ employer }) => employer)).toEqual(employers);
  });
});

describe('monthsOf', () => {
  it('counts the last month, and up to today while a position lasts', () => {
    expect(POSITIONS.map((one) => monthsOf(one, TODAY))).toEqual([30, 82, 24]);
    expect(monthsOf(position({}), TODAY)).toBe(0);
  });
});
