import * as yauzl from 'yauzl';
import { UnreadableDocumentError } from './document.errors';

/** More parts than any word processor writes. */
const MAX_ENTRIES = 5000;
/** A part of a document; the text of a long book takes a tenth of it. */
const MAX_PART_BYTES = 32 * 1024 * 1024;

/**
 * The parts of an office document. Only parts that are asked for are unpacked, and only up to a
 * limit that is checked while unpacking: the sizes written in an archive may be lies.
 */
export class ZipArchive {
  private constructor(
    private readonly file: yauzl.ZipFile,
    private readonly entries: ReadonlyMap<string, yauzl.Entry>,
  ) {}

  /** @throws UnreadableDocumentError `corrupt` or `too_large` */
  static async open(bytes: Uint8Array): Promise<ZipArchive> {
    const file = await openFile(bytes);
    return new ZipArchive(file, await readEntries(file));
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** The bytes of a part, or null when there is none of this name. */
  async read(name: string): Promise<Uint8Array | null> {
    const entry = this.entries.get(name.replace(/^\/+/u, '').toLowerCase());
    if (!entry) return null;
    if (entry.uncompressedSize > MAX_PART_BYTES) throw tooLarge();
    if (entry.isEncrypted()) {
      const message = 'The document is protected by a password; ask for a copy without one.';
      throw new UnreadableDocumentError('encrypted', message);
    }
    return unpack(this.file, entry);
  }
}

/** The names in an archive, lower case; null when it cannot be opened. Unpacks nothing. */
export async function listZipNames(bytes: Uint8Array): Promise<readonly string[] | null> {
  try {
    return (await ZipArchive.open(bytes)).names;
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return null;
    throw error;
  }
}

function openFile(bytes: Uint8Array): Promise<yauzl.ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Names are only looked up, never used as paths, so names that climb out of a folder do no harm.
  const options = { lazyEntries: true, decodeStrings: true, validateEntrySizes: true } as const;
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(buffer, options, (error, file) => {
      if (error) reject(damaged(error));
      else resolve(file);
    });
  });
}

function readEntries(file: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  return new Promise((resolve, reject) => {
    file.on('entry', (entry: yauzl.Entry) => {
      if (entries.size >= MAX_ENTRIES) {
        reject(tooLarge());
        return;
      }
      entries.set(entry.fileName.replace(/^\/+/u, '').toLowerCase(), entry);
      file.readEntry();
    });
    file.on('end', () => {
      resolve(entries);
    });
    file.on('error', (error: unknown) => {
      reject(damaged(error));
    });
    file.readEntry();
  });
}

function unpack(file: yauzl.ZipFile, entry: yauzl.Entry): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(damaged(error));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > MAX_PART_BYTES) {
          stream.destroy();
          reject(tooLarge());
        }
      });
      stream.on('end', () => {
        resolve(Buffer.concat(chunks));
      });
      stream.on('error', (cause: unknown) => {
        reject(damaged(cause));
      });
    });
  });
}

function damaged(cause: unknown): UnreadableDocumentError {
  return new UnreadableDocumentError('corrupt', 'The document is damaged and cannot be opened.', {
    cause,
  });
}

function tooLarge(): UnreadableDocumentError {
  return new UnreadableDocumentError(
    'too_large',
    'The document unpacks to far more than a resume.',
  );
}
