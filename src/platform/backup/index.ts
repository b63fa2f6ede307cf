export { BackupError } from './backup.errors';
export { createBackup, type FilePlaces } from './create-backup';
export { DatabaseSession } from './database-session';
export type { Manifest } from './manifest';
export { createArchive, openArchive } from './open-archive';
export { checkBackup, restoreBackup } from './restore-backup';
