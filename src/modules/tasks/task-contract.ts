import type { Type } from '@nestjs/common';
import type { QueueName } from '../../platform/queue';

/**
 * Every kind of background work: its name and payload. Payloads are ids and versions; the handler reads
 * the rest when it runs. A kind that no processor in `src/task-processors.ts` handles does not compile.
 */
export interface TaskPayloads {
  /** Scores a job's existing results again after the job changed. */
  readonly 'matching.rescore-job': { readonly jobId: string; readonly jobVersion: number };
  /** Ranks the company's whole pool for a job and keeps the best as `matched`. */
  readonly 'matching.rank-pool': { readonly jobId: string };
  /** Reads, embeds and matches a stored file. */
  readonly 'intake.process-item': { readonly itemId: string };
  /** Words an analysis of a job's candidate. */
  readonly 'insights.analyse-match': { readonly jobId: string; readonly resumeId: string };
  /** Says what could be better in a resume. */
  readonly 'insights.review-resume': { readonly resumeId: string };
  /** Completes a resume's profile by the language model. */
  readonly 'insights.structure-resume': { readonly resumeId: string };
  /** One attempt to tell a webhook's endpoint. */
  readonly 'webhooks.deliver': { readonly deliveryId: string };
  /** Searches stored resumes for skills, or aliases of them, that are newer than they. */
  readonly 'skills.search-resumes': { readonly skillNames: readonly string[] };
  /** Sends one queued e-mail. */
  readonly 'notifications.send-email': { readonly emailId: string };
  /** Writes everything that is stored of a company into one archive. */
  readonly 'transfers.export-company': { readonly exportId: string };
  /** Takes an archive away again when its time is over. */
  readonly 'transfers.remove-export': { readonly exportId: string };
  /** Reads a stored resume's file again and replaces its profile, vectors and scores. */
  readonly 'intake.reprocess-resume': { readonly resumeId: string };
}

export type TaskName = keyof TaskPayloads;

export interface TaskSettings {
  readonly queue: QueueName;
  /** In place of the queue's own, which is right for nearly all. */
  readonly attempts?: number;
}

export const TASK_SETTINGS: Readonly<Record<TaskName, TaskSettings>> = {
  'matching.rescore-job': { queue: 'documents' },
  'matching.rank-pool': { queue: 'documents' },
  'skills.search-resumes': { queue: 'maintenance' },
  'insights.analyse-match': { queue: 'analysis' },
  'insights.review-resume': { queue: 'analysis' },
  'insights.structure-resume': { queue: 'analysis' },
  'intake.process-item': { queue: 'documents' },
  'intake.reprocess-resume': { queue: 'documents' },
  'notifications.send-email': { queue: 'notifications' },
  'transfers.export-company': { queue: 'maintenance' },
  'transfers.remove-export': { queue: 'maintenance' },
  // More than a delivery's own count of attempts, which is the one that decides.
  'webhooks.deliver': { queue: 'notifications', attempts: 20 },
};

// The keys of a record over a closed set are that set.
export const TASK_NAMES = Object.keys(TASK_SETTINGS) as readonly TaskName[];

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
  /** Tells watchers how far the work is, 0..100. Call it as often as you like, but not in a transaction. */
  readonly progress: (percent: number) => Promise<void>;
  /** Aborted when nobody waits for the result any more: cancelled, out of time, or given to another worker. */
  readonly signal: AbortSignal;
}

/** The result is shown to people as `result`: ids and counts, no personal data. */
export type TaskResult = Readonly<Record<string, unknown>>;

export type TaskHandler<Name extends TaskName> = (
  context: TaskContext<Name>,
) => Promise<TaskResult>;

/** What a module can do in the background: a handler for each of these kinds of task. */
export interface TaskProcessor<Names extends TaskName> {
  readonly handlers: { readonly [Name in Names]: TaskHandler<Name> };
}

/** A provider for every kind of task that there is. */
export type TaskProcessors = {
  readonly [Name in TaskName]: Type<TaskProcessor<Name>>;
};

/** Injection token of the `TaskProcessors`, which the composition root names. */
export const TASK_PROCESSORS = Symbol('TaskProcessors');

/** It cannot be tried now: the task runs again after this time, and this run is not counted as an attempt. */
export class PostponedTaskError extends Error {
  constructor(readonly delayMs: number) {
    super('The task must wait.');
    this.name = 'PostponedTaskError';
  }
}

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
