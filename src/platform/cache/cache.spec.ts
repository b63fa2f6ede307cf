import { createServer, type Server, type Socket } from 'node:net';
import { Cache } from './cache';

const HOUR = 3600;

describe('Cache in memory', () => {
  it('gives back copies of what was kept, and nothing for another key', async () => {
    const cache = Cache.inMemory(10);
    const value = { ids: ['a'] };
    await cache.set('one', value, HOUR);
    value.ids.push('b');
    await expect(cache.get('one')).resolves.toEqual({ ids: ['a'] });
    await expect(cache.get('two')).resolves.toBeUndefined();
  });

  it('forgets the least recently used, and what is too old', async () => {
    const cache = Cache.inMemory(2);
    await cache.set('one', 1, HOUR);
    await cache.set('two', 2, HOUR);
    await cache.get('one');
    await cache.set('three', 3, HOUR);
    await expect(cache.get('two')).resolves.toBeUndefined();
    await expect(cache.get('one')).resolves.toBe(1);
    await cache.set('old', 4, 0.001);
    await new Promise((passed) => setTimeout(passed, 20));
    await expect(cache.get('old')).resolves.toBeUndefined();
  });
});

describe('Cache on a Redis that does not answer', () => {
  let server: Server;
  let url: string;
  let connections: number;
  const sockets: Socket[] = [];

  beforeEach(async () => {
    connections = 0;
    server = createServer((socket) => {
      // Takes what it is sent and says nothing.
      connections += 1;
      sockets.push(socket);
      socket.on('error', () => undefined).resume();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const address = server.address();
    url = `redis://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}`;
  });

  afterEach(async () => {
    sockets.splice(0).forEach((socket) => socket.destroy());
    await new Promise((closed) => server.close(closed));
  });

  it('finds nothing, fails nobody, and is left alone for a while', async () => {
    let now = 1_000_000;
    const cache = Cache.onRedis({ kind: 'single', url: url }, () => now);
    expect(cache.isUp).toBe(true);
    await expect(cache.get('one')).resolves.toBeUndefined();
    expect(cache.isUp).toBe(false);
    const asked = connections;
    await expect(cache.get('one')).resolves.toBeUndefined();
    await expect(cache.set('one', 1, HOUR)).resolves.toBeUndefined();
    expect(connections).toBe(asked);
    now += 60_000;
    await expect(cache.get('one')).resolves.toBeUndefined();
    await cache.close();
  });

  it('finds nothing when nobody listens', async () => {
    await new Promise((closed) => server.close(closed));
    const cache = Cache.onRedis({ kind: 'single', url: url });
    await expect(cache.open()).resolves.toBeUndefined();
    expect(cache.isUp).toBe(false);
    await expect(cache.get('one')).resolves.toBeUndefined();
    await expect(cache.set('one', 1, HOUR)).resolves.toBeUndefined();
    expect(cache.isUp).toBe(false);
    await cache.close();
    server = createServer().listen(0);
  });
});
