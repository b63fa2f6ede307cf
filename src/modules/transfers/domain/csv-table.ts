import { CsvError, parse } from 'csv-parse/sync';

/** One row that is not as it must be. */
export interface RowProblem {
  /** Of the file, from 1; where a row begins. */
  readonly line: number;
  /** As the file calls it; null for the whole row. */
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

export interface CsvRow<Field extends string> {
  readonly line: number;
  /** Trimmed; empty cells are absent. */
  readonly cells: Readonly<Partial<Record<Field, string>>>;
}

export interface CsvTable<Field extends string> {
  readonly rows: readonly CsvRow<Field>[];
  /** What the file calls each field that it has. */
  readonly headers: ReadonlyMap<Field, string>;
  readonly ignoredColumns: readonly string[];
  readonly problems: readonly RowProblem[];
}

/** The names that a field goes by, in the form of `headerKey`; the first is ours. */
export type FieldNames<Field extends string> = Readonly<Record<Field, readonly string[]>>;

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
  readonly raw: string;
}

/** The file is no table at all. */
export class MalformedCsvError extends Error {
  constructor(
    readonly line: number,
    options: ErrorOptions,
  ) {
    super('The file is no CSV table.', options);
  }
}

/** Columns are told by their headers, in any order; the delimiter by what the first line has most of. @throws MalformedCsvError */
export function readTable<Field extends string>(
  text: string,
  names: FieldNames<Field>,
): CsvTable<Field> {
  const [header, ...records] = parsed(text);
  const columns = (header?.record ?? []).map((name) => ({
    name: name.trim(),
    field: fieldOf(name, names),
  }));
  const headers = new Map<Field, string>();
  const problems: RowProblem[] = [];
  for (const { name, field } of columns) {
    if (field === null) {
      continue;
    }
    if (headers.has(field)) {
      const message = `There is another column of this meaning: "${headers.get(field) ?? ''}".`;
      problems.push({ line: 1, column: name, code: 'column_repeated', message });
    }
    headers.set(field, headers.get(field) ?? name);
  }
  const rows: CsvRow<Field>[] = [];
  for (const { record, info, raw } of records) {
    const inner = raw.replace(/^[\r\n]+|[\r\n]+$/g, '').match(/\r\n|\n|\r/g);
    const line = info.lines - (inner?.length ?? 0);
    if (record.length > columns.length) {
      const message = `The row has ${record.length} cells and the table ${columns.length} columns.`;
      problems.push({ line, column: null, code: 'too_many_cells', message });
    }
    const cells: Partial<Record<Field, string>> = {};
    columns.forEach(({ field }, at) => {
      const value = withoutApostrophe((record[at] ?? '').trim());
      if (field !== null && value !== '') {
        cells[field] = value;
      }
    });
    if (Object.keys(cells).length > 0) {
      rows.push({ line, cells });
    }
  }
  const ignoredColumns = columns
    .filter(({ name, field }) => field === null && name !== '')
    .map(({ name }) => name);
  return { rows, headers, ignoredColumns, problems };
}

/** Our own exports put an apostrophe before what a spreadsheet would run. */
function withoutApostrophe(value: string): string {
  return /^'[=+\-@]/.test(value) ? value.slice(1) : value;
}

function parsed(text: string): readonly ParsedRecord[] {
  try {
    // With `info` and `raw` a record comes as an object, which the types of the library do not tell.
    return parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as readonly ParsedRecord[];
  } catch (error) {
    if (error instanceof CsvError) {
      throw new MalformedCsvError(Number(error['lines'] ?? 1), { cause: error });
    }
    throw error;
  }
}

function delimiterOf(text: string): string {
  const [first = ''] = text.replace(/^\s+/, '').split(/\r\n|\n|\r/, 1);
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: bare.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

function fieldOf<Field extends string>(header: string, names: FieldNames<Field>): Field | null {
  const key = headerKey(header);
  // The keys of a record over a closed set are that set.
  const fields = Object.keys(names) as Field[];
  return fields.find((field) => names[field].includes(key)) ?? null;
}

/** Without case, accents, signs and what stands in brackets: "E-Mail (work)" is `email`. */
export function headerKey(header: string): string {
  return header
    .replace(/\(.*?\)/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
