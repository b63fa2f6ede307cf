import * as fc from 'fast-check';
import { monthsOf, yearsCovered, yearsOfExperience } from './experience-years';

const TODAY = new Date('2026-11-20T00:00:00Z');
const item = (
  start: string | null,
  end: string | null,
): { start_date: string | null; end_date: string | null; is_current: boolean } => ({
  start_date: start,
  end_date: end === 'now' ? null : end,
  is_current: end === 'now',
});

describe('years of experience', () => {
  it('counts both the first and the last month', () => {
    expect(yearsOfExperience([item('2019-01', '2019-12')], TODAY)).toBe(1);
  });

  it('counts overlapping positions once', () => {
    const positions = [item('2018-01', '2019-12'), item('2019-01', '2020-12')];
    expect(yearsOfExperience(positions, TODAY)).toBe(3);
  });

  it('leaves gaps out', () => {
    const positions = [item('2010-01', '2010-12'), item('2020-01', '2020-12')];
    expect(yearsOfExperience(positions, TODAY)).toBe(2);
  });

  it('counts a current position until today', () => {
    expect(yearsOfExperience([item('2025-12', 'now')], TODAY)).toBe(1);
  });

  it('reads a range of bare years as their difference, and one bare year as one year', () => {
    expect(yearsOfExperience([item('2015', '2017')], TODAY)).toBe(2);
    expect(yearsOfExperience([item('2016', '2016')], TODAY)).toBe(1);
  });

  it('is unknown when no position has dates', () => {
    expect(yearsOfExperience([item(null, null), item('2015', null)], TODAY)).toBeNull();
  });

  it('does not count the future', () => {
    expect(monthsOf(item('2026-01', '2030-12'), TODAY)).toEqual({
      first: 2026 * 12,
      last: 2026 * 12 + 10,
    });
  });

  it('is never more than the sum of its parts, nor less than the longest', () => {
    const range = fc
      .tuple(fc.nat(600), fc.nat(200))
      .map(([first, length]) => ({ first, last: first + length }));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 8 }), (ranges) => {
        const years = yearsCovered(ranges);
        const months = ranges.map(({ first, last }) => last - first + 1);
        expect(years).toBeLessThanOrEqual(months.reduce((sum, one) => sum + one, 0) / 12 + 0.05);
        expect(years).toBeGreaterThanOrEqual(Math.max(...months) / 12 - 0.05);
      }),
    );
  });
});
