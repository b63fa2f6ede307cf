import { parseEnv } from '../../config';
import { WorkerLifetime } from './worker-lifetime';

const MB = 1024 * 1024;
const MINUTE_MS = 60_000;

const lifetime = (variables: NodeJS.ProcessEnv): WorkerLifetime =>
  new WorkerLifetime(parseEnv(variables));

const endOf = (one: WorkerLifetime): Promise<string> =>
  Promise.race([
    one.ended,
    new Promise<string>((later) => {
      setImmediate(() => {
        later('none');
      });
    }),
  ]);

describe('WorkerLifetime', () => {
  it('ends after so many tasks', async () => {
    const one = lifetime({ WORKER_MAX_TASKS: '3' });
    one.taskDone();
    one.taskDone();
    await expect(endOf(one)).resolves.toBe('none');
    one.taskDone();
    await expect(endOf(one)).resolves.toBe('tasks');
  });

  it('ends when the process needs more memory than allowed', async () => {
    const one = lifetime({ WORKER_MAX_MEMORY_MB: '100' });
    const later = Date.now() + MINUTE_MS;
    one.taskDone(99 * MB, later);
    await expect(endOf(one)).resolves.toBe('none');
    one.taskDone(101 * MB, later);
    await expect(endOf(one)).resolves.toBe('memory');
  });

  it('lasts a minute at least, however low the memory limit is', async () => {
    const one = lifetime({ WORKER_MAX_MEMORY_MB: '1' });
    one.taskDone(500 * MB);
    await expect(endOf(one)).resolves.toBe('none');
  });

  it('never ends when both limits are off', async () => {
    const one = lifetime({ WORKER_MAX_TASKS: '0', WORKER_MAX_MEMORY_MB: '0' });
    one.taskDone(5000 * MB, Date.now() + MINUTE_MS);
    await expect(endOf(one)).resolves.toBe('none');
  });
});
