import { button, element, fill, link } from '../elements.js';
import { count } from '../format.js';

const FILE_STATES = {
  PENDING: 'Waiting',
  RUNNING: 'Being read',
  SUCCESS: 'Read',
  FAILED: 'Failed',
};

/**
 * One upload: how far it is as a whole, and each file with what became of it. Its end is announced if it is `isNew`
 * or was seen going on.
 */
export function batchList({ api, job, progress, announce, isNew }) {
  const heading = element('h2', {}, 'Files received');
  const meter = element('progress', { max: 1, value: 0, 'aria-label': 'Files read' });
  const actions = element('p', { class: 'actions' });
  const error = element('p', { class: 'error', role: 'alert' });
  let isAwaited = isNew;

  const again = (ask) => async (event) => {
    const pressed = event.currentTarget;
    pressed.disabled = true;
    error.textContent = '';
    try {
      await ask();
      isAwaited = true;
      progress.start();
    } catch (refusal) {
      error.textContent = refusal.message;
    } finally {
      pressed.disabled = false;
    }
  };
  const files = fileLists(job, (item) => again(() => api.retryTask(item.task_id)));

  progress.onError = (problem) => (error.textContent = problem.message);
  progress.onChange = ({ batch_id: batchId, items, ...amounts }) => {
    const { total_files: total, processed_files: processed, failed_files: failed } = amounts;
    const isOver = processed === total;
    const read = `${total - failed} of ${count(total, 'file')} read`;
    heading.textContent = isOver ? read : `${processed} of ${count(total, 'file')} done`;
    meter.max = total;
    meter.value = processed;
    items.forEach((item) => files.show(item));
    fill(
      actions,
      processed > failed
        ? link(`#/jobs/${job.id}`, 'See the ranked candidates', { class: 'button' })
        : null,
      isOver && failed > 1
        ? button(
            `Read the ${failed} failed files again`,
            again(() => api.retryBatch(batchId)),
            { class: 'quiet' },
          )
        : null,
    );
    if (isOver && isAwaited) {
      announce(failed === 0 ? `${read}.` : `${read}, ${failed} failed.`);
      isAwaited = false;
    }
  };
  progress.start();
  return element('section', { class: 'panel' }, heading, meter, error, files.element, actions);
}

/** The files, failed ones first. Only rows whose file changed are replaced, so that focus stays in the others. */
function fileLists(job, retryOf) {
  const failed = element('ul', { class: 'rows files', 'aria-label': 'Failed files' });
  const others = element('ul', { class: 'rows files', 'aria-label': 'Files' });
  const shown = new Map();
  return {
    element: element('div', {}, failed, others),
    show(item) {
      const state = `${item.status} ${item.error_message}`;
      const before = shown.get(item.upload_item_id);
      if (before?.state === state) {
        return;
      }
      const row = fileRow(job, item, retryOf(item));
      const list = item.status === 'FAILED' ? failed : others;
      if (before?.row.parentElement === list) {
        before.row.replaceWith(row);
      } else {
        before?.row.remove();
        list.append(row);
      }
      shown.set(item.upload_item_id, { state, row });
    },
  };
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
