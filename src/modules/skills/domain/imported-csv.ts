/** A quoted field that never ends, or text between a closing quote and the next comma. */
export class CsvSyntaxError extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(`Line ${line}: ${message}`);
    this.name = 'CsvSyntaxError';
  }
}

const FIELD_END = /[,\r\n]/g;

/**
 * The records of a CSV text as RFC 4180 defines it: fields in quotes may hold commas, line breaks and
 * doubled quotes. A byte order mark is skipped, a line may end in LF alone, and an empty line is a
 * record of one empty field.
 *
 * @throws CsvSyntaxError
 */
export function* csvRecords(text: string): Generator<readonly string[], void, undefined> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const fields: string[] = [];
    for (;;) {
      const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
      fields.push(field.value);
      at = field.end;
      if (text[at] !== ',') break;
      at += 1;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    yield fields;
  }
}

interface Field {
  readonly value: string;
  /** Where the comma, the line's end or the text's end stands. */
  readonly end: number;
}

function plainField(text: string, start: number): Field {
  FIELD_END.lastIndex = start;
  const end = FIELD_END.exec(text)?.index ?? text.length;
  return { value: text.slice(start, end), end };
}

function quotedField(text: string, start: number): Field {
  let from = start + 1;
  let value = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) throw new CsvSyntaxError(lineAt(text, start), 'a quoted field has no end.');
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      assertFieldEnds(text, quote + 1);
      return { value, end: quote + 1 };
    }
    value += '"';
    from = quote + 2;
  }
}

function assertFieldEnds(text: string, at: number): void {
  const next = text[at];
  if (next !== undefined && next !== ',' && next !== '\r' && next !== '\n') {
    throw new CsvSyntaxError(lineAt(text, at), 'text follows a closing quote.');
  }
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
