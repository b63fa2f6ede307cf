import { panel } from '../elements.js';
import { STATUSES } from '../format.js';
import { field, form } from '../forms.js';

/** Moves a candidate to another status. */
export function decisionForm(current, decide) {
  const others = Object.fromEntries(
    Object.entries(STATUSES).filter(([status]) => status !== current),
  );
  const order = Object.keys(STATUSES);
  const next = order[order.indexOf(current) + 1];
  return panel(
    'Decide',
    form(
      {
        submit: 'Keep the decision',
        class: 'stacked',
        fieldOfCode: {
          reason_required: 'reason',
          transition_not_allowed: 'status',
          job_closed: 'status',
        },
        act: ({ status, reason }) => decide(reason.trim() === '' ? { status } : { status, reason }),
      },
      field('Move to', 'status', {
        options: others,
        // After the last step forward nothing suggests itself.
        value: next === 'rejected' ? '' : next,
        hint: 'Your company’s settings say whether the candidate gets an e-mail about it.',
      }),
      field('Reason', 'reason', {
        control: 'textarea',
        rows: 2,
        hint: 'For your colleagues. It is kept with the decision and never mailed.',
      }),
    ),
  );
}
