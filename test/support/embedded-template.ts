import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations';
import { parseEnv } from '../../src/config';
import { dataSourceOptions, EmbeddedPostgres } from '../../src/platform/database';

const CACHE = resolve('node_modules/.cache/shortlist-tests');

/**
 * Puts a migrated, empty embedded database into a data directory: made once for these migrations and
 * copied from then on, since a new PGlite takes seconds and a copy half of one.
 */
export async function copyEmptyDatabase(dataDir: string): Promise<void> {
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'));
  const versions = Object.entries<string>(dependencies).filter(([name]) => name.includes('pglite'));
  const migrations = MIGRATIONS.map((migration) => migration.toString());
  const source = JSON.stringify([versions, migrations]);
  const template = join(CACHE, createHash('sha256').update(source).digest('hex').slice(0, 16));
  if (!(await exists(template))) {
    await makeTemplate(template);
  }
  await cp(join(template, 'pg'), join(dataDir, 'pg'), { recursive: true });
}

/** Two test processes may do this at once: the first one's directory stays. */
async function makeTemplate(template: string): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  const own = `${template}.${randomUUID()}`;
  const database = await EmbeddedPostgres.start(own);
  try {
    const env = parseEnv({ DATA_DIR: own });
    const dataSource = new DataSource(dataSourceOptions(env, database.address));
    await dataSource.initialize();
    await dataSource.destroy();
  } finally {
    await database.stop();
  }
  try {
    await rename(own, template);
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    if (!(await exists(template))) {
      throw error;
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
