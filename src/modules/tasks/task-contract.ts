import type { QueueName } from '../../platform/queue';

/**
 * Every kind of background work: its name and payload. Payloads are ids and versions; the handler reads
 * the rest when it runs. A processor implements `TaskHandlers`, so a kind without a handler does not compile.
 */
export interface TaskPayloads {
  /** Scores a job's existing results again after the job changed. */
  readonly 'matching.rescore-job': { readonly jobId: string; readonly jobVersion: number };
  /** Ranks the company's whole pool for a job and keeps the best as `matched`. */
  readonly 'matching.rank-pool': { readonly jobId: string };
  /** Reads, embeds and matches a stored file. */
  readonly 'intake.process-item': { readonly itemId: string };
  /** Searches stored resumes for skills, or aliases of them, that are newer than they. */
  readonly 'skills.search-resumes': { readonly skillNames: readonly string[] };
  /** Reads a stored resume's file again and replaces its profile, vectors and scores. */
  readonly 'intake.reprocess-resume': { readonly resumeId: string };
}

export type TaskName = keyof TaskPayloads;

export interface TaskSettings {
  readonly queue: QueueName;
  readonly attempts: number;
  /** Delay before the second attempt; doubled for each later one. */
  readonly firstDelayMs: number;
}

export const TASK_SETTINGS: Readonly<Record<TaskName, TaskSettings>> = {
  'matching.rescore-job': { queue: 'documents', attempts: 3, firstDelayMs: 60_000 },
  'matching.rank-pool': { queue: 'documents', attempts: 3, firstDelayMs: 60_000 },
  'skills.search-resumes': { queue: 'maintenance', attempts: 3, firstDelayMs: 60_000 },
  'intake.process-item': { queue: 'documents', attempts: 3, firstDelayMs: 60_000 },
  'intake.reprocess-resume': { queue: 'documents', attempts: 3, firstDelayMs: 60_000 },
};

export const TASK_STATES = [
  'queued',
  'running',
  'retrying',
  'completed',
  'failed',
  'cancelled',
] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What a handler is given. It may run twice: the work must be idempotent. */
export interface TaskContext<Name extends TaskName> {
  readonly taskId: string;
  readonly companyId: string;
  readonly requestedBy: string | null;
  readonly payload: TaskPayloads[Name];
  /** Tells watchers how far the work is, 0..100. */
  readonly progress: (percent: number) => Promise<void>;
}

/** The result is shown to people as `result`: ids and counts, no personal data. */
export type TaskResult = Readonly<Record<string, unknown>>;

export type TaskHandler<Name extends TaskName> = (
  context: TaskContext<Name>,
) => Promise<TaskResult>;

/** Trying again cannot help: the task fails at once with this code and message. */
export class PermanentTaskError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'PermanentTaskError';
  }
}
