/** What the formatting tables of a DOC say about a stretch of its text stream. */
export interface FormattedRange {
  /** File positions in the text stream; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly properties: ReadonlyMap<number, number>;
  /** Index of the paragraph style; 1 to 9 are the headings. */
  readonly style: number;
}

/** Property codes of https://learn.microsoft.com/openspecs/office_file_formats/ms-doc, section 2.6. */
export const PROPERTY = {
  deleted: 0x0800,
  bold: 0x0835,
  hidden: 0x083c,
  colourIndex: 0x2a42,
  colour: 0x6870,
  halfPoints: 0x4a43,
  rowEnd: 0x2417,
  inTable: 0x2416,
  listIndex: 0x460b,
} as const;

const PAGE_BYTES = 512;

/**
 * Reads a table of formatting pages: `table` lists which 512-byte page of the text stream formats
 * which range. Paragraph pages have wider entries and a style index before the properties.
 */
export function readFormats(
  stream: Buffer,
  table: Buffer,
  kind: 'character' | 'paragraph',
): FormattedRange[] {
  const count = Math.floor((table.length - 4) / 8);
  const ranges: FormattedRange[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = table.readUInt32LE((count + 1 + index) * 4) * PAGE_BYTES;
    if (at + PAGE_BYTES > stream.length) continue;
    ranges.push(...readPage(stream.subarray(at, at + PAGE_BYTES), kind));
  }
  return ranges.sort((a, b) => a.start - b.start);
}

function readPage(page: Buffer, kind: 'character' | 'paragraph'): FormattedRange[] {
  const runs = page[PAGE_BYTES - 1] ?? 0;
  const entryBytes = kind === 'character' ? 1 : 13;
  const ranges: FormattedRange[] = [];
  for (let run = 0; run < runs; run += 1) {
    const entry = (runs + 1) * 4 + run * entryBytes;
    if (entry >= PAGE_BYTES) break;
    const offset = (page[entry] ?? 0) * 2;
    const { style, bytes } = offset === 0 ? NO_PROPERTIES : propertyBytes(page, offset, kind);
    ranges.push({
      start: page.readUInt32LE(run * 4),
      end: page.readUInt32LE(run * 4 + 4),
      properties: readProperties(bytes),
      style,
    });
  }
  return ranges;
}

const NO_PROPERTIES = { style: 0, bytes: Buffer.alloc(0) };

function propertyBytes(
  page: Buffer,
  offset: number,
  kind: 'character' | 'paragraph',
): { style: number; bytes: Buffer } {
  const length = page[offset] ?? 0;
  if (kind === 'character') {
    return { style: 0, bytes: page.subarray(offset + 1, offset + 1 + length) };
  }
  // Lengths count words; a zero says that the next byte is the length of an even number of bytes.
  const start = length === 0 ? offset + 2 : offset + 1;
  const size = length === 0 ? (page[offset + 1] ?? 0) * 2 : length * 2 - 1;
  if (start + 2 > page.length) return NO_PROPERTIES;
  return { style: page.readUInt16LE(start), bytes: page.subarray(start + 2, start + size) };
}

/** Property code to value; values longer than four bytes are left out, none of ours is. */
function readProperties(bytes: Buffer): ReadonlyMap<number, number> {
  const properties = new Map<number, number>();
  let at = 0;
  while (at + 2 < bytes.length) {
    const code = bytes.readUInt16LE(at);
    at += 2;
    const size = operandBytes(code, bytes, at);
    if (size <= 4 && at + size <= bytes.length && code >> 13 !== 6) {
      properties.set(code, bytes.readUIntLE(at, size));
    }
    at += size;
  }
  return properties;
}

function operandBytes(code: number, bytes: Buffer, at: number): number {
  switch (code >> 13) {
    case 0:
    case 1:
      return 1;
    case 2:
    case 4:
    case 5:
      return 2;
    case 3:
      return 4;
    case 7:
      return 3;
    default:
      return (bytes[at] ?? 0) + 1;
  }
}

/** Finds ranges by position; positions are asked for in rising order most of the time. */
export class FormatFinder {
  private last = 0;

  constructor(private readonly ranges: readonly FormattedRange[]) {}

  at(position: number): FormattedRange | null {
    const cached = this.ranges[this.last];
    if (cached && position >= cached.start && position < cached.end) return cached;
    let low = 0;
    let high = this.ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const range = this.ranges[middle];
      if (!range) return null;
      if (position < range.start) high = middle - 1;
      else if (position >= range.end) low = middle + 1;
      else {
        this.last = middle;
        return range;
      }
    }
    return null;
  }
}
