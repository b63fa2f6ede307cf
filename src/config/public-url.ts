import type { Env } from './env';

/** Where people reach this server. Who listens on all addresses is reached by any, but not by the name for all. */
export function publicUrl({ PUBLIC_URL, HOST, PORT }: Env): string {
  const host = HOST === '0.0.0.0' ? 'localhost' : HOST;
  return PUBLIC_URL === '' ? `http://${host}:${PORT}` : PUBLIC_URL.replace(/\/+$/, '');
}
