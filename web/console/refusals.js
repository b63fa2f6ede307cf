import { STATUSES } from './format.js';

/** Why somebody is not moved, by the server's code: the field that it is about, and words from what the answer says. */
export const MOVE_REFUSALS = {
  transition_not_allowed: {
    field: 'status',
    words: ({ from, to, allowed }) =>
      `Nobody goes from ${STATUSES[from]} straight to ${STATUSES[to]}. ${possible(allowed)}`.trim(),
  },
  job_closed: {
    field: 'status',
    words: ({ allowed }) =>
      `The job is closed, so nobody moves forward in it. ${possible(allowed)}`.trim(),
  },
  reason_required: {
    field: 'reason',
    words: ({ from }) => `Say why “${STATUSES[from]}” is taken back: this needs a reason.`,
  },
  status_changed_meanwhile: {
    field: 'status',
    words: () => 'Somebody else decided at the same moment. Reload the page and decide anew.',
  },
};

/** A decision on many does not say what would be possible for each. */
function possible(allowed) {
  if (allowed === undefined) {
    return '';
  }
  return allowed.length === 0
    ? 'Nothing else is possible.'
    : `Possible: ${allowed.map((status) => STATUSES[status]).join(', ')}.`;
}

/** What is refused about one field, in the API's own words. */
export const aboutField = (field, ...codes) =>
  Object.fromEntries(codes.map((code) => [code, { field, words: ({ detail }) => detail }]));
