import type { Env } from '../../config';
import { vocabularyFolder } from '../../modules/skills';
import type { FilePlaces, Manifest } from '../../platform/backup';
import { DiskStore, openStore } from '../../platform/storage';

/** What a backup holds besides the database: the originals, and imported vocabularies. */
export function filePlaces(env: Env): FilePlaces {
  return {
    files: openStore(env, env.STORAGE),
    vocabulary: new DiskStore(vocabularyFolder(env.DATA_DIR)),
  };
}

export function summaryOf({ tables, files }: Manifest): string {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  const count = Object.values(files).reduce((sum, place) => sum + place.count, 0);
  return `${rows} rows of ${Object.keys(tables).length} tables, and ${count} files`;
}
