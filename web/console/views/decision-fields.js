import { field } from '../forms.js';

/**
 * What a decision says: to which of the `places`, the company's reason when that is a rejection, and words of one's own.
 * `reason` has the label and the properties of the last.
 */
export function decisionFields({ places, value, rejectionReasons, reason }) {
  const usable = rejectionReasons.filter(({ is_active: isActive }) => isActive);
  const rejection = field('Reason to reject', 'rejection_reason_id', {
    options: {
      '': 'None of these',
      ...Object.fromEntries(usable.map(({ id, name }) => [id, name])),
    },
  });
  const showFor = (status) => {
    rejection.hidden = status !== 'rejected' || usable.length === 0;
  };
  const { label, ...properties } = reason;
  const fields = [
    field('Move to', 'status', {
      options: Object.fromEntries(places.map(({ key, text }) => [key, text])),
      value,
      on: { change: ({ currentTarget }) => showFor(currentTarget.value) },
    }),
    rejection,
    field(label, 'reason', properties),
  ];
  showFor(fields[0].querySelector('select').value);
  return fields;
}

/** The decision that was entered, as the API takes it: to a status, or to a stage. */
export function decisionOf({ status: key, rejection_reason_id: rejection, reason }, places) {
  const { status, stage } = places.find((place) => place.key === key);
  return {
    ...(stage === null ? { status } : { stage_id: stage.id }),
    ...(reason.trim() === '' ? {} : { reason }),
    ...(status === 'rejected' && rejection !== '' ? { rejection_reason_id: rejection } : {}),
  };
}
