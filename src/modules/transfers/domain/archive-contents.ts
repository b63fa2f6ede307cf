export interface ArchivedTable {
  readonly name: string;
  /** Columns of the primary key, and their types. */
  readonly keys: readonly string[];
  readonly keyTypes: readonly string[];
  readonly columns: readonly string[];
}

/** The machinery's own tables: nothing in them is the company's. */
export const LEFT_OUT_TABLES: ReadonlySet<string> = new Set([
  'company_exports',
  'idempotency_keys',
  'ranking_generations',
]);

/** SQL over a row `t`: what nobody but its author may see stays out. */
export const ROW_CONDITIONS: Readonly<Record<string, string>> = {
  scorecards: 't.submitted_at IS NOT NULL',
};

/** Whoever has the archive must not be able to come in with it. */
export function isSecretColumn(name: string): boolean {
  return name !== 'content_hash' && /hash|secret|password|token(?!s)|sealed|prefix/.test(name);
}

/** A file's place in the archive; its name as far as every file system can have it. */
export function archivedFileName(resumeId: string, fileName: string): string {
  const safe = fileName
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-120);
  return `files/${resumeId}/${safe === '' ? 'file' : safe}`;
}
