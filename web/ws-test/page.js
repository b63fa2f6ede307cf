import { LiveSocket } from '/shared/live-socket.js';
import { login } from '/shared/login.js';
import { on } from '/shared/on.js';
import { TaskConnection } from './task-connection.js';

const LONGEST_HISTORY = 200;

const find = (id) => document.getElementById(id);
const { session, begin } = login({ enter, leave, errorId: 'action-error' });
const live = new TaskConnection(session, { onState: showState, onMessage: receive });
const labels = new Map();
const batches = new Set();

/** How a finished upload looks: like a task that ended so. */
const BATCH_ENDS = { SUCCESS: 'completed', PARTIAL: 'failed', FAILED: 'failed' };

function showState(state, text) {
  const status = find('status');
  status.dataset.state = state;
  status.textContent = text;
  find('connect').disabled = ['connected', 'connecting'].includes(state);
  find('disconnect').disabled = state === 'idle' || state === 'refused';
}

function receive(message) {
  remember(message);
  if (message.type === 'subscribed') {
    message.tasks.forEach(({ task_id: id, state, progress }) => showTask(id, { state, progress }));
  }
  if (message.type === 'task_update') {
    showTask(message.task_id, message);
  }
  if (message.type === 'error') {
    find('action-error').textContent = message.error;
  }
}

function showTask(id, { state, status, progress, result = null, error = null }) {
  find('no-tasks').hidden = true;
  const row = document.querySelector(`[data-task="${CSS.escape(id)}"]`) ?? newRow(id);
  row.dataset.status = status ?? '';
  row.querySelector('.label').textContent = labels.get(id) ?? id;
  row.querySelector('progress').value = progress;
  row.querySelector('.state').textContent = state;
  const detail = error === null ? result && JSON.stringify(result) : error.message;
  row.querySelector('.detail').textContent = detail ?? '';
}

/** An upload as a whole has a connection of its own, until it has ended. */
function watchBatch(id) {
  const connection = new LiveSocket(session, {
    path: () => `/ws/resumes/bulk/${id}`,
    onState() {},
    onMessage(message) {
      remember(message);
      if (message.type === 'connection' || message.type === 'batch_update') {
        showBatch(message);
      }
      if (message.type === 'batch_update' && message.status in BATCH_ENDS) {
        batches.delete(connection);
        connection.disconnect();
      }
    },
  });
  batches.add(connection);
  connection.connect();
}

function showBatch({ batch_id: id, status, ...files }) {
  const { total_files: total, processed_files: processed, failed_files: failed } = files;
  labels.set(id, `Upload of ${total} ${total === 1 ? 'file' : 'files'}`);
  showTask(id, {
    state: status,
    status: BATCH_ENDS[status] ?? 'progress',
    progress: (100 * processed) / total,
    result: { processed, failed },
  });
}

function newRow(id) {
  const row = document.createElement('li');
  row.dataset.task = id;
  const bar = document.createElement('progress');
  bar.max = 100;
  bar.setAttribute('aria-label', 'Progress');
  row.append(part('label', 'span'), bar, part('state', 'span'), part('detail', 'span'));
  row.querySelector('.label').title = id;
  find('tasks').prepend(row);
  find('count').textContent = find('tasks').children.length;
  return row;
}

function part(name, tag) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}

function remember(message) {
  const line = document.createElement('li');
  const time = document.createElement('time');
  time.textContent = new Date().toLocaleTimeString();
  line.append(time, JSON.stringify(message));
  const history = find('history');
  history.prepend(line);
  while (history.children.length > LONGEST_HISTORY) {
    history.lastElementChild.remove();
  }
}

function enter() {
  find('session-title').scrollIntoView({ block: 'nearest' });
  live.connect();
}

function leave() {
  live.disconnect();
  live.forget();
  batches.forEach((connection) => connection.disconnect());
  batches.clear();
  find('tasks').replaceChildren();
  find('history').replaceChildren();
  find('count').textContent = '0';
  find('no-tasks').hidden = false;
}

on('upload-form', 'submit', 'action-error', async () => {
  const form = find('upload-form');
  const { batch_id: batchId, items } = await session.call(
    'POST',
    '/resumes/bulk',
    new FormData(form),
  );
  form.reset();
  items.forEach(({ task_id: id, file_name: name }) => labels.set(id, name));
  live.watch(items.map(({ task_id: id }) => id));
  watchBatch(batchId);
});

on('watch-form', 'submit', 'action-error', () => {
  const form = find('watch-form');
  live.watch(
    new FormData(form)
      .get('ids')
      .split(/[\s,]+/)
      .filter(Boolean),
  );
  form.reset();
});

on('recent', 'click', 'action-error', async () => {
  const { data } = await session.call('GET', '/tasks?limit=20');
  data.forEach(({ task_id: id, name }) => labels.set(id, `${name} ${id}`));
  live.watch(data.map(({ task_id: id }) => id).reverse());
});

on('connect', 'click', 'action-error', () => live.connect());
on('disconnect', 'click', 'action-error', () => live.disconnect());
on('clear', 'click', 'action-error', () => find('history').replaceChildren());

void begin();
