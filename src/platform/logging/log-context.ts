import { AsyncLocalStorage } from 'node:async_hooks';

/** What a line of the log belongs to: a request, or a task and the request that asked for it. */
interface LogContext {
  readonly requestId: string | null;
  readonly task?: { readonly id: string; readonly name: string };
}

const current = new AsyncLocalStorage<LogContext>();

/** Everything that is logged meanwhile carries these ids, and tasks that are written down remember the request. */
export function inLogContext<T>(context: LogContext, work: () => T): T {
  return current.run(context, work);
}

/** The request that this work goes back to; null when nobody's does. */
export function currentRequestId(): string | null {
  return current.getStore()?.requestId ?? null;
}

/** For the lines of a task; those of a request get its id from the logger of requests. */
export function taskFields(): Readonly<Record<string, string>> {
  const { requestId = null, task } = current.getStore() ?? {};
  if (task === undefined) {
    return {};
  }
  return { taskId: task.id, task: task.name, ...(requestId === null ? {} : { requestId }) };
}
