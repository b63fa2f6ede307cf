const DIGITS = 10_000;

/** A part of a whole, rounded to four places; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * DIGITS) / DIGITS;
}
