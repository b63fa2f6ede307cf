import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { type CalendarEvent, calendarText } from './icalendar';

const event = (fields: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '3f6f8f1f@shortlist.example',
  sequence: 2,
  isCancelled: false,
  startsAt: new Date('2026-05-12T12:00:00.000Z'),
  endsAt: new Date('2026-05-12T12:45:00.000Z'),
  changedAt: new Date('2026-05-01T08:00:00.000Z'),
  summary: 'Interview: Jane Example',
  description: null,
  location: null,
  url: null,
  organizer: { name: 'Mira Okafor', address: 'mira@example.com' },
  attendees: [{ name: 'Theo Lindqvist', address: 'theo@example.com' }],
  ...fields,
});

const parsed = (calendar: string): { calendar: ICAL.Component; event: ICAL.Component } => {
  const component = new ICAL.Component(ICAL.parse(calendar));
  return { calendar: component, event: component.getFirstSubcomponent('vevent')! };
};

describe('calendarText', () => {
  it('is read by another parser as it was meant', () => {
    const read = parsed(
      calendarText({ method: 'REQUEST', events: [event({ url: 'https://meet.example.com/a' })] }),
    );
    expect(read.calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(read.calendar.getFirstPropertyValue('version')).toBe('2.0');
    const { startDate, endDate, sequence, uid, summary } = new ICAL.Event(read.event);
    expect([uid, sequence, summary]).toEqual([
      '3f6f8f1f@shortlist.example',
      2,
      'Interview: Jane Example',
    ]);
    expect(startDate.toJSDate()).toEqual(new Date('2026-05-12T12:00:00.000Z'));
    expect(endDate.toJSDate()).toEqual(new Date('2026-05-12T12:45:00.000Z'));
    expect(read.event.getFirstPropertyValue('status')).toBe('CONFIRMED');
    const attendee = read.event.getFirstProperty('attendee')!;
    expect(attendee.getFirstValue()).toBe('mailto:theo@example.com');
    expect(attendee.getParameter('cn')).toBe('Theo Lindqvist');
    expect(attendee.getParameter('rsvp')).toBe('TRUE');
    expect(read.event.getFirstProperty('organizer')!.getFirstValue()).toBe(
      'mailto:mira@example.com',
    );
  });

  it('says that an event was cancelled, and asks nobody for an answer then', () => {
    const read = parsed(calendarText({ method: 'CANCEL', events: [event({ isCancelled: true })] }));
    expect(read.event.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(read.event.getFirstProperty('attendee')!.getParameter('rsvp')).toBeUndefined();
  });

  it('tells subscribers its name and how often to look again', () => {
    const calendar = calendarText({
      method: 'PUBLISH',
      name: 'Our interviews',
      refreshMinutes: 60,
      events: [],
    });
    const read = new ICAL.Component(ICAL.parse(calendar));
    expect(read.getFirstPropertyValue('name')).toBe('Our interviews');
    expect(String(read.getFirstPropertyValue('refresh-interval'))).toBe('PT60M');
  });

  it('brings every text through, folded at 75 bytes and never within a character', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: fc.constantFrom('ä', '🎉', ',', ';', '\\', '\n', '"', ':', 'n', ' ') }),
    );
    const kept = (value: string): string =>
      value.replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
    fc.assert(
      fc.property(anyText, anyText, (summary, name) => {
        const attendees = [{ name, address: 'theo@example.com' }];
        const calendar = calendarText({
          method: 'REQUEST',
          events: [event({ summary, attendees })],
        });
        const lines = calendar.split('\r\n');
        expect(lines.pop()).toBe('');
        expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
        expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(Buffer.from(calendar).toString('utf8')).toBe(calendar);
        expect(parsed(calendar).event.getFirstPropertyValue('summary')).toBe(kept(summary));
        expect(parsed(calendar).event.getAllProperties('attendee')).toHaveLength(1);
      }),
    );
  });
});
