/** A row as PostgreSQL's text output of each column; null is NULL. */
export type TextRow = readonly (string | null)[];

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};
const UNESCAPES: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r' };
const NULL = '\\N';

/** One line of the text format of COPY, without its end: psql can load what this writes. */
export function toCopyLine(row: TextRow): string {
  return row
    .map((value) => value?.replace(/[\\\t\n\r]/g, (one) => ESCAPES[one] ?? one) ?? NULL)
    .join('\t');
}

export function fromCopyLine(line: string): TextRow {
  return line
    .split('\t')
    .map((value) =>
      value === NULL ? null : value.replace(/\\(.)/g, (_all, one: string) => UNESCAPES[one] ?? one),
    );
}
