import { element, fill, panel } from '../elements.js';
import { joined, moment } from '../format.js';
import { choices, field, form } from '../forms.js';
import { actingButton } from './acting-button.js';

/** Notes about a person, newest first, and a place to write one; without a job, notes are about the person. */
export function notesPanel({ api, user, job = null, candidate, notes, colleagues, announce }) {
  const noteRow = rowWith(colleagues);
  const list = element('ul', { class: 'rows notes' }, notes.data.map(noteRow));
  const end = element('div', { class: 'list-end' });
  const showEnd = ({ next_cursor: cursor, total }) =>
    fill(
      end,
      total === 0 ? element('p', { class: 'hint' }, 'No note yet.') : null,
      cursor === null
        ? null
        : actingButton(
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
            mentions: new FormData(made).getAll('mentions'),
            ...(aboutJob === undefined ? {} : { job_id: job.id }),
          });
          list.prepend(noteRow(note));
          showEnd({ ...notes, total: notes.total + 1 });
          made.reset();
          announce('The note is kept.');
        },
      },
      field('New note', 'text', { control: 'textarea', rows: 2, maxlength: 10000, required: true }),
      mentionChoices(user, colleagues),
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

/** Nobody mentions themselves. */
function mentionChoices(user, { choices: all }) {
  const others = Object.entries(all).filter(([id]) => id !== user.id);
  return others.length === 0
    ? null
    : choices('Mention colleagues', 'mentions', Object.fromEntries(others), {
        hint: 'They get an e-mail that there is a note, without its words.',
      });
}

const rowWith = (colleagues) => (note) =>
  element(
    'li',
    {},
    element('p', { class: 'prose' }, note.text),
    note.mentions.length === 0
      ? null
      : element('p', { class: 'meta' }, `For ${note.mentions.map(colleagues.nameOf).join(', ')}`),
    element(
      'p',
      { class: 'meta' },
      joined(note.author_name ?? 'Somebody who has left', moment(note.created_at)),
    ),
  );
