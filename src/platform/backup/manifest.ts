import { BackupDamagedError, BackupVersionError } from './backup.errors';

export const MANIFEST = 'manifest.json';
export const KEY_ENTRY = 'secret-key';
const FORMAT = 'shortlist-backup';
const FORMAT_VERSION = 1;

export interface TableSummary {
  readonly columns: readonly string[];
  readonly rows: number;
  /** `ContentHash` of the rows as lines of COPY's text format. */
  readonly hash: string;
}

export interface FilesSummary {
  readonly count: number;
  readonly bytes: number;
  /** `ContentHash` of key and SHA-256 of each file. */
  readonly hash: string;
}

/** What a backup holds, written last: an archive without it is not a backup. */
export interface Manifest {
  readonly createdAt: string;
  readonly mode: 'embedded' | 'server';
  /** Names of the migrations that the schema has, in their order. */
  readonly migrations: readonly string[];
  readonly tables: Readonly<Record<string, TableSummary>>;
  /** By the name of their place. */
  readonly files: Readonly<Record<string, FilesSummary>>;
  /** SHA-256 of the key that signed; the key itself is an entry when only the data directory had it. */
  readonly signingKeyHash: string;
}

export function writeManifest(manifest: Manifest): Buffer {
  return Buffer.from(
    `${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, ...manifest }, null, 2)}\n`,
  );
}

export function readManifest(bytes: Buffer): Manifest {
  let read: unknown;
  try {
    read = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new BackupDamagedError('its manifest cannot be read', { cause: error });
  }
  if (typeof read !== 'object' || read === null || !('format' in read) || read.format !== FORMAT) {
    throw new BackupDamagedError('its manifest is of something else');
  }
  if (!('version' in read) || read.version !== FORMAT_VERSION) {
    throw new BackupVersionError(
      'The backup is of a newer format. Use a version of Shortlist as new as the one that made it.',
    );
  }
  // Written by `writeManifest` of this version of the format.
  return read as Manifest & typeof read;
}
