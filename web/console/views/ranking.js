import { colleaguesOf } from '../colleagues.js';
import { button, element, emptyState, fill, link } from '../elements.js';
import { count } from '../format.js';
import { mayDecide, mayRecruit } from '../permissions.js';
import { keepQuery } from '../router.js';
import { candidateRow, showStanding } from './candidate-row.js';
import { filterForm } from './candidate-filters.js';
import { jobFrame } from './job-frame.js';
import { actingButton } from './acting-button.js';
import { poolButton } from './pool-button.js';
import { selectionBar } from './selection-bar.js';

/** The ranked candidates of a job: filtered, selected, moved and compared. */
export async function rankingView({ api, session, params, query, signal, announce, refresh }) {
  const { user } = session;
  const job = await api.job(params.jobId);
  const [colleagues, stages, rejectionReasons] = await Promise.all([
    colleaguesOf(api, user, job),
    api.stages(job.id),
    mayDecide(user) ? api.settings.rejectionReasons() : null,
  ]);
  const state = { filters: query, rows: new Map(), asked: 0 };
  const list = element('ol', { class: 'rows card ranking' });
  const end = element('div', { class: 'list-end' });
  const error = element('p', { class: 'error', role: 'alert' });
  // Those who may not decide have nothing to do with a selection.
  const selection =
    rejectionReasons === null
      ? null
      : selectionBar({
          api,
          job,
          announce,
          stages,
          rejectionReasons,
          onMoved: (results) =>
            results.forEach((result) => showStanding(state.rows.get(result.resume_id), result)),
        });

  /** The answers of filters that were changed meanwhile are dropped. */
  const load = async (cursor) => {
    const asked = ++state.asked;
    error.textContent = '';
    try {
      const page = await api.candidates(job.id, { ...state.filters, cursor });
      if (asked === state.asked && !signal.aborted) {
        show(page, cursor === undefined);
      }
    } catch (refusal) {
      if (asked === state.asked && !signal.aborted) {
        error.textContent = [
          refusal.message,
          ...(refusal.errors ?? []).map(({ field, message }) => `${field} ${message}.`),
        ].join(' ');
      }
    }
  };

  const show = ({ data, next_cursor: cursor, total }, isFirst) => {
    const rows = data.map((candidate) => {
      const row = candidateRow({ job, candidate, colleagues, selection });
      state.rows.set(candidate.resume_id, row);
      return row;
    });
    if (isFirst) {
      state.rows = new Map(data.map(({ resume_id: id }, place) => [id, rows[place]]));
      list.replaceChildren();
      selection?.clear();
    }
    list.append(...rows);
    fill(
      end,
      total === 0
        ? nobody(state.filters, { api, user, job, refresh, signal })
        : element(
            'p',
            { class: 'hint' },
            `${list.children.length} of ${count(total, 'candidate')}`,
          ),
      cursor === null ? null : actingButton('More', () => load(cursor)),
      total === 0 || isFiltered(state.filters) || !mayDecide(user)
        ? null
        : element('span', { class: 'pool' }, poolButton({ api, job, refresh, signal })),
    );
  };

  const change = (filters) => {
    state.filters = filters;
    keepQuery(filters);
    void load();
  };
  await load();
  return {
    title: job.title,
    content: jobFrame(
      job,
      '',
      user,
      filterForm({ current: query, user, colleagues, stages, onChange: change }),
      error,
      list,
      end,
      selection?.element,
    ),
  };
}

const isFiltered = (filters) => Object.keys(filters).length > 0;

function nobody(filters, { api, user, job, refresh, signal }) {
  if (isFiltered(filters)) {
    return emptyState(
      'Nobody fits these filters',
      'Take one away, or see everybody.',
      // The address alone would not change what the form shows.
      button(
        'See everybody',
        () => {
          keepQuery({});
          refresh();
        },
        { class: 'quiet' },
      ),
    );
  }
  return emptyState(
    'No candidates yet',
    'They come with the resumes that are uploaded for this job, or from those of other jobs.',
    mayRecruit(user)
      ? link(`#/jobs/${job.id}/upload`, 'Upload resumes', { class: 'button' })
      : null,
    mayDecide(user) ? poolButton({ api, job, refresh, signal }) : null,
  );
}
