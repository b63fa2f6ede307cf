import { panel } from '../elements.js';
import { field, form } from '../forms.js';

/** Who looks after a candidate, and giving them to somebody else. */
export function assigneeForm({ candidate, colleagues, assign }) {
  const { assigned_to: current } = candidate;
  return panel(
    'Who looks after them',
    form(
      {
        submit: 'Save',
        class: 'stacked',
        act: ({ user_id: userId }) => assign(userId === '' ? null : userId),
      },
      field('Looked after by', 'user_id', {
        options: { '': 'Nobody', ...known(current, colleagues), ...colleagues.choices },
        value: current ?? '',
      }),
    ),
  );
}

/** Who has it stays the choice, also when they are none that the user could choose. */
const known = (current, { nameOf }) => (current === null ? {} : { [current]: nameOf(current) });
