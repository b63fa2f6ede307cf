export { DiskStore } from './disk-store';
export { FileStorage } from './file-storage';
export type { FileStore } from './file-store';
export { assertFreeSpace } from './free-space';
export { openStore } from './open-store';
export { StorageUnavailableError } from './storage.errors';
export { StorageModule } from './storage.module';
export { migrateFiles } from './migrate-files';
