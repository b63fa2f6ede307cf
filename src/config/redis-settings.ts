import { bool, EnvError, makeValidator, str, url } from 'envalid';

export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

const ADDRESS = /^([^\s,:]+|\[[0-9a-fA-F:]+\]):(\d{1,5})$/;

const addresses = makeValidator<string>((input) => {
  if (!input.split(',').every((one) => ADDRESS.test(one.trim()))) {
    throw new EnvError('must be addresses as in host:port, separated by commas');
  }
  return input;
});

/** Where Redis is: one server, one that Sentinels name, or a cluster. */
export const REDIS_VARIABLES = {
  REDIS_URL: url({
    default: '',
    desc: 'Redis 7 or Valkey for the queues. Empty: in process. Set it together with DATABASE_URL.',
  }),
  REDIS_SENTINELS: addresses({
    default: '',
    desc: 'Sentinels as host:port, separated by commas, that say where the primary is; REDIS_URL then gives user, password and database only.',
  }),
  REDIS_SENTINEL_NAME: str({ default: 'mymaster', desc: 'Name of the primary at the Sentinels.' }),
  REDIS_SENTINEL_PASSWORD: str({
    default: '',
    desc: 'Password of the Sentinels. Empty: none.',
  }),
  REDIS_CLUSTER: bool({
    default: false,
    desc: 'Whether REDIS_URL is one of the nodes of a Redis Cluster; the others are found through it.',
  }),
} as const;

interface RedisValues {
  readonly REDIS_URL: string;
  readonly REDIS_SENTINELS: string;
  readonly REDIS_SENTINEL_NAME: string;
  readonly REDIS_SENTINEL_PASSWORD: string;
  readonly REDIS_CLUSTER: boolean;
}

/** How to reach Redis, with the credentials that `REDIS_URL` holds. */
export type RedisLocation =
  | { readonly kind: 'single'; readonly url: string }
  | {
      readonly kind: 'sentinel';
      readonly sentinels: readonly RedisNode[];
      readonly name: string;
      readonly sentinelPassword: string;
      readonly login: RedisLogin;
    }
  | {
      readonly kind: 'cluster';
      readonly node: RedisNode;
      readonly url: string;
      readonly login: RedisLogin;
    };

interface RedisLogin {
  readonly username?: string;
  readonly password?: string;
  readonly db?: number;
}

export function redisLocation(values: RedisValues): RedisLocation {
  const { REDIS_URL: given } = values;
  if (values.REDIS_SENTINELS !== '') {
    return {
      kind: 'sentinel',
      sentinels: values.REDIS_SENTINELS.split(',').map(nodeOf),
      name: values.REDIS_SENTINEL_NAME,
      sentinelPassword: values.REDIS_SENTINEL_PASSWORD,
      login: loginOf(given),
    };
  }
  if (values.REDIS_CLUSTER) {
    const { hostname, port } = new URL(given);
    const node = { host: hostname, port: port === '' ? 6379 : Number(port) };
    return { kind: 'cluster', node, url: given, login: loginOf(given) };
  }
  return { kind: 'single', url: given };
}

export function redisProblems(values: RedisValues): string[] {
  const problems: string[] = [];
  if (values.REDIS_URL === '' && (values.REDIS_SENTINELS !== '' || values.REDIS_CLUSTER)) {
    problems.push('REDIS_URL: is required with REDIS_SENTINELS and REDIS_CLUSTER');
  }
  if (values.REDIS_CLUSTER && values.REDIS_SENTINELS !== '') {
    problems.push('REDIS_SENTINELS and REDIS_CLUSTER: set one of them');
  }
  return problems;
}

function nodeOf(address: string): RedisNode {
  const [, host = '', port = ''] = ADDRESS.exec(address.trim()) ?? [];
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function loginOf(given: string): RedisLogin {
  const { username, password, pathname } = new URL(given);
  const db = /^\/(\d+)$/.exec(pathname)?.[1];
  return {
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(db === undefined ? {} : { db: Number(db) }),
  };
}
