export { threadCount } from './thread-count';
export { WorkerLimitError, WorkerPool, type WorkerPoolOptions } from './worker-pool';
