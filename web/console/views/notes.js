import { element, fill, panel } from '../elements.js';
import { joined, moment } from '../format.js';
import { field, form } from '../forms.js';
import { moreButton } from './more-button.js';

/** Notes about a person, newest first, and a place to write one; without a job, notes are about the person. */
export function notesPanel({ api, job = null, candidate, notes, announce }) {
  const list = element('ul', { class: 'rows notes' }, notes.data.map(noteRow));
  const end = element('div', { class: 'list-end' });
  const showEnd = ({ next_cursor: cursor, total }) =>
    fill(
      end,
      total === 0 ? element('p', { class: 'hint' }, 'No note yet.') : null,
      cursor === null
        ? null
        : moreButton(
            'Older notes',
            async () => {
              const next = await api.notes(candidate.candidate_id, { cursor });
              list.append(...next.data.map(noteRow));
              showEnd(next);
            },
            { class: 'quiet small' },
          ),
    );
  showEnd(notes);
  return panel(
    'Notes',
    form(
      {
        submit: 'Add the note',
        class: 'stacked',
        act: async ({ text, about_job: aboutJob }, made) => {
          const note = await api.addNote(candidate.candidate_id, {
            text,
            ...(aboutJob === undefined ? {} : { job_id: job.id }),
          });
          list.prepend(noteRow(note));
          showEnd({ ...notes, total: notes.total + 1 });
          made.reset();
          announce('The note is kept.');
        },
      },
      field('New note', 'text', { control: 'textarea', rows: 2, maxlength: 10000, required: true }),
      job === null
        ? null
        : element(
            'label',
            { class: 'check' },
            element('input', { type: 'checkbox', name: 'about_job', value: 'yes', checked: true }),
            'About this job only',
          ),
    ),
    list,
    end,
  );
}

function noteRow(note) {
  return element(
    'li',
    {},
    element('p', { class: 'prose' }, note.text),
    element(
      'p',
      { class: 'meta' },
      joined(note.author_name ?? 'Somebody who has left', moment(note.created_at)),
    ),
  );
}
