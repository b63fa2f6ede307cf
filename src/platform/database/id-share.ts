const LEADING_DIGITS = 8;

/**
 * The share, 0..1, of rows whose id is not above this one. Ids are random, so work that goes through rows in
 * the order of their ids knows about how far it is without counting them.
 */
export function shareUpToId(id: string): number {
  return Number.parseInt(id.slice(0, LEADING_DIGITS), 16) / 16 ** LEADING_DIGITS;
}
