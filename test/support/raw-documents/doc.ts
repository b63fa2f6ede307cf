const SECTOR = 512;
const FREE = 0xffffffff;
const END = 0xfffffffe;
const TABLE_SECTOR = 0xfffffffd;

export interface DocRun {
  readonly text: string;
  readonly hidden?: boolean;
  readonly bold?: boolean;
}

/**
 * A binary Word file of 1997: a file system in sectors with a text stream and a table stream. The
 * text is in one piece of one-byte characters; a carriage return ends a paragraph.
 */
export function makeDoc(runs: readonly DocRun[], options: { encrypted?: boolean } = {}): Buffer {
  const text = Buffer.from(runs.map((run) => run.text).join(''), 'latin1');
  const textStart = 0x800;
  const formatPage = Math.ceil((textStart + text.length) / SECTOR);
  const stream = Buffer.alloc((formatPage + 1) * SECTOR);
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0x0200 | (options.encrypted === true ? 0x0100 : 0), 0x0a);
  stream.writeUInt32LE(text.length, 0x4c);
  text.copy(stream, textStart);
  formatRuns(runs, textStart).copy(stream, formatPage * SECTOR);
  const pieces = pieceTable(text.length, textStart);
  const formats = Buffer.alloc(12);
  formats.writeUInt32LE(textStart, 0);
  formats.writeUInt32LE(textStart + text.length, 4);
  formats.writeUInt32LE(formatPage, 8);
  const table = Buffer.concat([pieces, formats, Buffer.alloc(4096)]);
  stream.writeUInt32LE(0, 0x1a2);
  stream.writeUInt32LE(pieces.length, 0x1a6);
  stream.writeUInt32LE(pieces.length, 0xfa);
  stream.writeUInt32LE(formats.length, 0xfe);
  return container([
    { name: 'WordDocument', data: Buffer.concat([stream, Buffer.alloc(4096)]) },
    { name: '1Table', data: table },
  ]);
}

function pieceTable(length: number, start: number): Buffer {
  const plc = Buffer.alloc(16);
  plc.writeUInt32LE(0, 0);
  plc.writeUInt32LE(length, 4);
  plc.writeUInt32LE(((start << 1) | 0x40000000) >>> 0, 10);
  const head = Buffer.alloc(5);
  head[0] = 2;
  head.writeUInt32LE(plc.length, 1);
  return Buffer.concat([head, plc]);
}

/** A formatting page: positions, then where each run's properties lie in it. */
function formatRuns(runs: readonly DocRun[], textStart: number): Buffer {
  const page = Buffer.alloc(SECTOR);
  page[SECTOR - 1] = runs.length;
  let position = textStart;
  let at = SECTOR - 2;
  runs.forEach((run, index) => {
    page.writeUInt32LE(position, index * 4);
    position += run.text.length;
    const properties = [
      ...(run.hidden === true ? [0x3c, 0x08, 1] : []),
      ...(run.bold === true ? [0x35, 0x08, 1] : []),
    ];
    if (properties.length === 0) return;
    at = (at - properties.length - 1) & ~1;
    page[at] = properties.length;
    Buffer.from(properties).copy(page, at + 1);
    page[(runs.length + 1) * 4 + index] = at / 2;
  });
  page.writeUInt32LE(position, runs.length * 4);
  return page;
}

function container(streams: readonly { name: string; data: Buffer }[]): Buffer {
  const table = new Array<number>(128).fill(FREE);
  table[0] = TABLE_SECTOR;
  table[1] = END;
  let next = 2;
  const sectors: Buffer[] = [];
  const entries = [directoryEntry('Root Entry', 5, END, 0, 1)];
  streams.forEach(({ name, data }, index) => {
    const count = Math.ceil(data.length / SECTOR);
    for (let sector = 0; sector < count; sector += 1) {
      table[next + sector] = sector === count - 1 ? END : next + sector + 1;
    }
    const isLast = index === streams.length - 1;
    entries.push(directoryEntry(name, 2, next, data.length, FREE, isLast ? FREE : index + 2));
    sectors.push(Buffer.concat([data, Buffer.alloc(count * SECTOR - data.length)]));
    next += count;
  });
  const header = Buffer.alloc(SECTOR, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.fill(0, 8, 0x4c);
  header.writeUInt16LE(9, 0x1e);
  header.writeUInt32LE(1, 0x2c);
  header.writeUInt32LE(1, 0x30);
  header.writeUInt32LE(4096, 0x38);
  header.writeUInt32LE(END, 0x3c);
  header.writeUInt32LE(END, 0x44);
  header.writeUInt32LE(0, 0x4c);
  const tableBytes = Buffer.alloc(SECTOR);
  table.forEach((value, index) => tableBytes.writeUInt32LE(value, index * 4));
  const directory = Buffer.concat([...entries, Buffer.alloc(SECTOR)]).subarray(0, SECTOR);
  return Buffer.concat([header, tableBytes, directory, ...sectors]);
}

function directoryEntry(
  name: string,
  type: number,
  start: number,
  size: number,
  child: number,
  right = FREE,
): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, 'utf16le');
  entry.writeUInt16LE(name.length * 2 + 2, 0x40);
  entry[0x42] = type;
  entry.writeUInt32LE(FREE, 0x44);
  entry.writeUInt32LE(right, 0x48);
  entry.writeUInt32LE(child, 0x4c);
  entry.writeUInt32LE(start, 0x74);
  entry.writeUInt32LE(size, 0x78);
  return entry;
}
