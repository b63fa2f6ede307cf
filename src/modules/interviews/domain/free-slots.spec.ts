import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { type Availability, freeSlots, type SlotQuestion } from './free-slots';

const HOUR = 3_600_000;
const ms = (iso: string): number => Date.parse(iso);
const WORKDAYS = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));

const person = (fields: Partial<Availability> = {}): Availability => ({
  timeZone: 'Europe/Berlin',
  weekly: WORKDAYS,
  busy: [],
  ...fields,
});

const ask = (fields: Partial<SlotQuestion> = {}): SlotQuestion => ({
  window: { from: ms('2026-05-11T00:00:00Z'), to: ms('2026-05-12T00:00:00Z') },
  durationMs: HOUR,
  stepMs: HOUR,
  timeZone: 'Europe/Berlin',
  limit: 100,
  ...fields,
});

const shown = (starts: readonly number[], zone = 'Europe/Berlin'): readonly string[] =>
  starts.map((start) => DateTime.fromMillis(start, { zone }).toFormat('ccc HH:mm'));

describe('freeSlots', () => {
  it('proposes the hours at which everybody is at work, each in their own zone', () => {
    const london = person({ timeZone: 'Europe/London' });
    expect(shown(freeSlots([person(), london], ask()))).toEqual(
      ['10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00'].map((time) => `Mon ${time}`),
    );
    const honolulu = person({ timeZone: 'Pacific/Honolulu' });
    expect(freeSlots([person(), honolulu], ask())).toEqual([]);
  });

  it('leaves out what anybody has planned, and lets one end when the next begins', () => {
    const busy = [{ from: ms('2026-05-11T08:00:00Z'), to: ms('2026-05-11T12:30:00Z') }];
    expect(shown(freeSlots([person(), person({ busy })], ask()))).toEqual([
      'Mon 09:00',
      'Mon 15:00',
      'Mon 16:00',
    ]);
  });

  it.each([
    // The Sunday of the change is 23, or 25, hours long; the hours of work stay where the clock has them.
    ['2026-03-28T00:00:00Z', '2026-03-31T00:00:00Z', ['Sun 07:00Z', 'Mon 07:00Z', 'Sat 08:00Z']],
    ['2026-10-24T00:00:00Z', '2026-10-27T00:00:00Z', ['Sat 07:00Z', 'Sun 08:00Z', 'Mon 08:00Z']],
  ])('keeps the local hours over a clock change from %s', (from, to, expected) => {
    const weekly = [6, 7, 1].map((weekday) => ({ weekday, from: '09:00', to: '10:00' }));
    const question = ask({ window: { from: ms(from), to: ms(to) } });
    const starts = freeSlots([person({ weekly })], question);
    expect(starts.map((start) => `${shown([start], 'utc')[0]}Z`).sort()).toEqual(
      [...expected].sort(),
    );
  });

  it('counts real hours on the night of a change', () => {
    const weekly = [{ weekday: 7, from: '00:00', to: '06:00' }];
    const at = (from: string, to: string): number =>
      freeSlots([person({ weekly })], ask({ window: { from: ms(from), to: ms(to) } })).length;
    expect(at('2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toBe(5);
    expect(at('2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z')).toBe(7);
    expect(at('2026-05-09T12:00:00Z', '2026-05-10T12:00:00Z')).toBe(6);
  });

  it('begins at steps of the local clock, also where it is off by quarters', () => {
    const nepal = person({ timeZone: 'Asia/Kathmandu' });
    const question = ask({ timeZone: 'Asia/Kathmandu', stepMs: HOUR / 2, limit: 2 });
    expect(shown(freeSlots([nepal], question), 'Asia/Kathmandu')).toEqual([
      'Mon 09:00',
      'Mon 09:30',
    ]);
  });

  it('never proposes a time at which somebody is busy or away, whatever the calendars', () => {
    const interval = fc
      .tuple(fc.integer({ min: 0, max: 14 * 24 * 4 }), fc.integer({ min: 1, max: 40 }))
      .map(([start, length]) => {
        const from = ms('2026-10-19T00:00:00Z') + (start * HOUR) / 4;
        return { from, to: from + (length * HOUR) / 4 };
      });
    const anybody = fc.record({
      timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'),
      weekly: fc.constant(WORKDAYS),
      busy: fc.array(interval, { maxLength: 8 }),
    });
    fc.assert(
      fc.property(fc.array(anybody, { minLength: 1, maxLength: 3 }), (people) => {
        const window = { from: ms('2026-10-19T00:00:00Z'), to: ms('2026-11-02T00:00:00Z') };
        const question = ask({ window, stepMs: HOUR / 4, limit: 50 });
        for (const start of freeSlots(people, question)) {
          const end = start + question.durationMs;
          expect(start >= window.from && end <= window.to).toBe(true);
          for (const { timeZone, busy } of people) {
            expect(busy.some(({ from, to }) => from < end && start < to)).toBe(false);
            const local = DateTime.fromMillis(start, { zone: timeZone });
            expect(local.weekday <= 5 && local.hour >= 9 && local.hour < 17).toBe(true);
          }
        }
      }),
    );
  });
});
