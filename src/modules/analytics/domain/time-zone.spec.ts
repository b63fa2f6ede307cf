import { addDays, dayOf, daysBetween, isDay, isTimeZone, startOfDay } from './time-zone';

const start = (day: string, zone: string): string => startOfDay(day, zone).toISOString();

describe('startOfDay', () => {
  it.each([
    ['an ordinary day', '2026-03-10', 'America/New_York', '2026-03-10T04:00:00.000Z'],
    [
      'the day of the change to summer time',
      '2026-03-29',
      'Europe/Berlin',
      '2026-03-28T23:00:00.000Z',
    ],
    ['the day after it', '2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['a day without a midnight', '2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    [
      'a midnight that comes after the hour before it came twice',
      '2018-02-18',
      'America/Sao_Paulo',
      '2018-02-18T03:00:00.000Z',
    ],
    ['a midnight that comes twice', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
    ['a day that was skipped', '2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['an offset of quarter hours', '2026-01-01', 'Asia/Kathmandu', '2025-12-31T18:15:00.000Z'],
    ['far east', '2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z'],
    ['UTC', '2026-01-01', 'UTC', '2026-01-01T00:00:00.000Z'],
  ])('finds the first moment of %s', (_what, day, zone, moment) => {
    expect(start(day, zone)).toBe(moment);
  });

  it.each(['Africa/Cairo', 'America/Havana', 'Australia/Lord_Howe', 'Asia/Kolkata'])(
    'is in the day, and a millisecond earlier is not, all year in %s',
    (zone) => {
      for (let day = '2026-01-01'; day < '2027-01-01'; day = addDays(day, 1)) {
        const first = startOfDay(day, zone).getTime();
        expect([dayOf(first, zone), dayOf(first - 1, zone)]).toEqual([day, addDays(day, -1)]);
        expect(first % (15 * 60 * 1000)).toBe(0);
      }
    },
  );
});

describe('isTimeZone', () => {
  it.each([
    ['Europe/Berlin', true],
    ['UTC', true],
    ['Europe/Atlantis', false],
    ['+02:00', false],
    ['', false],
    ["UTC'; --", false],
  ])('%s: %s', (name, expected) => {
    expect(isTimeZone(name)).toBe(expected);
  });
});

it('counts days by the calendar', () => {
  expect([isDay('2026-02-28'), isDay('2026-02-30'), isDay('2026-2-3')]).toEqual([
    true,
    false,
    false,
  ]);
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
});
