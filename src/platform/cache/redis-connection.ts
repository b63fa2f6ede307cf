import type KeyvRedis from '@keyv/redis';
import type { RedisLocation } from '../../config';

/** After a failure the cache is left alone for so long, so that an outage costs one request that wait and not all. */
export const PAUSE_MS = 5_000;
export const CONNECT_WITHIN_MS = 1_000;

type Connection = NonNullable<ConstructorParameters<typeof KeyvRedis>[0]>;

/** The cache's own connection: calls fail at once while there is none, instead of waiting in line. */
export function connectionOf(location: RedisLocation): Connection {
  const impatient = {
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECT_WITHIN_MS,
      reconnectStrategy: (attempt: number) => Math.min(attempt * 100, PAUSE_MS),
    },
  };
  if (location.kind === 'single') {
    return { url: location.url, ...impatient };
  }
  const { username, password, db } = location.login;
  const login = {
    ...(username === undefined ? {} : { username }),
    ...(password === undefined ? {} : { password }),
  };
  if (location.kind === 'sentinel') {
    return {
      name: location.name,
      sentinelRootNodes: [...location.sentinels],
      nodeClientOptions: { ...login, ...impatient, ...(db === undefined ? {} : { database: db }) },
      ...(location.sentinelPassword === ''
        ? {}
        : { sentinelClientOptions: { password: location.sentinelPassword } }),
    };
  }
  return { rootNodes: [{ url: location.url }], defaults: { ...login, ...impatient } };
}
