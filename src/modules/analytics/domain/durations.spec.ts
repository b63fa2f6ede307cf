import { durationsOf, NO_DURATIONS } from './durations';

describe('durationsOf', () => {
  it('tells quarter hours as days in hundredths', () => {
    expect(durationsOf({ count: 3, mean: 100, median: 96, p90: 1 })).toEqual({
      count: 3,
      meanDays: 1.04,
      medianDays: 1,
      p90Days: 0.01,
    });
  });

  it('says nothing of no case', () => {
    expect(durationsOf({ count: 0, mean: null, median: null, p90: null })).toEqual(NO_DURATIONS);
  });
});
