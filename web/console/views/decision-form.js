import { element, panel } from '../elements.js';
import { STATUSES } from '../format.js';
import { form } from '../forms.js';
import { placesOf } from '../places.js';
import { MOVE_REFUSALS } from '../refusals.js';
import { decisionFields, decisionOf } from './decision-fields.js';

const ENDED = ['hired', 'rejected', 'withdrawn'];

/** Moves a candidate to another status or stage. */
export function decisionForm({ candidate, stages, rejectionReasons, decide }) {
  const { status: current, stage } = candidate;
  const here = stage?.id ?? current;
  const places = placesOf(stages).filter(({ key }) => key !== here);
  return panel(
    'Decide',
    form(
      {
        submit: 'Keep the decision',
        class: 'stacked',
        refusals: MOVE_REFUSALS,
        act: (entered) => {
          const decision = decisionOf(entered, places);
          // The same status again means out of the stage.
          return decide(decision.status === current ? outOfStage(decision) : decision);
        },
      },
      decisionFields({
        places,
        value: nextOf(current),
        rejectionReasons,
        reason: {
          ...wordsFor(current),
          control: 'textarea',
          rows: 2,
          maxlength: 2000,
        },
      }),
      element(
        'p',
        { class: 'hint' },
        'Your company’s settings say whether the candidate gets an e-mail about the new status.',
      ),
    ),
  );
}

const outOfStage = ({ reason = null }) => ({ stage_id: null, reason });

/** After the last step forward nothing suggests itself. */
function nextOf(current) {
  const order = Object.keys(STATUSES);
  const next = order[order.indexOf(current) + 1];
  return ENDED.includes(current) || next === 'rejected' ? '' : next;
}

/** A decision that was final is taken back with a reason only. */
function wordsFor(current) {
  return ENDED.includes(current)
    ? {
        label: 'Why it is taken back',
        required: true,
        hint: `“${STATUSES[current]}” was final, so your colleagues need a reason. It is never mailed.`,
      }
    : {
        label: 'Reason',
        hint: 'For your colleagues. It is kept with the decision and never mailed.',
      };
}
