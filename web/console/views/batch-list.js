import { button, element, fill, link } from '../elements.js';
import { count } from '../format.js';

const FILE_STATES = {
  PENDING: 'Waiting',
  RUNNING: 'Being read',
  SUCCESS: 'Read',
  FAILED: 'Failed',
};

/** One upload: how far it is as a whole, and each file with what became of it. */
export function batchList({ api, job, progress, announce }) {
  const heading = element('h2', {}, 'Files received');
  const meter = element('progress', { max: 1, value: 0, 'aria-label': 'Files read' });
  const actions = element('p', { class: 'actions' });
  const error = element('p', { class: 'error', role: 'alert' });
  const files = element('ul', { class: 'rows files' });

  const again = (ask) => async (event) => {
    event.currentTarget.disabled = true;
    error.textContent = '';
    try {
      await ask();
      progress.start();
    } catch (refusal) {
      error.textContent = refusal.message;
    }
  };
  progress.onError = (problem) => (error.textContent = problem.message);
  progress.onChange = (batch) => {
    const { total_files: total, processed_files: processed, failed_files: failed } = batch;
    const isOver = processed === total;
    heading.textContent = isOver
      ? `${total - failed} of ${count(total, 'file')} read`
      : `${processed} of ${count(total, 'file')} done`;
    meter.max = total;
    meter.value = processed;
    fill(
      files,
      // What needs somebody comes first.
      [...batch.items]
        .sort((a, b) => Number(b.status === 'FAILED') - Number(a.status === 'FAILED'))
        .map((item) =>
          fileRow(
            job,
            item,
            again(() => api.retryTask(item.task_id)),
          ),
        ),
    );
    fill(
      actions,
      processed > failed
        ? link(`#/jobs/${job.id}`, 'See the ranked candidates', { class: 'button' })
        : null,
      isOver && failed > 1
        ? button(
            `Read the ${failed} failed files again`,
            again(() => api.retryBatch(batch.batch_id)),
            {
              class: 'quiet',
            },
          )
        : null,
    );
    if (isOver) {
      announce(
        failed === 0
          ? `${count(total, 'file')} read.`
          : `${count(total - failed, 'file')} read, ${failed} failed.`,
      );
    }
  };
  progress.start();
  return element('section', { class: 'panel' }, heading, meter, error, files, actions);
}

function fileRow(job, item, retry) {
  return element(
    'li',
    { class: 'file-row', data: { status: item.status } },
    element('span', { class: 'file-name' }, fileName(job, item)),
    element('span', { class: 'file-state' }, FILE_STATES[item.status]),
    item.status === 'FAILED'
      ? button('Read again', retry, {
          class: 'quiet small',
          'aria-label': `Read ${item.file_name} again`,
        })
      : null,
    item.error_message === null
      ? null
      : element('span', { class: 'file-reason' }, item.error_message),
    item.duplicate
      ? element(
          'span',
          { class: 'meta file-reason' },
          'You had this very file already; it is ranked for this job too.',
        )
      : null,
  );
}

function fileName(job, { file_name: name, resume_id: resumeId }) {
  return resumeId === null ? name : link(`#/jobs/${job.id}/candidates/${resumeId}`, name);
}
