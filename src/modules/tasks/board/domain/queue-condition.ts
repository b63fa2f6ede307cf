/** What a queue's condition is judged by. */
export interface QueueFigures {
  readonly waiting: number;
  readonly oldestSeconds: number | null;
  readonly later: number;
  readonly running: number;
  readonly lost: number;
  /** Unfinished tasks from which on requests for more are refused. */
  readonly limit: number;
}

export type QueueCondition = 'idle' | 'working' | 'behind' | 'full' | 'standing still';

/** As in the alert ShortlistQueueBacklog. */
const BACKLOG_TASKS = 100;
const BACKLOG_SECONDS = 300;

/** Long for a worker with a free slot, which takes a task within a second, and after an emptied Redis within ten. */
const UNTOUCHED_SECONDS = 30;

/** The worst that is true of a queue. */
export function queueCondition(figures: QueueFigures): QueueCondition {
  const { waiting, later, running, lost } = figures;
  const oldestSeconds = figures.oldestSeconds ?? 0;
  // Any worker takes lost runs over within seconds: where one is to be seen, there is none.
  if (running === 0 && (lost > 0 || oldestSeconds >= UNTOUCHED_SECONDS)) {
    return 'standing still';
  }
  if (waiting + later + running + lost >= figures.limit) {
    return 'full';
  }
  if (waiting > BACKLOG_TASKS && oldestSeconds >= BACKLOG_SECONDS) {
    return 'behind';
  }
  return waiting + running > 0 ? 'working' : 'idle';
}
