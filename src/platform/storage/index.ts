export { FileStorage } from './file-storage';
export { StorageModule } from './storage.module';
