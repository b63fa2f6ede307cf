export { dataSourceOptions } from './data-source-options';
export { Database } from './database';
export { DatabaseModule } from './database.module';
export { DataDirInUseError } from './embedded/data-dir-lock';
export { EmbeddedPostgres } from './embedded/embedded-postgres';
export { vectorLiteral, vectorParameter } from './vector';
export { VectorIndex } from './vector-index';
export type { VectorScan } from './vector-scan';
export { isUniqueViolation } from './violations';
