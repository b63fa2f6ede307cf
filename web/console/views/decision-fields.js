import { field } from '../forms.js';

/**
 * What a decision says: where to, the company's reason when that is a rejection, and words of one's own.
 * `reason` has the label and the properties of the last.
 */
export function decisionFields({ options, value, rejectionReasons, reason }) {
  const rejection = field('Reason to reject', 'rejection_reason_id', {
    options: {
      '': 'None of these',
      ...Object.fromEntries(rejectionReasons.map(({ id, name }) => [id, name])),
    },
  });
  const showFor = (status) => {
    rejection.hidden = status !== 'rejected' || rejectionReasons.length === 0;
  };
  const { label, ...properties } = reason;
  const fields = [
    field('Move to', 'status', {
      options,
      value,
      on: { change: ({ currentTarget }) => showFor(currentTarget.value) },
    }),
    rejection,
    field(label, 'reason', properties),
  ];
  showFor(fields[0].querySelector('select').value);
  return fields;
}

/** The decision that was entered, as the API takes it. */
export function decisionOf({ status, rejection_reason_id: rejection, reason }) {
  return {
    status,
    ...(reason.trim() === '' ? {} : { reason }),
    ...(status === 'rejected' && rejection !== '' ? { rejection_reason_id: rejection } : {}),
  };
}
