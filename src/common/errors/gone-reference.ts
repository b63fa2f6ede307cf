import { hasCode } from './has-code';

const FOREIGN_KEY_VIOLATION = '23503';

/**
 * What a statement referred to that somebody deleted in the moment before, by the name of its foreign key: `job` of
 * `job_stages_job_id_fkey`. Null for any other error. Deleting fails on no foreign key of ours: all cascade or are
 * set to null.
 */
export function goneReference(error: unknown): string | null {
  if (!hasCode(error, FOREIGN_KEY_VIOLATION)) {
    return null;
  }
  const { table, constraint } = error as { readonly table?: string; readonly constraint?: string };
  const key = constraint?.slice((table?.length ?? 0) + 1) ?? '';
  return /^([a-z_]+?)_id(?:_|$)/.exec(key)?.[1]?.replaceAll('_', ' ') ?? 'thing';
}
