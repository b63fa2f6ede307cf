import { DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import type { Env } from '../../config';
import { dataSourceOptions, EmbeddedPostgres } from '../database';

/**
 * The database of the settings for a command, without the application around it. Embedded, the command owns
 * the data directory meanwhile. No migration runs by itself.
 */
export class DatabaseSession {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly embedded: EmbeddedPostgres | null,
  ) {}

  /** @throws DataDirInUseError while a server uses the data directory. */
  static async open(env: Env): Promise<DatabaseSession> {
    const embedded = env.embedded ? await EmbeddedPostgres.start(env.DATA_DIR) : null;
    const options = dataSourceOptions(env, embedded?.address ?? null);
    try {
      const dataSource = new DataSource({ ...options, migrationsRun: false });
      return new DatabaseSession(await dataSource.initialize(), embedded);
    } catch (error) {
      await embedded?.stop();
      throw error;
    }
  }

  /** Names of the migrations that this version of the program has. */
  get knownMigrations(): readonly string[] {
    return this.dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name);
  }

  /** Hands over a connection for as long as the work takes; the embedded database has no other. */
  async use<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await work(runner);
    } finally {
      await runner.release();
    }
  }

  /** Runs those of these migrations that have not run. */
  async migrateUp(names: readonly string[]): Promise<void> {
    const executor = new MigrationExecutor(this.dataSource);
    for (const migration of await executor.getPendingMigrations()) {
      if (names.includes(migration.name)) {
        await executor.executeMigration(migration);
      }
    }
  }

  async migrateDown(): Promise<void> {
    await this.dataSource.undoLastMigration({ transaction: 'each' });
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.embedded?.stop();
  }
}
