import { open, readFile } from 'node:fs/promises';
import { detectFileType } from '../resumes';
import { type ArchiveLimits, filesOfArchive } from './archive';
import { displayName, multipartName } from './file-name';

/** A file of a multipart request, on disk. */
export interface IncomingFile {
  readonly originalname: string;
  readonly path: string;
  readonly size: number;
}

export interface ReceivedFile {
  readonly name: string;
  /** Null when the file is larger than allowed. */
  readonly bytes: Buffer | null;
}

const ZIP_SIGNATURE = Buffer.from('PK\u0003\u0004', 'latin1');

/**
 * The resumes in one uploaded file: itself, or what is in it when it is a .zip. Office documents are
 * archives too, so what counts is what is inside. An archive in an archive is taken as a file, which fails.
 *
 * @throws ArchiveUnreadableError, TooManyFilesError
 */
export async function* filesOfUpload(
  file: IncomingFile,
  limits: ArchiveLimits,
): AsyncGenerator<ReceivedFile, void, undefined> {
  if (await isArchive(file, limits.maxFileSizeBytes)) {
    for await (const inner of filesOfArchive(file.path, limits)) {
      yield { name: displayName(inner.name), bytes: inner.bytes };
    }
    return;
  }
  yield {
    name: multipartName(file.originalname),
    bytes: file.size > limits.maxFileSizeBytes ? null : await readFile(file.path),
  };
}

async function isArchive(file: IncomingFile, maxFileSizeBytes: number): Promise<boolean> {
  const handle = await open(file.path);
  try {
    const { buffer } = await handle.read(
      Buffer.alloc(ZIP_SIGNATURE.length),
      0,
      ZIP_SIGNATURE.length,
      0,
    );
    if (!buffer.equals(ZIP_SIGNATURE)) {
      return false;
    }
  } finally {
    await handle.close();
  }
  return file.size > maxFileSizeBytes || (await detectFileType(await readFile(file.path))) === null;
}
