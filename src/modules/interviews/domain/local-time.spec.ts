import { isTimeZone, localIso, plannedTime } from './local-time';

const read = (at: string, timeZone: string | null = null): ReturnType<typeof plannedTime> =>
  plannedTime({ at, timeZone }, 'UTC');

describe('plannedTime', () => {
  it.each([
    ['2026-05-12T14:00:00Z', null, '2026-05-12T14:00:00.000Z', 'UTC'],
    ['2026-05-12T14:00+02:00', null, '2026-05-12T12:00:00.000Z', 'UTC'],
    ['2026-05-12T14:00:00+02:00', 'Europe/Berlin', '2026-05-12T12:00:00.000Z', 'Europe/Berlin'],
    // The offset decides; the zone only says in which people are told.
    ['2026-05-12T14:00:00+05:30', 'Europe/Berlin', '2026-05-12T08:30:00.000Z', 'Europe/Berlin'],
    ['2026-05-12T14:00', 'Europe/Berlin', '2026-05-12T12:00:00.000Z', 'Europe/Berlin'],
    ['2026-12-01T09:15:00', 'America/New_York', '2026-12-01T14:15:00.000Z', 'America/New_York'],
    ['2026-07-01T09:00', 'Asia/Kathmandu', '2026-07-01T03:15:00.000Z', 'Asia/Kathmandu'],
  ])('reads %s in %s', (at, timeZone, instant, zone) => {
    expect(read(at, timeZone)).toEqual({ instant: new Date(instant), timeZone: zone });
  });

  it('takes the hours around a clock change as they are', () => {
    expect(read('2026-03-29T01:59', 'Europe/Berlin')).toMatchObject({
      instant: new Date('2026-03-29T00:59:00.000Z'),
    });
    expect(read('2026-03-29T03:00', 'Europe/Berlin')).toMatchObject({
      instant: new Date('2026-03-29T01:00:00.000Z'),
    });
  });

  it('refuses an hour that a clock change skips', () => {
    for (const [at, zone] of [
      ['2026-03-29T02:30', 'Europe/Berlin'],
      ['2026-03-08T02:00', 'America/New_York'],
      // Half an hour there.
      ['2026-10-04T02:15', 'Australia/Lord_Howe'],
      // A whole day, when Samoa crossed the date line.
      ['2011-12-30T12:00', 'Pacific/Apia'],
    ] as const) {
      expect(read(at, zone)).toEqual({
        field: 'scheduled_at',
        message: expect.stringContaining(`does not exist in ${zone}`),
      });
    }
  });

  it('wants an offset for an hour that comes twice, and takes either', () => {
    expect(read('2026-10-25T02:30', 'Europe/Berlin')).toEqual({
      field: 'scheduled_at',
      message: expect.stringContaining('+02:00 or +01:00'),
    });
    expect(read('2026-10-25T02:30+02:00', 'Europe/Berlin')).toMatchObject({
      instant: new Date('2026-10-25T00:30:00.000Z'),
    });
    expect(read('2026-10-25T02:30+01:00', 'Europe/Berlin')).toMatchObject({
      instant: new Date('2026-10-25T01:30:00.000Z'),
    });
  });

  it.each([
    ['2026-05-12T14:00', null, 'scheduled_at'],
    ['2026-05-12', 'Europe/Berlin', 'scheduled_at'],
    ['2026-02-30T10:00Z', null, 'scheduled_at'],
    ['2026-02-30T10:00', 'Europe/Berlin', 'scheduled_at'],
    ['2026-05-12T25:00Z', null, 'scheduled_at'],
    ['tomorrow', 'Europe/Berlin', 'scheduled_at'],
    ['2026-05-12T14:00Z', 'Mars/Olympus', 'time_zone'],
    ['2026-05-12T14:00', '+02:00', 'time_zone'],
    ['2026-05-12T14:00', '', 'time_zone'],
  ])('refuses %s in %s', (at, zone, field) => {
    expect(read(at, zone)).toMatchObject({ field });
  });
});

it('knows the zones of the IANA by their names alone', () => {
  expect(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires'].every(isTimeZone)).toBe(true);
  expect(['+01:00', 'local', 'system', 'Europe/', 'Europe/Nowhere'].some(isTimeZone)).toBe(false);
});

it('shows an instant as a zone’s clock does', () => {
  const instant = new Date('2026-05-12T12:00:00.000Z');
  expect(localIso(instant, 'Europe/Berlin')).toBe('2026-05-12T14:00:00+02:00');
  expect(localIso(instant, 'UTC')).toBe('2026-05-12T12:00:00+00:00');
});
