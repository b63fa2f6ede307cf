import { element } from '../elements.js';
import { BatchProgress } from '../batch-progress.js';
import { batchList } from './batch-list.js';
import { jobFrame } from './job-frame.js';

/** The uploads of this visit by job: who looks at something else meanwhile finds them again. */
const batchIds = new Map();

/** Takes resumes into a job and tells of each file what became of it. */
export async function uploadView({ api, session, params, signal, announce }) {
  const job = await api.job(params.jobId);
  const uploads = element('div', { class: 'uploads' });
  const watch = (batchId, isNew) => {
    const progress = new BatchProgress({ api, session, batchId, signal });
    uploads.prepend(batchList({ api, job, progress, announce, isNew }));
  };
  (batchIds.get(job.id) ?? []).forEach((batchId) => watch(batchId, false));
  const send = async (files) => {
    const { batch_id: batchId } = await api.upload(job.id, files);
    batchIds.set(job.id, [...(batchIds.get(job.id) ?? []), batchId]);
    if (!signal.aborted) {
      watch(batchId, true);
    }
  };
  return {
    title: `${job.title}: upload`,
    content: jobFrame(job, '/upload', session.user, dropZone(send), uploads),
  };
}

/** Where files are dropped, or chosen with a button. */
function dropZone(send) {
  const input = element('input', { type: 'file', multiple: true, id: 'files', class: 'only-read' });
  const state = element('p', { class: 'hint', role: 'status' }, HINT);
  const error = element('p', { class: 'error', role: 'alert' });
  const zone = element(
    'div',
    { class: 'drop-zone' },
    input,
    element(
      'label',
      { for: 'files', class: 'drop-label' },
      element('span', { class: 'drop-title' }, 'Drop resumes here'),
      element('span', { class: 'button' }, 'or choose files'),
    ),
    state,
    error,
  );
  const take = async (files) => {
    if (files.length === 0 || input.disabled) {
      return;
    }
    input.disabled = true;
    error.textContent = '';
    state.textContent = files.length === 1 ? 'Sending 1 file…' : `Sending ${files.length} files…`;
    try {
      await send(files);
    } catch (refusal) {
      error.textContent = [
        refusal.message,
        ...(refusal.errors ?? []).map(({ message }) => message),
      ].join(' ');
    } finally {
      state.textContent = HINT;
      input.value = '';
      input.disabled = false;
    }
  };
  input.addEventListener('change', () => take([...input.files]));
  letDrop(zone, take);
  return zone;
}

const HINT =
  'PDF, Word, OpenDocument, RTF, HTML, text or scans, also many in a .zip. They are read in the background.';

function letDrop(zone, take) {
  for (const event of ['dragenter', 'dragover']) {
    zone.addEventListener(event, (happened) => {
      happened.preventDefault();
      zone.classList.add('over');
    });
  }
  for (const event of ['dragleave', 'drop']) {
    zone.addEventListener(event, (happened) => {
      happened.preventDefault();
      zone.classList.remove('over');
    });
  }
  zone.addEventListener('drop', ({ dataTransfer }) => take([...dataTransfer.files]));
}
