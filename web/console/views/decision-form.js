import { element, panel } from '../elements.js';
import { STATUSES } from '../format.js';
import { form } from '../forms.js';
import { MOVE_REFUSALS } from '../refusals.js';
import { decisionFields, decisionOf } from './decision-fields.js';

const ENDED = ['hired', 'rejected', 'withdrawn'];

/** Moves a candidate to another status. */
export function decisionForm({ current, rejectionReasons, decide }) {
  const others = Object.fromEntries(
    Object.entries(STATUSES).filter(([status]) => status !== current),
  );
  return panel(
    'Decide',
    form(
      {
        submit: 'Keep the decision',
        class: 'stacked',
        refusals: MOVE_REFUSALS,
        act: (entered) => decide(decisionOf(entered)),
      },
      decisionFields({
        options: others,
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
