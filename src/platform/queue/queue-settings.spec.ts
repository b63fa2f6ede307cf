import { parseEnv } from '../../config';
import { QUEUE_NAMES } from './queue-names';
import { queueSettings, servedQueues } from './queue-settings';

const SERVER = {
  DATABASE_URL: 'postgres://shortlist@localhost/shortlist',
  REDIS_URL: 'redis://localhost:6379',
  SECRET_KEY: 'x'.repeat(32),
};

describe('servedQueues', () => {
  it('are all of them unless some are named', () => {
    expect(servedQueues(parseEnv({}))).toEqual(QUEUE_NAMES);
  });

  it('are those named, each of which the settings know', () => {
    const all = { ...SERVER, WORKER_QUEUES: QUEUE_NAMES.join(', ') };
    expect(servedQueues(parseEnv(all))).toEqual(QUEUE_NAMES);
    const some = { ...SERVER, WORKER_QUEUES: 'analysis,notifications' };
    expect(servedQueues(parseEnv(some))).toEqual(['notifications', 'analysis']);
  });
});

describe('queueSettings', () => {
  it('give each queue its own, by default those of the design', () => {
    const byName = queueSettings(parseEnv({}));
    const table = QUEUE_NAMES.map((name) => {
      const { priority, attempts, delay } = byName[name];
      return [name, priority, attempts, delay];
    });
    expect(table).toEqual([
      ['notifications', 10, 5, 30],
      ['documents', 7, 3, 60],
      ['analysis', 5, 3, 120],
      ['maintenance', 1, 3, 60],
    ]);
  });
});
