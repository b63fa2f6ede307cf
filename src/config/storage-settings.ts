import { bool, str, url } from 'envalid';
import { integer } from './validators';

/** Where files are kept. */
export const STORAGE_KINDS = ['disk', 's3'] as const;
export type StorageKind = (typeof STORAGE_KINDS)[number];

/** The settings of the files' place. Those of the bucket may stand beside `STORAGE=disk`, for a migration. */
export const STORAGE_VARIABLES = {
  STORAGE: str<StorageKind>({
    default: 'disk',
    choices: STORAGE_KINDS,
    desc: 'Where files are kept: in DATA_DIR/files, which all processes must share, or in a bucket. `npm run storage:migrate` moves them.',
  }),
  S3_ENDPOINT: url({
    default: '',
    desc: 'Address of the server that speaks S3. Empty: that of AWS in S3_REGION.',
  }),
  S3_BUCKET: str({ default: '', desc: 'Name of the bucket.' }),
  S3_REGION: str({
    default: 'us-east-1',
    desc: 'Region of the bucket; servers without regions take this one.',
  }),
  S3_ACCESS_KEY_ID: str({
    default: '',
    desc: 'Key of an account that may list the bucket, and read, write and delete in it.',
  }),
  S3_SECRET_ACCESS_KEY: str({ default: '', desc: 'Secret of S3_ACCESS_KEY_ID.' }),
  S3_PATH_STYLE: bool({
    default: true,
    desc: 'Whether the bucket stands in the path of addresses; false puts it into the host’s name.',
  }),
  S3_TIMEOUT_SECONDS: integer(
    1,
    600,
  )({
    default: 30,
    desc: 'Longest wait for an answer of the bucket.',
  }),
} as const;

interface StorageValues {
  readonly STORAGE: StorageKind;
  readonly S3_BUCKET: string;
  readonly S3_ACCESS_KEY_ID: string;
  readonly S3_SECRET_ACCESS_KEY: string;
}

/** What a bucket lacks of its settings. */
export function storageProblems(values: StorageValues): string[] {
  return values.STORAGE === 's3' ? bucketProblems(values, 'when STORAGE is s3') : [];
}

/** The same for a command that needs the bucket whatever `STORAGE` says. */
export function bucketProblems(values: Omit<StorageValues, 'STORAGE'>, when: string): string[] {
  return (['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)
    .filter((name) => values[name] === '')
    .map((name) => `${name}: is required ${when}`);
}
