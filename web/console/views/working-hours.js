import { button, element, panel } from '../elements.js';
import { WEEKDAYS } from '../format.js';
import { field, form } from '../forms.js';
import { ownTimeZone, timeZones } from '../time-zones.js';

const SAID = 'Free times for interviews are looked for in them.';
const ASSUMED =
  'You have not said them yet: free times for interviews are looked for from Monday to Friday, nine to five.';
const USUAL = { from: '09:00', to: '17:00' };

/** When the user works, by which free times are found for interviews. */
export function workingHoursPanel({ api, hours, announce }) {
  const isSaid = hours.updated_at !== null;
  const use = element('p', { class: 'hint' }, isSaid ? SAID : ASSUMED);
  return panel(
    'Your working hours',
    use,
    form(
      {
        submit: 'Save your hours',
        class: 'stacked',
        fieldOf: dayOf,
        act: async ({ time_zone: timeZone }, made) => {
          await api.saveWorkingHours(hours.user_id, {
            time_zone: timeZone,
            weekly: stretchesIn(made),
          });
          use.textContent = SAID;
          announce('Your working hours are kept.');
        },
      },
      field('Time zone', 'time_zone', {
        options: timeZones(hours.time_zone),
        value: isSaid ? hours.time_zone : ownTimeZone(),
      }),
      Object.entries(WEEKDAYS).map(([weekday, name]) =>
        day(
          weekday,
          name,
          hours.weekly.filter((stretch) => stretch.weekday === Number(weekday)),
        ),
      ),
    ),
  );
}

const nameOf = (weekday) => `day-${weekday}`;

/** A day with any number of stretches in which somebody works. */
function day(weekday, name, stretches) {
  const list = element('ul', { class: 'stretches' });
  const off = element('span', { class: 'meta' }, 'Not at work');
  const showOff = () => (off.hidden = list.childElementCount > 0);
  const adding = button(
    'Add hours',
    () => {
      const added = append(USUAL);
      added.querySelector('input').focus();
    },
    { class: 'quiet small', 'aria-label': `Add hours on ${name}` },
  );
  const append = (stretch) => {
    const row = stretchRow(weekday, name, stretch, () => {
      row.remove();
      showOff();
      adding.focus();
    });
    list.append(row);
    showOff();
    return row;
  };
  stretches.forEach(append);
  showOff();
  const errorId = `${nameOf(weekday)}-error`;
  return element(
    'fieldset',
    { class: 'day', 'aria-describedby': errorId },
    element('legend', {}, name),
    off,
    list,
    adding,
    element('p', { class: 'error', id: errorId, data: { errorOf: nameOf(weekday) } }),
  );
}

function stretchRow(weekday, name, { from, to }, onRemove) {
  const time = (label, value) =>
    element('input', {
      type: 'time',
      name: nameOf(weekday),
      value: value === '24:00' ? '00:00' : value,
      required: true,
      'aria-label': `${name} ${label}`,
    });
  return element(
    'li',
    {},
    time('from', from),
    element('span', { 'aria-hidden': 'true' }, '–'),
    time('to', to),
    button('×', onRemove, {
      class: 'quiet small',
      'aria-label': `Remove these hours on ${name}`,
      title: 'Remove',
    }),
  );
}

/** As the API has them. Midnight as an end is the end of the day, which a field for times cannot say. */
function stretchesIn(made) {
  const entered = new FormData(made);
  return Object.keys(WEEKDAYS).flatMap((weekday) => {
    const times = entered.getAll(nameOf(weekday));
    return times.flatMap((from, at) =>
      at % 2 === 1
        ? []
        : [
            {
              weekday: Number(weekday),
              from,
              to: times[at + 1] === '00:00' ? '24:00' : times[at + 1],
            },
          ],
    );
  });
}

/** The place of what the server has against `weekly.3.to`: the day of that stretch. */
function dayOf(name, made) {
  const [list, at] = name.split('.');
  const stretch = list === 'weekly' ? stretchesIn(made)[at] : undefined;
  return stretch === undefined ? name : nameOf(stretch.weekday);
}
