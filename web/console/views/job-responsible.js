import { element, panel } from '../elements.js';
import { field, form } from '../forms.js';
import { mayListColleagues } from '../permissions.js';

/** The two who answer for a job, chosen by who may list all colleagues. They need not be on its team. */
export function responsiblePanel({ api, job, user, colleagues, announce }) {
  return panel(
    'Responsible',
    mayListColleagues(user)
      ? responsibleForm({ api, job, colleagues, announce })
      : names(job, colleagues),
  );
}

function responsibleForm({ api, job, colleagues, announce }) {
  const choice = (label, name, hint = null) =>
    field(label, name, {
      options: { '': 'Nobody', ...known(job[name], colleagues), ...colleagues.everybody },
      value: job[name] ?? '',
      hint,
    });
  return form(
    {
      submit: 'Save who is responsible',
      class: 'stacked',
      act: async (entered) => {
        await api.changeJob(job.id, {
          hiring_manager_id: entered.hiring_manager_id || null,
          recruiter_id: entered.recruiter_id || null,
        });
        announce('Saved.');
      },
    },
    element(
      'div',
      { class: 'side-by-side' },
      choice(
        'Hiring manager',
        'hiring_manager_id',
        'Sees the job, also without being on the team.',
      ),
      choice('Recruiter', 'recruiter_id'),
    ),
  );
}

/** Who has it stays the choice, also when they cannot log in any more. */
const known = (id, { nameOf }) => (id === null ? {} : { [id]: nameOf(id) });

function names(job, { nameOf }) {
  const fact = (name, id) =>
    element(
      'div',
      {},
      element('dt', {}, name),
      element('dd', {}, id === null ? 'Nobody' : nameOf(id)),
    );
  return element(
    'dl',
    { class: 'facts' },
    fact('Hiring manager', job.hiring_manager_id),
    fact('Recruiter', job.recruiter_id),
  );
}
