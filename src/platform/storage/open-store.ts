import { join } from 'node:path';
import type { Env, StorageKind } from '../../config';
import { DiskStore } from './disk-store';
import type { FileStore } from './file-store';
import { S3Store } from './s3-store';

/** The folder `DATA_DIR/files`, or the bucket of the settings. */
export function openStore(env: Env, kind: StorageKind): FileStore {
  if (kind === 'disk') {
    return new DiskStore(join(env.DATA_DIR, 'files'), env.DISK_MIN_FREE_MB);
  }
  return new S3Store({
    endpoint: env.S3_ENDPOINT,
    bucket: env.S3_BUCKET,
    region: env.S3_REGION,
    accessKeyId: env.S3_ACCESS_KEY_ID,
    secretAccessKey: env.S3_SECRET_ACCESS_KEY,
    isPathStyle: env.S3_PATH_STYLE,
    timeoutMs: env.S3_TIMEOUT_SECONDS * 1000,
  });
}
