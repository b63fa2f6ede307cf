import { existsSync } from 'node:fs';
import { type Env, parseEnv } from './env';

let loaded: Env | null = null;

/**
 * The settings of this process, read once: the environment wins over `.env`, which wins over the
 * defaults that a command may have of its own.
 *
 * @throws InvalidEnvironmentError
 */
export function loadEnv(defaults: NodeJS.ProcessEnv = {}): Env {
  if (loaded === null) {
    if (existsSync('.env')) {
      process.loadEnvFile('.env');
    }
    loaded = parseEnv({ ...defaults, ...process.env });
  }
  return loaded;
}
