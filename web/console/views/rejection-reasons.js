import { element, panel } from '../elements.js';
import { checkbox, field } from '../forms.js';
import { aboutField } from '../refusals.js';
import { keptList } from './kept-list.js';

/** Why the company rejects people, in its own words. */
export function rejectionReasonsPanel({ api, reasons, announce }) {
  return panel(
    'Reasons to reject',
    element(
      'p',
      { class: 'hint' },
      'Whoever rejects a candidate can choose one of these. It is for your colleagues and is never mailed.',
    ),
    reasonList(api, reasons, announce),
  );
}

function reasonList(api, reasons, announce) {
  return keptList(reasons, {
    noun: 'reason',
    announce,
    load: () => api.rejectionReasons(),
    about: ({ is_active: isActive }) => (isActive ? '' : 'Out of use'),
    fields: (reason, id) => [
      field('Name', 'name', {
        id: `reason-${id}-name`,
        value: reason?.name,
        maxlength: 100,
        required: true,
      }),
      reason === null ? null : checkbox('Can be chosen', 'is_active', reason.is_active),
    ],
    refusals: aboutField('name', 'rejection_reason_taken'),
    add: ({ name }) => api.addRejectionReason(name),
    change: (reason, entered) =>
      api.changeRejectionReason(reason.id, {
        name: entered.name,
        is_active: 'is_active' in entered,
      }),
    remove: (reason) => api.removeRejectionReason(reason.id),
    onRemoval: () =>
      'Decisions that named it keep its name. To keep it for later, take it out of use.',
  });
}
