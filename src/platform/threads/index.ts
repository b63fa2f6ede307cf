export { threadCount } from './thread-count';
export { WorkerLimitError, WorkerPool } from './worker-pool';
