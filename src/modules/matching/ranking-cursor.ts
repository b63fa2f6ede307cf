import { createHash } from 'node:crypto';
import { ValidationFailedError } from '../../common/errors';
import { type CursorPart, decodeCursor, encodeCursor } from '../../common/http';

/** Where a page of a ranked list ended, and what the whole list was when its first page was read. */
export interface RankingCursor {
  /** PostgreSQL's `pg_snapshot` of the first page: the order of every later page is the order it saw. */
  readonly snapshot: string;
  /** Results at the first page; counted once. */
  readonly total: number;
  /** The sort key of the page's last row, tied by its resume. */
  readonly key: string | number;
  readonly resumeId: string;
}

/** Says which list a cursor belongs to: another job, sort or filter is another list. */
export function listFingerprint(list: unknown): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 16);
}

export function encodeRankingCursor(fingerprint: string, cursor: RankingCursor): string {
  const { snapshot, total, key, resumeId } = cursor;
  return encodeCursor([fingerprint, snapshot, total, key, resumeId]);
}

/**
 * Null without a cursor.
 *
 * @throws ValidationFailedError when it is none of ours, or of a list with another sort or filter.
 */
export function decodeRankingCursor(
  cursor: string | undefined,
  list: { readonly fingerprint: string; readonly keyPart: CursorPart },
): RankingCursor | null {
  const parts = decodeCursor(cursor, ['string', 'string', 'number', list.keyPart, 'uuid']);
  if (parts === null) {
    return null;
  }
  const [fingerprint, snapshot, total, key, resumeId] = parts;
  if (fingerprint !== list.fingerprint) {
    throw refused(
      'belongs to a list with another sort or filter; read that one’s first page again',
    );
  }
  if (!isSnapshot(snapshot) || !Number.isSafeInteger(total) || key === undefined) {
    throw refused('is not a cursor of this list');
  }
  return { snapshot, total: Number(total), key, resumeId: String(resumeId) };
}

function refused(message: string): ValidationFailedError {
  return new ValidationFailedError([{ field: 'cursor', message }]);
}

const SNAPSHOT = /^(\d{1,19}):(\d{1,19}):((?:\d{1,19}(?:,\d{1,19})*)?)$/;

/** As PostgreSQL writes it, "xmin:xmax:running,…", so that it can be read back: rising and within its bounds. */
function isSnapshot(text: unknown): text is string {
  const [, min = '0', max = '0', running = ''] = SNAPSHOT.exec(String(text)) ?? [];
  const bounds = { min: BigInt(min), max: BigInt(max) };
  const listed = running === '' ? [] : running.split(',').map(BigInt);
  return (
    bounds.min > 0n &&
    bounds.min <= bounds.max &&
    bounds.max < 2n ** 63n &&
    listed.every((one, at) => one >= (listed[at - 1] ?? bounds.min) && one < bounds.max)
  );
}
