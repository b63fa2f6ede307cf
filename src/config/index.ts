export { ConfigModule } from './config.module';
export { ENV, ENV_VARIABLES, type Env, parseEnv } from './env';
export { InvalidEnvironmentError } from './invalid-environment.error';
export { loadEnv } from './load-env';
export { publicUrl } from './public-url';
export { type QueueSettings } from './queue-settings';
export { redisLocation, type RedisLocation } from './redis-settings';
export { bucketProblems, STORAGE_KINDS, type StorageKind } from './storage-settings';
export { MEBIBYTE } from './validators';
