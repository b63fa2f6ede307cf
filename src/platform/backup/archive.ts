/**
 * A backup as named entries: a folder, or a file in the tar format. Each entry fits into memory; long tables
 * are several. Names are ours (`tables/jobs/00001.copy.gz`, `files/<storage key>`).
 */
export interface ArchiveWriter {
  readonly add: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Puts the archive in place: before, nothing stands under its name. */
  readonly finish: () => Promise<void>;
  /** Removes what was written. */
  readonly discard: () => Promise<void>;
}

export interface ArchiveReader {
  /** Names of all entries that begin so, in their order. */
  readonly names: (prefix: string) => readonly string[];
  /** @throws BackupDamagedError when there is no such entry. */
  readonly read: (name: string) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}
