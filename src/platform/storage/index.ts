export { FileStorage } from './file-storage';
export { StorageUnavailableError } from './storage.errors';
export { StorageModule } from './storage.module';
