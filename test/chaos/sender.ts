import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from '../support/api-client';
import { encryptedPdf, textResume, uniqueResumePdf } from '../support/documents';
import type { Fleet } from './fleet';

/** A file that the API said it has: 202, so from then on nothing may lose it. */
export interface AcceptedFile {
  readonly taskId: string;
  readonly hash: string;
  readonly isReadable: boolean;
}

interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly isReadable: boolean;
}

const FILES_AT_ONCE = 5;
const UNREADABLE_EVERY = 10;
const PAUSE_MS = 150;
const REQUEST_TIMEOUT_MS = 30_000;

/** Sends batch after batch, again and again the same one until it is accepted, as a careful client does. */
export class Sender {
  readonly accepted: AcceptedFile[] = [];
  /** Everything that was ever sent: it may be stored although the answer never came. */
  readonly sent = new Set<string>();
  readonly refusals = new Map<string, number>();
  private made = 0;

  constructor(
    private readonly fleet: Fleet,
    private readonly token: string,
    private readonly jobId: string,
    /** Which of the numbered files are this sender's. */
    private readonly files: { readonly first: number; readonly most: number },
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && this.made < this.files.most) {
      await this.sendUntilAccepted(await this.nextBatch());
      await sleep(PAUSE_MS);
    }
  }

  private async sendUntilAccepted(files: readonly SentFile[]): Promise<void> {
    for (const file of files) {
      this.sent.add(hashOf(file.bytes));
    }
    for (let attempt = 0; ; attempt += 1) {
      const api = this.fleet.client(attempt + this.made).as(this.token);
      if (await this.send(api, files)) {
        return;
      }
      await sleep(PAUSE_MS);
    }
  }

  private async send(api: ApiClient, files: readonly SentFile[]): Promise<boolean> {
    const form = new FormData();
    for (const { name, bytes } of files) {
      form.append('files', new File([Uint8Array.from(bytes)], name));
    }
    form.append('job_id', this.jobId);
    const late = sleep(REQUEST_TIMEOUT_MS, null, { ref: false });
    const answer = await Promise.race([
      late,
      api.send('POST', '/resumes/bulk', form).catch(() => null),
    ]);
    if (answer?.status === 202) {
      const items: readonly { task_id: string }[] = answer.body.items;
      items.forEach((item, at) => {
        const { bytes, isReadable } = files[at]!;
        const hash = hashOf(bytes);
        this.accepted.push({ taskId: item.task_id, hash, isReadable });
      });
      return true;
    }
    const kind = answer === null ? 'no answer' : String(answer.status);
    this.refusals.set(kind, (this.refusals.get(kind) ?? 0) + 1);
    return false;
  }

  private async nextBatch(): Promise<SentFile[]> {
    const files: SentFile[] = [];
    for (let count = 0; count < FILES_AT_ONCE; count += 1) {
      files.push(await makeFile(this.files.first + this.made));
      this.made += 1;
    }
    return files;
  }
}

async function makeFile(n: number): Promise<SentFile> {
  if (n % UNREADABLE_EVERY === UNREADABLE_EVERY - 1) {
    return { name: `${n}.pdf`, bytes: await encryptedPdf(), isReadable: false };
  }
  if (n % 2 === 0) {
    return { name: `${n}.pdf`, bytes: await uniqueResumePdf(n), isReadable: true };
  }
  const id = randomUUID();
  const person = { name: `Robin ${lettersOf(id)}`, email: `${id}@example.com`, phone: '' };
  return { name: `${n}.txt`, bytes: textResume(person), isReadable: true };
}

/** A family name that reads like one: names with digits are none. */
function lettersOf(id: string): string {
  const letters = [...id.replaceAll('-', '').slice(0, 12)].map((digit) =>
    String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)),
  );
  return `B${letters.join('')}`;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
