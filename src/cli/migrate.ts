import { DataSource } from 'typeorm';
import { loadEnv } from '../config';
import { dataSourceOptions, EmbeddedPostgres } from '../platform/database';
import { runProcess } from '../process';

/** `npm run migrate [-- down]`: brings the schema up to date, or takes the last migration back. */
runProcess(async () => {
  const env = loadEnv();
  const embedded = env.embedded ? await EmbeddedPostgres.start(env.DATA_DIR) : null;
  const options = dataSourceOptions(env, embedded?.address ?? null);
  const dataSource = new DataSource({ ...options, migrationsRun: false });
  try {
    await dataSource.initialize();
    if (process.argv.includes('down')) {
      await dataSource.undoLastMigration({ transaction: 'each' });
      console.log('The last migration was taken back.');
      return;
    }
    const run = await dataSource.runMigrations({ transaction: 'each' });
    console.log(`${run.length} migration(s) run.`);
  } finally {
    if (dataSource.isInitialized) {
      await dataSource.destroy();
    }
    await embedded?.stop();
  }
});
