/**
 * What is done with the events (RFC 5546): `PUBLISH` shows them, `REQUEST` invites to one or changes it,
 * `CANCEL` takes it back.
 */
export type CalendarMethod = 'PUBLISH' | 'REQUEST' | 'CANCEL';

export interface CalendarPerson {
  readonly name: string | null;
  readonly address: string;
}

export interface CalendarEvent {
  /** The same for all that is ever said of the event. */
  readonly uid: string;
  /** Rises with each change, so that an older message never undoes a newer one. */
  readonly sequence: number;
  readonly isCancelled: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly changedAt: Date;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly url: string | null;
  /** Null only where nobody is invited. */
  readonly organizer: CalendarPerson | null;
  readonly attendees: readonly CalendarPerson[];
}

export interface Calendar {
  readonly method: CalendarMethod;
  /** What a subscriber's program calls it. */
  readonly name?: string;
  /** How often a subscriber's program should look again. */
  readonly refreshMinutes?: number;
  readonly events: readonly CalendarEvent[];
}

const PRODUCT = '-//Shortlist//Interviews//EN';

/**
 * The events as iCalendar text (RFC 5545). Times are written in UTC, which needs no zone's rules beside it and
 * is shown by every calendar in its reader's own time.
 */
export function calendarText({ method, name, refreshMinutes, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    // The first is RFC 7986, the second what programs read that are older.
    ...(name === undefined ? [] : [`NAME:${text(name)}`, `X-WR-CALNAME:${text(name)}`]),
    ...(refreshMinutes === undefined
      ? []
      : [
          `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M`,
          `X-PUBLISHED-TTL:PT${refreshMinutes}M`,
        ]),
    ...events.flatMap((event) => eventLines(event, method)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, method: CalendarMethod): readonly string[] {
  const { organizer, attendees } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${text(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY:${text(event.summary)}`,
    ...optional('DESCRIPTION', event.description),
    ...optional('LOCATION', event.location),
    ...(event.url === null ? [] : [`URL:${singleLine(event.url)}`]),
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(organizer === null ? [] : [`ORGANIZER${commonName(organizer)}:${mailto(organizer)}`]),
    ...attendees.map((person) => attendeeLine(person, method)),
    'TRANSP:OPAQUE',
    'END:VEVENT',
  ];
}

function attendeeLine(person: CalendarPerson, method: CalendarMethod): string {
  const answer = method === 'REQUEST' ? ';PARTSTAT=NEEDS-ACTION;RSVP=TRUE' : '';
  return `ATTENDEE${commonName(person)};ROLE=REQ-PARTICIPANT${answer}:${mailto(person)}`;
}

function optional(property: string, value: string | null): readonly string[] {
  return value === null || value === '' ? [] : [`${property}:${text(value)}`];
}

/** 20260512T120000Z */
function utc(time: Date): string {
  return time
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replaceAll(/[-:]/g, '');
}

/** RFC 5545, 3.3.11. Other control characters have no place in a calendar. */
function text(value: string): string {
  return value
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]/gu, '')
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', '\\n');
}

function singleLine(value: string): string {
  return value.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** A quoted parameter can hold everything but quotes; RFC 6868 says what stands for those. */
function commonName({ name }: CalendarPerson): string {
  const shown = singleLine(name ?? '')
    .replaceAll('^', '^^')
    .replaceAll('"', `^'`);
  return shown === '' ? '' : `;CN="${shown}"`;
}

function mailto({ address }: CalendarPerson): string {
  return `mailto:${singleLine(address).replaceAll(' ', '')}`;
}

const LONGEST_LINE_BYTES = 75;

/** RFC 5545, 3.1: lines of at most 75 bytes, none cut within a character; the next begin with a space. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > LONGEST_LINE_BYTES) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}
