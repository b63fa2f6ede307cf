import type { ApiAnswer, ApiClient } from '../support/api-client';
import { expectStatus } from '../support/app';
import type { AcceptedFile, Sender } from './sender';

export interface Verdict {
  readonly problems: readonly string[];
  readonly completed: number;
  readonly failed: number;
  /** Tasks that needed more than one run. */
  readonly repeated: number;
  readonly resumes: number;
}

interface Item {
  readonly state: string;
  readonly errorCode: string | null;
  readonly hash: string | null;
}

type Row = ApiAnswer['body'];

/** Compares, as a user, what was promised with what is there. */
export async function verify(
  api: ApiClient,
  jobId: string,
  senders: readonly Sender[],
): Promise<Verdict> {
  const tasks = await everything(api, '/tasks');
  const resumes = await everything(api, '/resumes');
  const matches = await everything(api, `/jobs/${jobId}/candidates`);
  const people = await everything(api, '/candidates');
  const hashById = new Map<string, string>(resumes.map(({ id, content_hash: hash }) => [id, hash]));
  const items = new Map<string, Item>(
    tasks.map((task) => [
      task.task_id,
      {
        state: task.state,
        errorCode: task.error?.code ?? null,
        hash: hashById.get(task.result?.resume_id) ?? null,
      },
    ]),
  );
  const accepted = senders.flatMap((sender) => sender.accepted);
  const sent = new Set(senders.flatMap((sender) => [...sender.sent]));
  return {
    problems: [
      ...tasks.flatMap(problemsOfTask),
      ...accepted.flatMap((file) => problemsOfFile(file, items.get(file.taskId))),
      ...duplicates('resume', [...hashById.values()]),
      ...[...hashById.values()]
        .filter((hash) => !sent.has(hash))
        .map((hash) => `nobody sent ${hash}`),
      ...difference('candidates', people.length, resumes.length),
      ...duplicates(
        'match',
        matches.map((match) => match.resume_id),
      ),
      ...difference('matches', matches.length, resumes.length),
    ],
    completed: tasks.filter(({ state }) => state === 'completed').length,
    failed: tasks.filter(({ state }) => state === 'failed').length,
    repeated: tasks.filter(({ attempts }) => attempts > 1).length,
    resumes: resumes.length,
  };
}

function problemsOfTask({ task_id: id, state, error }: Row): string[] {
  if (state === 'failed') {
    return typeof error?.code === 'string' ? [] : [`task ${id} failed without a reason`];
  }
  return state === 'completed' ? [] : [`task ${id} is ${state}`];
}

function problemsOfFile(file: AcceptedFile, item: Item | undefined): string[] {
  const { taskId, hash, isReadable } = file;
  if (item === undefined) {
    return [`accepted task ${taskId} is lost`];
  }
  if (!isReadable) {
    return item.state === 'completed' ? [`task ${taskId} is completed and cannot be`] : [];
  }
  if (item.state === 'failed' && item.errorCode !== 'worker_lost') {
    return [`task ${taskId} failed: ${String(item.errorCode)}`];
  }
  const isOwn = item.state !== 'completed' || item.hash === hash;
  return isOwn ? [] : [`task ${taskId} led to another file's resume`];
}

function duplicates(what: string, values: readonly string[]): string[] {
  return values
    .filter((value, at) => values.indexOf(value) !== at)
    .map((value) => `${what} ${value} is there twice`);
}

function difference(what: string, count: number, resumes: number): string[] {
  return count === resumes ? [] : [`${count} ${what} for ${resumes} resumes`];
}

/** All pages of a list. */
async function everything(api: ApiClient, path: string): Promise<Row[]> {
  const all: Row[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = expectStatus(await api.get(`${path}?limit=100${query}`), 200);
    all.push(...body.data);
    cursor = body.next_cursor;
  }
  return all;
}
