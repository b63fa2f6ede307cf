import { button, element, fill, link } from '../elements.js';
import { count, nameOf } from '../format.js';
import { form } from '../forms.js';
import { placesOf } from '../places.js';
import { MOVE_REFUSALS } from '../refusals.js';
import { decisionFields, decisionOf } from './decision-fields.js';

const MOST_COMPARED = 5;
const REFUSED = ['not_allowed', 'not_found'];

/** What is done with the candidates that are selected; there while some are. */
export function selectionBar({ api, job, stages, rejectionReasons, announce, onMoved }) {
  const places = placesOf(stages);
  /** The name and the box of each by resume. */
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
    moveForm({ places, rejectionReasons }, async (decision, place, reason) => {
      outcome.textContent = '';
      // Others may be selected until the answer comes.
      const asked = new Map(selected);
      const answer = await api.decideOnMany(job.id, {
        ...decision,
        resume_ids: [...asked.keys()],
      });
      tell(answer, place, asked);
      reason.value = selected.size === 0 ? '' : reason.value;
    }),
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

  const deselect = (resumeIds) => {
    const hadFocus = bar.contains(document.activeElement);
    resumeIds
      .filter((id) => selected.has(id))
      .forEach((id) => {
        selected.get(id).box.checked = false;
        selected.delete(id);
      });
    update();
    // What hides must not take the focus with it.
    if (bar.hidden && hadFocus) {
      lastBox?.focus({ preventScroll: true });
    }
  };

  const clear = () => {
    outcome.textContent = '';
    deselect([...selected.keys()]);
  };

  /** Who was not moved stays selected, for another try. */
  const tell = ({ results, changed, unchanged }, place, asked) => {
    const refused = results.filter((result) => REFUSED.includes(result.outcome));
    outcome.textContent = refused
      .map((result) => `${asked.get(result.resume_id).name}: ${whyNot(result, place.status)}`)
      .join(' ');
    onMoved(
      results
        .filter((result) => result.outcome === 'changed')
        .map(({ resume_id: id, status }) => ({ resume_id: id, status, stage: place.stage })),
    );
    deselect(
      results.filter((result) => result.outcome !== 'not_allowed').map(({ resume_id: id }) => id),
    );
    const done = [
      changed > 0 ? `${count(changed, 'candidate')} moved to ${place.text}.` : '',
      unchanged > 0 ? `${unchanged} had been there already.` : '',
      refused.length > 0 ? `${refused.length} not moved.` : '',
    ];
    announce(done.join(' ').trim());
  };

  return {
    element: bar,
    clear,
    set(candidate, box) {
      lastBox = box;
      outcome.textContent = '';
      if (box.checked) {
        selected.set(candidate.resume_id, { name: nameOf(candidate), box });
      } else {
        selected.delete(candidate.resume_id);
      }
      update();
    },
  };
}

function moveForm({ places, rejectionReasons }, move) {
  return form(
    {
      submit: 'Move',
      class: 'selection-form',
      refusals: MOVE_REFUSALS,
      act: (entered, made) =>
        move(
          decisionOf(entered, places),
          places.find(({ key }) => key === entered.status),
          made.elements.reason,
        ),
    },
    decisionFields({
      places,
      value: 'shortlisted',
      rejectionReasons,
      reason: { label: 'Reason, for your colleagues', maxlength: 2000 },
    }),
  );
}

function whyNot({ code, from_status: from }, to) {
  return MOVE_REFUSALS[code]?.words({ from, to }) ?? 'No candidate of this job any more.';
}
