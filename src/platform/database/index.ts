export { dataSourceOptions } from './data-source-options';
export { Database } from './database';
export { DatabaseModule } from './database.module';
export { DataDirInUseError } from './embedded/data-dir-lock';
export { EmbeddedPostgres } from './embedded/embedded-postgres';
export { vectorLiteral } from './vector';
export { VectorIndex, type VectorTable } from './vector-index';
export { isUniqueViolation } from './violations';
