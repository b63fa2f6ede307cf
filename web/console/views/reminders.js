import { element, panel } from '../elements.js';
import { count } from '../format.js';
import { field, form } from '../forms.js';

/** When the company reminds its people, which administrators change. */
export function remindersPanel({ api, settings, mayChange, announce }) {
  return panel(
    'Reminders by e-mail',
    element(
      'p',
      { class: 'hint' },
      'For all interviews of the company, also those that are planned already.',
    ),
    mayChange ? remindersForm(api, settings, announce) : facts(settings),
  );
}

function remindersForm(api, settings, announce) {
  return form(
    {
      submit: 'Save the reminders',
      class: 'stacked',
      act: async ({ reminder_hours: before, scorecard_reminder_hours: after }) => {
        await api.changeInterviewSettings({
          reminder_hours: hoursIn(before),
          scorecard_reminder_hours: after === '' ? null : Number(after),
        });
        announce('The reminders are kept.');
      },
    },
    field('Hours before an interview', 'reminder_hours', {
      value: settings.reminder_hours.join(', '),
      inputmode: 'numeric',
      hint: 'Up to three, with commas between them: 24, 2. Empty for no reminder.',
    }),
    field('Hours after it, to those who owe a scorecard', 'scorecard_reminder_hours', {
      type: 'number',
      min: 1,
      step: 1,
      value: settings.scorecard_reminder_hours ?? '',
      hint: 'Empty for no reminder.',
    }),
  );
}

/** What is no number is left to the server to refuse. */
const hoursIn = (text) =>
  text
    .split(',')
    .map((hours) => hours.trim())
    .filter((hours) => hours !== '')
    .map(Number);

function facts({ reminder_hours: before, scorecard_reminder_hours: after }) {
  const fact = (name, value) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value));
  return [
    element(
      'dl',
      { class: 'facts' },
      fact(
        'Before an interview',
        before.length === 0 ? 'None' : before.map((hours) => count(hours, 'hour')).join(', '),
      ),
      fact('Owed scorecards', after === null ? 'None' : `${count(after, 'hour')} after it`),
    ),
    element('p', { class: 'hint' }, 'Administrators change them.'),
  ];
}
