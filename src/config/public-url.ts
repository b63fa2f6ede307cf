import type { Env } from './env';

/** Where people reach this installation, without a slash at the end. */
export function publicUrl({ PUBLIC_URL, HOST, PORT }: Env): string {
  // Who listens on all addresses is reached by any, but not by the name for all.
  const host = HOST === '0.0.0.0' ? 'localhost' : HOST;
  return PUBLIC_URL === '' ? `http://${host}:${PORT}` : PUBLIC_URL.replace(/\/+$/, '');
}
