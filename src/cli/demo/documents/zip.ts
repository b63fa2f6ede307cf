import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * A small ZIP writer and reader for files made in memory. Unlike the libraries it writes a fixed date,
 * so equal entries give equal bytes, and any entry name, so tests can make archives that lie. Not for
 * files from outside: it trusts what it reads.
 */
export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer | string;
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_OF_CENTRAL_DIRECTORY = 0x06054b50;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1 January 2026 in the format of MS-DOS: years since 1980, month, day. */
const DOS_DATE = ((2026 - 1980) << 9) | (1 << 5) | 1;

export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const data = Buffer.from(entry.data);
    const packed = deflateRawSync(data);
    const shared = sharedHeader({ name, data, packed });
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL_HEADER);
    files.push(local, shared, name, packed);
    directory.push(centralHeader(shared, offset), name);
    offset += local.length + shared.length + name.length + packed.length;
  }
  const central = Buffer.concat(directory);
  return Buffer.concat([...files, central, endRecord(entries.length, central.length, offset)]);
}

/** From "version needed" to the length of the extra field: the same in both kinds of header. */
function sharedHeader(file: { name: Buffer; data: Buffer; packed: Buffer }): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(UTF8_NAMES, 2);
  header.writeUInt16LE(DEFLATED, 4);
  header.writeUInt16LE(0, 6);
  header.writeUInt16LE(DOS_DATE, 8);
  header.writeUInt32LE(crc32(file.data), 10);
  header.writeUInt32LE(file.packed.length, 14);
  header.writeUInt32LE(file.data.length, 18);
  header.writeUInt16LE(file.name.length, 22);
  return header;
}

function centralHeader(shared: Buffer, localOffset: number): Buffer {
  const start = Buffer.alloc(6);
  start.writeUInt32LE(CENTRAL_HEADER, 0);
  start.writeUInt16LE(20, 4);
  const end = Buffer.alloc(14);
  end.writeUInt32LE(localOffset, 10);
  return Buffer.concat([start, shared, end]);
}

function endRecord(entryCount: number, directorySize: number, directoryOffset: number): Buffer {
  const record = Buffer.alloc(22);
  record.writeUInt32LE(END_OF_CENTRAL_DIRECTORY, 0);
  record.writeUInt16LE(entryCount, 8);
  record.writeUInt16LE(entryCount, 10);
  record.writeUInt32LE(directorySize, 12);
  record.writeUInt32LE(directoryOffset, 16);
  return record;
}

/** The entries of an archive without a comment, in the order of its directory. */
export function unzip(archive: Buffer): readonly { name: string; data: Buffer }[] {
  const end = archive.length - 22;
  if (archive.readUInt32LE(end) !== END_OF_CENTRAL_DIRECTORY) {
    throw new Error('Not a ZIP archive, or one with a comment');
  }
  const entries: { name: string; data: Buffer }[] = [];
  let at = archive.readUInt32LE(end + 16);
  while (archive.readUInt32LE(at) === CENTRAL_HEADER) {
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + archive.readUInt32LE(at + 20));
    const isDeflated = archive.readUInt16LE(at + 10) === DEFLATED;
    entries.push({
      name: archive.toString('utf8', at + 46, nameEnd),
      data: isDeflated ? inflateRawSync(packed) : Buffer.from(packed),
    });
    at = nameEnd + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}
