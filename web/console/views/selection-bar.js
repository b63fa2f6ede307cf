import { button, element, fill, link } from '../elements.js';
import { count, nameOf, STATUSES } from '../format.js';
import { field, form } from '../forms.js';

const MOST_COMPARED = 5;
const REFUSALS = {
  transition_not_allowed: 'that status cannot follow on theirs',
  job_closed: 'the job is closed',
  reason_required: 'coming back needs a reason',
};

/** What is done with the candidates that are selected; there while some are. */
export function selectionBar({ api, job, announce, onMoved, onCleared }) {
  const selected = new Map();
  let lastBox = null;
  const amount = element('strong', { role: 'status' });
  const compare = element('span', {});
  const outcome = element('p', { class: 'error', role: 'alert' });
  const bar = element(
    'section',
    { class: 'selection', 'aria-label': 'Selected candidates', hidden: true },
    element(
      'div',
      { class: 'selection-head' },
      amount,
      compare,
      button('Clear', () => clear(), { class: 'quiet small' }),
    ),
    form(
      {
        submit: 'Move',
        class: 'selection-form',
        fieldOfCode: { reason_required: 'reason' },
        act: async ({ status, reason }) => {
          const answer = await api.decideOnMany(job.id, {
            status,
            resume_ids: [...selected.keys()],
            ...(reason.trim() === '' ? {} : { reason }),
          });
          tell(answer, status);
        },
      },
      field('Move to', 'status', { options: STATUSES, value: 'shortlisted' }),
      field('Reason, for your colleagues', 'reason', {}),
    ),
    outcome,
  );

  const update = () => {
    bar.hidden = selected.size === 0;
    amount.textContent = `${selected.size} selected`;
    const canCompare = selected.size >= 2 && selected.size <= MOST_COMPARED;
    fill(
      compare,
      canCompare
        ? link(`#/jobs/${job.id}/compare/${[...selected.keys()].join(',')}`, 'Compare', {
            class: 'button quiet small',
          })
        : null,
    );
  };

  const clear = () => {
    // What hides must not take the focus with it.
    if (bar.contains(document.activeElement)) {
      lastBox?.focus({ preventScroll: true });
    }
    selected.clear();
    outcome.textContent = '';
    onCleared();
    update();
  };

  const tell = ({ results, changed, unchanged }, status) => {
    const refused = results.filter(
      ({ outcome: what }) => what === 'not_allowed' || what === 'not_found',
    );
    const names = new Map(selected);
    onMoved(results);
    clear();
    const done = [
      changed > 0 ? `${count(changed, 'candidate')} moved to ${STATUSES[status]}.` : '',
      unchanged > 0 ? `${unchanged} had that status already.` : '',
    ];
    announce(done.join(' ').trim());
    if (refused.length > 0) {
      bar.hidden = false;
      amount.textContent = `${refused.length} not moved`;
      outcome.textContent = refused
        .map(
          ({ resume_id: id, code }) =>
            `${names.get(id)}: ${REFUSALS[code] ?? 'is no candidate any more'}.`,
        )
        .join(' ');
    }
  };

  return {
    element: bar,
    clear,
    set(candidate, box) {
      lastBox = box;
      outcome.textContent = '';
      if (box.checked) {
        selected.set(candidate.resume_id, nameOf(candidate));
      } else {
        selected.delete(candidate.resume_id);
      }
      update();
    },
  };
}
