import { readFile } from 'node:fs/promises';
import { UnreadableDocumentError } from '../../src/modules/resumes/domain/document/document.errors';
import {
  readDocument,
  TesseractReader,
} from '../../src/modules/resumes/domain/document/read-document';

export interface ReadRequest {
  readonly path: string;
  readonly maxPages: number;
}

export interface ReadAnswer {
  /** `read`, or the reason of the refusal. */
  readonly outcome: string;
  readonly content: string;
  readonly flags: readonly string[];
  readonly pageCount: number;
  /** CPU time of the whole process while this file was read; run one at a time to use it. */
  readonly cpuMs: number;
}

const ocr = new TesseractReader({ timeoutMs: 20_000 });

export async function read({ path, maxPages }: ReadRequest): Promise<ReadAnswer> {
  const bytes = await readFile(path);
  const before = process.cpuUsage();
  const answer = { content: '', flags: [], pageCount: 0 };
  try {
    const document = await readDocument(bytes, { maxPages, ocr });
    return {
      outcome: 'read',
      content: document.content,
      flags: document.flags.map((flag) => flag.code),
      pageCount: document.pageCount,
      cpuMs: cpuSince(before),
    };
  } catch (error) {
    if (!(error instanceof UnreadableDocumentError)) throw error;
    return { ...answer, outcome: error.reason, cpuMs: cpuSince(before) };
  }
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
