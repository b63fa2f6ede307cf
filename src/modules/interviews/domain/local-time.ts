import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';
import type { FieldError } from '../../../common/errors';

/** An instant with the zone in which people speak of it. */
export interface PlannedTime {
  readonly instant: Date;
  readonly timeZone: string;
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/i;
const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/;

/** An IANA name that this installation knows the rules of. */
export function isTimeZone(name: string): boolean {
  return ZONE_NAME.test(name) && IANAZone.isValidZone(name);
}

/**
 * What somebody means by a date and a time: an instant when it has an offset, else the local time of the
 * zone. Local times that a clock change skips or repeats are refused in words that help.
 */
export function plannedTime(
  given: { readonly at: string; readonly timeZone: string | null },
  fallbackZone: string,
): PlannedTime | FieldError {
  const [match, offset] = DATE_TIME.exec(given.at) ?? [];
  if (match === undefined) {
    return wrong('scheduled_at', 'must be a date and a time of ISO 8601');
  }
  const { timeZone } = given;
  if (timeZone !== null && !isTimeZone(timeZone)) {
    return wrong('time_zone', 'must be the IANA name of a time zone, such as Europe/Berlin');
  }
  if (offset !== undefined) {
    const instant = DateTime.fromISO(given.at, { setZone: true });
    return instant.isValid
      ? { instant: instant.toJSDate(), timeZone: timeZone ?? fallbackZone }
      : wrong('scheduled_at', 'must be a date and a time that exist');
  }
  return timeZone === null
    ? wrong('scheduled_at', 'needs an offset from UTC, or `time_zone` beside it')
    : localTime(given.at, timeZone);
}

function localTime(at: string, timeZone: string): PlannedTime | FieldError {
  // As digits first, to tell a day that no calendar has from an hour that a clock change skips.
  const digits = DateTime.fromISO(at, { zone: 'utc' });
  const local = DateTime.fromISO(at, { zone: timeZone });
  if (!digits.isValid || !local.isValid) {
    return wrong('scheduled_at', 'must be a date and a time that exist');
  }
  const isKept = local.toISO({ includeOffset: false }) === digits.toISO({ includeOffset: false });
  if (!isKept) {
    return wrong(
      'scheduled_at',
      `does not exist in ${timeZone}: the clocks go forward and skip this time`,
    );
  }
  const [first, second] = local.getPossibleOffsets();
  if (first !== undefined && second !== undefined) {
    const offsets = [first, second].map((one) => one.toFormat('ZZ')).join(' or ');
    return wrong(
      'scheduled_at',
      `exists twice in ${timeZone}, since the clocks go back: add the offset, ${offsets}`,
    );
  }
  return { instant: local.toJSDate(), timeZone };
}

/** The local time with its offset: 2026-05-12T14:00:00+02:00. */
export function localIso(instant: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(instant, { zone: timeZone });
  const shown = local.isValid ? local : local.setZone(FixedOffsetZone.utcInstance);
  return shown.toFormat(`yyyy-MM-dd'T'HH:mm:ssZZ`);
}

function wrong(field: string, message: string): FieldError {
  return { field, message };
}
