import { USUAL_HOURS, weeklyProblems } from './weekly-hours';

const stretch = (
  weekday: number,
  from: string,
  to: string,
): { weekday: number; from: string; to: string } => ({ weekday, from, to });

it('finds nothing wrong with the usual hours, with a break, or with whole days', () => {
  expect(weeklyProblems(USUAL_HOURS)).toEqual([]);
  expect(weeklyProblems([stretch(1, '09:00', '12:00'), stretch(1, '12:00', '17:00')])).toEqual([]);
  expect(weeklyProblems([stretch(1, '00:00', '24:00'), stretch(2, '00:00', '24:00')])).toEqual([]);
});

it('names stretches that end before they begin, and that overlap', () => {
  expect(weeklyProblems([stretch(1, '17:00', '09:00'), stretch(2, '09:00', '09:00')])).toEqual([
    { field: 'weekly.0.to', message: 'must be later than `from`' },
    { field: 'weekly.1.to', message: 'must be later than `from`' },
  ]);
  expect(weeklyProblems([stretch(1, '09:00', '12:00'), stretch(1, '11:00', '13:00')])).toEqual([
    { field: 'weekly.1', message: expect.stringContaining('overlaps') },
  ]);
});
