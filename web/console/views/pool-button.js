import { button, element } from '../elements.js';

const PACE_MS = 1000;
const ENDED = ['completed', 'failed', 'cancelled'];

/** Ranks everybody whom the company has for a job and shows the list anew when that is done. */
export function poolButton({ api, job, refresh, signal }) {
  const error = element('span', { class: 'error', role: 'alert' });
  const rank = async ({ currentTarget }) => {
    currentTarget.disabled = true;
    currentTarget.textContent = 'Ranking…';
    try {
      await untilDone(api, (await api.rankPool(job.id)).task_id, signal);
      if (!signal.aborted) {
        refresh();
      }
    } catch (refusal) {
      error.textContent = refusal.message;
      currentTarget.disabled = false;
      currentTarget.textContent = LABEL;
    }
  };
  return [button(LABEL, rank, { class: 'quiet' }), error];
}

const LABEL = 'Rank everybody you have';

async function untilDone(api, taskId, signal) {
  for (;;) {
    const task = await api.task(taskId);
    if (signal.aborted) {
      return;
    }
    if (ENDED.includes(task.state)) {
      if (task.state !== 'completed') {
        throw new Error(task.error?.message ?? 'The ranking was cancelled.');
      }
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, PACE_MS));
  }
}
