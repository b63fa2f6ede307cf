import { UnreadableDocumentError } from './document.errors';

/** https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb */
const HEADER_BYTES = 512;
const LAST_SECTOR = 0xfffffffa;
const DIRECTORY_ENTRY_BYTES = 128;
const ROOT = 5;

interface DirectoryEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
  readonly isRoot: boolean;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

/** The file system inside of old Word files: streams by name, each a chain of sectors. */
export class OleContainer {
  private readonly sectorBytes: number;
  private readonly sectorCount: number;
  private readonly table: readonly number[];
  private readonly entries: readonly DirectoryEntry[];

  /** @throws UnreadableDocumentError `corrupt` */
  constructor(private readonly bytes: Buffer) {
    if (bytes.length < HEADER_BYTES) throw damaged();
    this.sectorBytes = bytes.readUInt16LE(0x1e) === 12 ? 4096 : 512;
    this.sectorCount = Math.ceil(bytes.length / this.sectorBytes);
    this.table = this.readTable();
    this.entries = this.readDirectory();
  }

  has(name: string): boolean {
    return this.entries.some((entry) => isNamed(entry, name));
  }

  /** A stream's bytes; null when there is none of this name. */
  stream(name: string): Buffer | null {
    const entry = this.entries.find((one) => isNamed(one, name) && !one.isRoot);
    if (!entry) return null;
    const smallStreams = this.bytes.readUInt32LE(0x38);
    if (entry.size >= smallStreams) {
      return this.chain(entry.start, this.table).subarray(0, entry.size);
    }
    return this.smallStream(entry);
  }

  /** Short streams share sectors: they are chains of 64-byte pieces of the root's stream. */
  private smallStream(entry: DirectoryEntry): Buffer {
    const root = this.entries.find((one) => one.isRoot);
    if (!root) throw damaged();
    const pieces = this.chain(root.start, this.table);
    const table = toNumbers(this.chain(this.bytes.readUInt32LE(0x3c), this.table));
    const parts: Buffer[] = [];
    let piece = entry.start;
    while (piece < LAST_SECTOR && parts.length * 64 < entry.size) {
      parts.push(pieces.subarray(piece * 64, piece * 64 + 64));
      piece = table[piece] ?? LAST_SECTOR;
    }
    return Buffer.concat(parts).subarray(0, entry.size);
  }

  private readTable(): number[] {
    const sectors: number[] = [];
    for (let at = 0x4c; at < HEADER_BYTES; at += 4) sectors.push(this.bytes.readUInt32LE(at));
    let next = this.bytes.readUInt32LE(0x44);
    // Files over 7 MB list the rest of their table in sectors of their own.
    for (let count = 0; next < LAST_SECTOR && count < this.sectorCount; count += 1) {
      const numbers = toNumbers(this.sector(next));
      next = numbers.pop() ?? LAST_SECTOR;
      sectors.push(...numbers);
    }
    const used = sectors.filter((sector) => sector < this.sectorCount);
    return used.flatMap((sector) => toNumbers(this.sector(sector)));
  }

  private readDirectory(): DirectoryEntry[] {
    const directory = this.chain(this.bytes.readUInt32LE(0x30), this.table);
    const entries: DirectoryEntry[] = [];
    for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= directory.length; at += DIRECTORY_ENTRY_BYTES) {
      const nameBytes = Math.min(64, Math.max(0, directory.readUInt16LE(at + 0x40) - 2));
      entries.push({
        name: directory.toString('utf16le', at, at + nameBytes),
        left: directory.readUInt32LE(at + 0x44),
        right: directory.readUInt32LE(at + 0x48),
        child: directory.readUInt32LE(at + 0x4c),
        start: directory.readUInt32LE(at + 0x74),
        size: directory.readUInt32LE(at + 0x78),
        isRoot: directory[at + 0x42] === ROOT,
      });
    }
    return topLevel(entries);
  }

  private sector(index: number): Buffer {
    // The header takes the place of the first sector.
    const start = (index + 1) * this.sectorBytes;
    return this.bytes.subarray(start, start + this.sectorBytes);
  }

  private chain(start: number, table: readonly number[]): Buffer {
    const parts: Buffer[] = [];
    let sector = start;
    while (sector < LAST_SECTOR) {
      // A chain longer than the file runs in a circle.
      if (parts.length > this.sectorCount) throw damaged();
      parts.push(this.sector(sector));
      sector = table[sector] ?? LAST_SECTOR;
    }
    return Buffer.concat(parts);
  }
}

/**
 * The root and what lies directly in it: embedded documents have streams of the same names in
 * folders of their own. The entries of a folder are a binary tree.
 */
function topLevel(entries: readonly DirectoryEntry[]): DirectoryEntry[] {
  const root = entries.find((entry) => entry.isRoot);
  if (!root) return [];
  const found = new Set<DirectoryEntry>([root]);
  const waiting = [root.child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (!entry || found.has(entry)) continue;
    found.add(entry);
    waiting.push(entry.left, entry.right);
  }
  return [...found];
}

/** Names are compared without regard to case, as the format demands. */
function isNamed(entry: DirectoryEntry, name: string): boolean {
  return entry.name.toUpperCase() === name.toUpperCase();
}

function toNumbers(bytes: Buffer): number[] {
  const numbers: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at));
  return numbers;
}

function damaged(): UnreadableDocumentError {
  return new UnreadableDocumentError('corrupt', 'The document is damaged and cannot be opened.');
}
