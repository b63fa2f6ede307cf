import type { Readable } from 'node:stream';

/** Where files lie by key: a folder or a bucket. What fails throws; `FileStorage` makes outages of it. */
export interface FileStore {
  /** When it resolves the bytes are kept, whole; a crash before leaves the key as it was. */
  readonly put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** The same for what is made while it is written; its size. Nothing is left when making it fails. */
  readonly putStream: (key: string, bytes: Readable) => Promise<number>;
  /** Null when there is no such file. */
  readonly read: (key: string) => Promise<Buffer | null>;
  /** As a stream; null when there is no such file. */
  readonly find: (key: string) => Promise<Readable | null>;
  /** Deleting what is not there is no error. */
  readonly delete: (key: string) => Promise<void>;
  /** Every key, in no order. What is put or deleted meanwhile may be among them or not. */
  readonly list: () => AsyncIterable<string>;
  /** SHA-256 of the file in hexadecimal digits; null when there is none, or when the store cannot tell. */
  readonly fingerprint: (key: string) => Promise<string | null>;
}

/**
 * Keys are made by the program (ids and slashes), never from a file's name.
 *
 * @throws for one that would lead out of a folder.
 */
export function assertKey(key: string): void {
  if (key.split('/').some((part) => part === '' || part === '.' || part === '..')) {
    throw new Error('A storage key must stay inside the storage.');
  }
}
