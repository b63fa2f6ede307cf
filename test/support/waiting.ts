import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiAnswer, ApiClient } from './api-client';

const INTERVAL_MS = 25;

/** The first value that is not null; asks again and again until then. */
export async function eventually<T>(
  ask: () => Promise<T | null> | T | null,
  timeoutMs = 20_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await ask();
    if (value !== null) {
      return value;
    }
    if (Date.now() > end) {
      throw new Error(`It did not come to pass within ${timeoutMs} ms.`);
    }
    await sleep(INTERVAL_MS);
  }
}

const FINAL_STATES: readonly unknown[] = ['completed', 'failed', 'cancelled'];

/** The task's body once it has ended. */
export function finishedTask(api: ApiClient, taskId: string): Promise<ApiAnswer['body']> {
  return eventually(async () => {
    const { body } = await api.get(`/tasks/${taskId}`);
    return FINAL_STATES.includes(body.state) ? body : null;
  });
}

/** Every task of the company, newest first, once all have ended. */
export function finishedTasks(
  api: ApiClient,
  timeoutMs?: number,
): Promise<readonly ApiAnswer['body'][]> {
  return eventually(async () => {
    const { body } = await api.get('/tasks?limit=100');
    const isQuiet = body.data.every((task: { state: string }) => FINAL_STATES.includes(task.state));
    return isQuiet ? body.data : null;
  }, timeoutMs);
}
