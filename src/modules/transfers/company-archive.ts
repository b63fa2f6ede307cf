import { createHash, type Hash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { ZipFile } from 'yazl';
import { FileStorage } from '../../platform/storage';
import { type ArchivedFile, ArchiveRepository } from './archive.repository';
import { archivedFileName, type ArchivedTable } from './domain/archive-contents';

/** So many rows are in memory at a time. */
const PART = 500;

interface Entry {
  readonly path: string;
  /** Rows of a table; null for files. */
  rows: number | null;
  bytes: number;
  readonly hash: Hash;
}

interface Archive {
  readonly stream: Readable;
  /** Of the tables and files; known when the stream has ended. */
  readonly counts: () => { readonly tables: number; readonly rows: number; readonly files: number };
}

type Progress = (percent: number) => Promise<void>;

/**
 * Everything that is stored of a company as a .zip: a file of JSON lines for each table, the uploaded files as they
 * came, and last a manifest with the count and the SHA-256 of each. It is made while it is read.
 */
@Injectable()
export class CompanyArchive {
  constructor(
    private readonly repository: ArchiveRepository,
    private readonly storage: FileStorage,
  ) {}

  async open(companyId: string, madeAt: Date, progress: Progress): Promise<Archive> {
    const zip = new ZipFile();
    const entries: Entry[] = [];
    const failed = (error: Error): void => {
      // The type of the archive's stream is the plain interface; it is a PassThrough.
      (zip.outputStream as Readable).destroy(error);
    };
    const add = (
      path: string,
      isCompressed: boolean,
      open: (entry: Entry) => Promise<Readable>,
    ): void => {
      const entry: Entry = { path, rows: null, bytes: 0, hash: createHash('sha256') };
      entries.push(entry);
      zip.addReadStreamLazy(path, { compress: isCompressed, mtime: madeAt }, (give) => {
        open(entry).then(
          (stream) => {
            const counted = stream.on('error', failed).pipe(counting(entry));
            give(null, counted);
          },
          (error: unknown) => {
            failed(
              error instanceof Error
                ? error
                : new Error('An entry cannot be read.', { cause: error }),
            );
          },
        );
      });
    };
    const company = await this.repository.company(companyId);
    add('company.json', true, () => Promise.resolve(Readable.from([`${company}\n`])));
    const tables = await this.repository.tables();
    tables.forEach((table, at) => {
      add(`tables/${table.name}.jsonl`, true, async (entry) => {
        await progress(Math.floor((50 * at) / tables.length));
        return Readable.from(this.linesOf(companyId, table, entry));
      });
    });
    const files = await this.filesOf(companyId);
    files.forEach((file, at) => {
      add(archivedFileName(file.resumeId, file.fileName), false, async () => {
        await (at % PART === 0 ? progress(50 + Math.floor((49 * at) / files.length)) : undefined);
        return (await this.storage.find(file.storageKey)) ?? Readable.from([]);
      });
    });
    zip.addReadStreamLazy('manifest.json', { mtime: madeAt }, (give) => {
      give(null, Readable.from([manifestOf(companyId, madeAt, entries)]));
    });
    zip.end();
    const rows = (): number => entries.reduce((sum, entry) => sum + (entry.rows ?? 0), 0);
    return {
      // The same as above.
      stream: zip.outputStream as Readable,
      counts: () => ({ tables: tables.length, rows: rows(), files: files.length }),
    };
  }

  private async *linesOf(
    companyId: string,
    table: ArchivedTable,
    entry: Entry,
  ): AsyncGenerator<string> {
    entry.rows = 0;
    let after: readonly string[] | null = null;
    do {
      const { lines, last }: Awaited<ReturnType<ArchiveRepository['lines']>> =
        await this.repository.lines(companyId, table, { after, limit: PART });
      entry.rows += lines.length;
      if (lines.length > 0) {
        yield `${lines.join('\n')}\n`;
      }
      after = last;
    } while (after !== null);
  }

  private async filesOf(companyId: string): Promise<ArchivedFile[]> {
    const files: ArchivedFile[] = [];
    let part: ArchivedFile[];
    do {
      part = await this.repository.files(companyId, files.at(-1)?.resumeId ?? null, PART);
      files.push(...part);
    } while (part.length === PART);
    return files;
  }
}

function counting(entry: Entry): Transform {
  return new Transform({
    transform(chunk: Buffer | string, encoding, done) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk;
      entry.bytes += bytes.length;
      entry.hash.update(bytes);
      done(null, bytes);
    },
  });
}

function manifestOf(companyId: string, madeAt: Date, entries: readonly Entry[]): string {
  const told = entries.map(({ path, rows, bytes, hash }) => ({
    path,
    ...(rows === null ? {} : { rows }),
    bytes,
    sha256: hash.digest('hex'),
  }));
  const manifest = {
    format: 'shortlist-export/1',
    company_id: companyId,
    made_at: madeAt.toISOString(),
    entries: told,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
