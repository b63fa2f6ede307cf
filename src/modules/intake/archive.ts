import { open, type Entry, type ZipFile } from 'yauzl';
import { ArchiveUnreadableError, TooManyFilesError } from './intake.errors';

export interface ArchiveLimits {
  readonly maxFiles: number;
  /** Of one file, unpacked; checked while unpacking, whatever the archive says. */
  readonly maxFileSizeBytes: number;
}

export interface ArchivedFile {
  readonly name: string;
  /** Null when the file is larger than allowed. */
  readonly bytes: Buffer | null;
}

/**
 * Sizes are checked while unpacking. Names come as bytes, since names that climb out of a folder would be
 * refused otherwise, and here they only are shown.
 */
const OPTIONS = {
  lazyEntries: true,
  autoClose: false,
  validateEntrySizes: false,
  decodeStrings: false,
} as const;

/** Folders, and what operating systems add to archives. */
const SKIPPED = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|Thumbs\.db$)|\/$/u;

/**
 * The files of a .zip, one after the other, so that only one is in memory. Names are for display: they
 * are never used as paths.
 *
 * @throws ArchiveUnreadableError, TooManyFilesError
 */
export async function* filesOfArchive(
  path: string,
  limits: ArchiveLimits,
): AsyncGenerator<ArchivedFile, void, undefined> {
  const zip = await openZip(path);
  try {
    let count = 0;
    for (let entry = await nextEntry(zip); entry !== null; entry = await nextEntry(zip)) {
      const name = Buffer.from(entry.fileName).toString('utf8');
      if (SKIPPED.test(name)) {
        continue;
      }
      count += 1;
      if (count > limits.maxFiles) {
        throw new TooManyFilesError(limits.maxFiles);
      }
      yield { name, bytes: await unpack(zip, entry, limits.maxFileSizeBytes) };
    }
  } finally {
    zip.close();
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((done, fail) => {
    open(path, OPTIONS, (error, zip) => {
      if (error === null) {
        done(zip);
      } else {
        fail(new ArchiveUnreadableError({ cause: error }));
      }
    });
  });
}

function nextEntry(zip: ZipFile): Promise<Entry | null> {
  return new Promise((done, fail) => {
    const settle = (act: () => void): void => {
      zip.removeAllListeners('entry').removeAllListeners('end').removeAllListeners('error');
      act();
    };
    zip.once('entry', (entry: Entry) => {
      settle(() => {
        done(entry);
      });
    });
    zip.once('end', () => {
      settle(() => {
        done(null);
      });
    });
    zip.once('error', (error: unknown) => {
      settle(() => {
        fail(new ArchiveUnreadableError({ cause: error }));
      });
    });
    zip.readEntry();
  });
}

/** Null as soon as more comes out than allowed: a bomb is not unpacked to its end. */
function unpack(zip: ZipFile, entry: Entry, maxBytes: number): Promise<Buffer | null> {
  if (entry.isEncrypted()) {
    return Promise.reject(new ArchiveUnreadableError());
  }
  return new Promise((done, fail) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) {
        fail(new ArchiveUnreadableError({ cause: error }));
        return;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > maxBytes) {
          stream.destroy();
          done(null);
        }
      });
      stream.on('end', () => {
        done(Buffer.concat(chunks));
      });
      stream.on('error', (cause: unknown) => {
        fail(new ArchiveUnreadableError({ cause }));
      });
    });
  });
}
