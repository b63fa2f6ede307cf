import { existsSync } from 'node:fs';
import { type Env, parseEnv } from './env';

let loaded: Env | null = null;

/**
 * The settings of this process, read once from `.env` and the environment, which wins.
 *
 * @throws InvalidEnvironmentError
 */
export function loadEnv(): Env {
  if (loaded === null) {
    if (existsSync('.env')) {
      process.loadEnvFile('.env');
    }
    loaded = parseEnv(process.env);
  }
  return loaded;
}
