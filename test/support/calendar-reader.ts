import ICAL from 'ical.js';

/** A calendar's entry as another program understands it. */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly status: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly organizer: string;
  /** Addresses without `mailto:`. */
  readonly attendees: readonly string[];
}

export interface ReadCalendar {
  readonly method: string;
  readonly events: readonly ReadEvent[];
}

/** Throws at what is no iCalendar text. */
export function readCalendar(text: string): ReadCalendar {
  // The parser's own types say less than it answers.
  const calendar = new ICAL.Component(ICAL.parse(text));
  return {
    method: textOf(calendar, 'method'),
    events: calendar.getAllSubcomponents('vevent').map(readEvent),
  };
}

function readEvent(component: ICAL.Component): ReadEvent {
  const { uid, sequence, summary, startDate, endDate } = new ICAL.Event(component);
  return {
    uid,
    sequence,
    summary,
    description: textOf(component, 'description'),
    location: textOf(component, 'location'),
    status: textOf(component, 'status'),
    startsAt: startDate.toJSDate().toISOString(),
    endsAt: endDate.toJSDate().toISOString(),
    organizer: addressOf(textOf(component, 'organizer')),
    attendees: component
      .getAllProperties('attendee')
      .map((property) => addressOf(String(property.getFirstValue()))),
  };
}

function textOf(component: ICAL.Component, name: string): string {
  return String(component.getFirstPropertyValue(name) ?? '');
}

function addressOf(uri: string): string {
  return uri.replace(/^mailto:/i, '');
}
