import { STATUSES } from './format.js';

/** Where a job's candidates can be moved: each status, and after it the job's own stages on top of it. `key` is its own. */
export function placesOf(stages) {
  return Object.entries(STATUSES).flatMap(([status, text]) => [
    { key: status, text, status, stage: null },
    ...stages
      .filter((stage) => stage.status === status)
      .map((stage) => ({ key: stage.id, text: `${text}: ${stage.name}`, status, stage })),
  ]);
}
