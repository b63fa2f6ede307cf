import { type AskedPeriod, periodBefore, periodOf } from './period';

const NOW = new Date('2026-06-15T12:00:00Z');

const told = (asked: AskedPeriod): string[] => {
  const period = periodOf(asked, NOW);
  const before = periodBefore(asked, period);
  return [before.from, before.to, period.from, period.to].map((moment) => moment.toISOString());
};

describe('a period and the one before', () => {
  it('are the last ninety days and those before them, when nothing is said', () => {
    expect(told({ timeZone: 'UTC' })).toEqual([
      '2025-12-17T12:00:00.000Z',
      '2026-03-17T12:00:00.000Z',
      '2026-03-17T12:00:00.000Z',
      '2026-06-15T12:00:00.000Z',
    ]);
  });

  it('are days of the zone, as many before, whatever the clocks did', () => {
    // March has an hour less in Berlin.
    expect(told({ from: '2026-03-01', to: '2026-04-01', timeZone: 'Europe/Berlin' })).toEqual([
      '2026-01-28T23:00:00.000Z',
      '2026-02-28T23:00:00.000Z',
      '2026-02-28T23:00:00.000Z',
      '2026-03-31T22:00:00.000Z',
    ]);
  });

  it('take ninety days of the calendar before a day', () => {
    expect(told({ to: '2026-05-01', timeZone: 'America/New_York' }).slice(2)).toEqual([
      '2026-01-31T05:00:00.000Z',
      '2026-05-01T04:00:00.000Z',
    ]);
  });

  it('are as much time before for moments', () => {
    const asked = {
      from: '2026-05-01T06:00:00Z',
      to: '2026-05-01T18:00:00+02:00',
      timeZone: 'UTC',
    };
    expect(told(asked).slice(0, 2)).toEqual([
      '2026-04-30T20:00:00.000Z',
      '2026-05-01T06:00:00.000Z',
    ]);
  });
});
