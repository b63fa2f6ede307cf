import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import type { FileStore } from './file-store';
import { readS3Page } from './s3-list';

const ATTEMPTS = 3;
const FIRST_DELAY_MS = 100;
const HASH_HEADER = 'x-amz-content-sha256';
/** Kept with each file, so that a migration which goes on need not read it again. */
const FINGERPRINT_HEADER = 'x-amz-meta-sha256';
const EMPTY_HASH = sha256('');

export interface S3Location {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** The bucket in the path, else in the host's name. */
  readonly isPathStyle: boolean;
  /** For each attempt, until the answer begins. */
  readonly timeoutMs: number;
}

interface S3Call {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | Blob;
  /** Of the body, SHA-256 in hexadecimal digits. */
  readonly hash?: string;
}

/** The bucket's server refused; the message has its own code and never a key or a secret. */
export class S3Error extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`The bucket answered ${status} ${code}.`);
    this.name = 'S3Error';
  }
}

/**
 * Files in a bucket of anything that speaks S3. A put is answered when the server has the bytes and has
 * compared them with their SHA-256, which is part of what is signed. Every call may be repeated without harm,
 * and is when the connection breaks or the server is busy.
 */
export class S3Store implements FileStore {
  private readonly client: AwsClient;
  private readonly base: string;
  /** How far this machine's clock is from the server's, which refuses signatures of another time. */
  private skewMs = 0;

  constructor(private readonly location: S3Location) {
    const { accessKeyId, secretAccessKey, region } = location;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
    this.base = baseOf(location);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await drained(await this.call({ method: 'PUT', key, body: bytes, hash: sha256(bytes) }));
  }

  /** By way of a file, since the bucket wants size and hash before the first byte. */
  async putStream(key: string, bytes: Readable): Promise<number> {
    const folder = await mkdtemp(join(tmpdir(), 'shortlist-put-'));
    try {
      const path = join(folder, 'file');
      const written = createWriteStream(path, { flags: 'wx', mode: 0o600 });
      await pipeline(bytes, written);
      const hash = createHash('sha256');
      await pipeline(createReadStream(path), hash);
      const body = await openAsBlob(path);
      await drained(await this.call({ method: 'PUT', key, body, hash: hash.digest('hex') }));
      return written.bytesWritten;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async read(key: string): Promise<Buffer | null> {
    const response = await this.callUnlessMissing({ method: 'GET', key });
    return response === null ? null : Buffer.from(await response.arrayBuffer());
  }

  async find(key: string): Promise<Readable | null> {
    const response = await this.callUnlessMissing({ method: 'GET', key });
    if (response === null) {
      return null;
    }
    return response.body === null ? Readable.from([]) : Readable.fromWeb(response.body);
  }

  async delete(key: string): Promise<void> {
    const response = await this.callUnlessMissing({ method: 'DELETE', key });
    await drained(response);
  }

  async *list(): AsyncGenerator<string> {
    let from: string | null = null;
    do {
      const query = { 'list-type': '2', 'encoding-type': 'url' };
      const response = await this.call({
        method: 'GET',
        query: from === null ? query : { ...query, 'continuation-token': from },
      });
      const { keys, next } = readS3Page(await response.text());
      yield* keys;
      from = next;
    } while (from !== null);
  }

  async fingerprint(key: string): Promise<string | null> {
    const response = await this.callUnlessMissing({ method: 'HEAD', key });
    return response?.headers.get(FINGERPRINT_HEADER) ?? null;
  }

  private async callUnlessMissing(call: S3Call): Promise<Response | null> {
    try {
      return await this.call(call);
    } catch (error) {
      // A bucket that is missing is a wrong setting. The answer to HEAD has no body that tells the two apart.
      if (error instanceof S3Error && error.status === 404 && error.code !== 'NoSuchBucket') {
        return null;
      }
      throw error;
    }
  }

  /** The answer of a call that succeeded. */
  private async call(call: S3Call): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      const isLast = attempt === ATTEMPTS;
      const response = await this.attempt(call).catch(async (error: unknown) => {
        if (isLast) {
          throw error;
        }
        await sleep(FIRST_DELAY_MS * attempt);
        return null;
      });
      if (response === null) {
        continue;
      }
      if (response.ok) {
        return response;
      }
      const failure = await failureOf(response);
      const isSkewed = failure.code === 'RequestTimeTooSkewed' && this.correctClock(response);
      const isBusy = response.status >= 500 || response.status === 429;
      if (isLast || !(isSkewed || isBusy)) {
        throw failure;
      }
      await sleep(FIRST_DELAY_MS * attempt);
    }
  }

  private async attempt({
    method,
    key,
    query,
    body,
    hash = EMPTY_HASH,
  }: S3Call): Promise<Response> {
    const path = key === undefined ? '' : key.split('/').map(encodeURIComponent).join('/');
    const search = query === undefined ? '' : `?${new URLSearchParams(query).toString()}`;
    const request = await this.client.sign(`${this.base}${path}${search}`, {
      method,
      headers: {
        [HASH_HEADER]: hash,
        ...(body === undefined ? {} : { [FINGERPRINT_HEADER]: hash }),
      },
      ...(body === undefined ? {} : { body }),
      aws: { datetime: amazonTime(Date.now() + this.skewMs) },
    });
    const late = new AbortController();
    const timer = setTimeout(() => {
      late.abort(new Error(`No answer within ${this.location.timeoutMs} ms.`));
    }, this.location.timeoutMs);
    try {
      return await fetch(request, { signal: late.signal });
    } finally {
      clearTimeout(timer);
    }
  }

  private correctClock(response: Response): boolean {
    const serverMs = Date.parse(response.headers.get('date') ?? '');
    if (Number.isNaN(serverMs)) {
      return false;
    }
    this.skewMs = serverMs - Date.now();
    return true;
  }
}

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** With a slash at its end. */
function baseOf({ endpoint, bucket, region, isPathStyle }: S3Location): string {
  const url = new URL(endpoint === '' ? `https://s3.${region}.amazonaws.com` : endpoint);
  const path = url.pathname.replace(/\/+$/, '');
  return isPathStyle
    ? `${url.protocol}//${url.host}${path}/${bucket}/`
    : `${url.protocol}//${bucket}.${url.host}${path}/`;
}

/** As in 20261128T084650Z. */
function amazonTime(ms: number): string {
  return new Date(ms).toISOString().replace(/[:-]|\.\d{3}/g, '');
}

async function failureOf(response: Response): Promise<S3Error> {
  const body = await response.text();
  const code = /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(body)?.[1];
  return new S3Error(response.status, code ?? response.statusText);
}

/** A connection goes back to the pool when its answer is read. */
async function drained(response: Response | null): Promise<void> {
  await response?.arrayBuffer();
}
