/** A file that should have certain columns has others: it is another file, or of another release. */
export class MissingColumnsError extends Error {
  constructor(
    readonly file: string,
    readonly missing: readonly string[],
    found: readonly string[],
  ) {
    super(
      `${file} has no column ${missing.map((name) => `"${name}"`).join(', ')}; its columns are ` +
        `${found.map((name) => `"${name}"`).join(', ')}.`,
    );
    this.name = 'MissingColumnsError';
  }
}

/** What the records of a file hold in these columns, in the order asked for; the first record names the columns. */
export function* columnsOf(
  file: string,
  records: Iterable<readonly string[]>,
  columns: readonly string[],
): Generator<readonly string[], void, undefined> {
  let places: readonly number[] | null = null;
  for (const record of records) {
    if (places === null) {
      places = placesOf(file, record, columns);
      continue;
    }
    yield places.map((place) => record[place] ?? '');
  }
  if (places === null) throw new MissingColumnsError(file, columns, []);
}

function placesOf(
  file: string,
  header: readonly string[],
  columns: readonly string[],
): readonly number[] {
  const names = header.map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new MissingColumnsError(file, missing, names);
  return columns.map((column) => names.indexOf(column));
}

/** The records of a text with tabs between its fields; neither quotes nor breaks inside a field. */
export function* tabRecords(text: string): Generator<readonly string[], void, undefined> {
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    if (line !== '') yield line.split('\t');
  }
}
