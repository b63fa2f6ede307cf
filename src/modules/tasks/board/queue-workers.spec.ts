import { Logger } from '@nestjs/common';
import { parseEnv } from '../../../config';
import type { TaskDispatcher } from '../task-dispatcher';
import { QueueWorkers } from './queue-workers';

type Client = Readonly<Record<string, string>>;

/** The one queue that is asked, on database 3 of its Redis. */
function workersOf(
  getWorkers: () => Promise<readonly Client[] | undefined>,
  variables: NodeJS.ProcessEnv = {},
): QueueWorkers {
  const queue = { getWorkers, client: { options: { db: 3 } } };
  // Nothing else of the dispatcher is asked for.
  const dispatcher = { queue: () => queue } as unknown as TaskDispatcher;
  return new QueueWorkers(parseEnv(variables), dispatcher);
}

const SERVER = {
  DATABASE_URL: 'postgres://shortlist@localhost/shortlist',
  REDIS_URL: 'redis://localhost:6379',
  SECRET_KEY: 'x'.repeat(32),
};

beforeAll(() => {
  Logger.overrideLogger(false);
});

describe('QueueWorkers', () => {
  it('counts the clients of its own database of the server', async () => {
    const clients = [{ db: '3' }, { db: '3' }, { db: '0' }];
    await expect(workersOf(() => Promise.resolve(clients)).count('documents')).resolves.toBe(2);
    await expect(workersOf(() => Promise.resolve([])).count('documents')).resolves.toBe(0);
  });

  it('does not know, rather than says none, where Redis refuses to tell', async () => {
    await expect(
      workersOf(() => Promise.resolve(undefined)).count('documents'),
    ).resolves.toBeNull();
    const broken = workersOf(() => Promise.reject(new Error('connection is closed')));
    await expect(broken.count('documents')).resolves.toBeNull();
  });

  it('does not wait for a Redis that is away', async () => {
    const silent = workersOf(() => new Promise(() => undefined));
    await expect(silent.count('documents')).resolves.toBeNull();
  });

  it('does not ask a cluster, each node of which knows a part', async () => {
    const asked = jest.fn(() => Promise.resolve([{ db: '3' }]));
    const cluster = workersOf(asked, { ...SERVER, REDIS_CLUSTER: 'true' });
    await expect(cluster.count('documents')).resolves.toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });
});
