import { element, fill, opened, panel } from '../elements.js';
import { joined, moment } from '../format.js';
import { form } from '../forms.js';
import { actingButton } from './acting-button.js';

/** The secret address at which the user's calendar program finds their interviews; null where there is none. */
export function calendarFeedPanel({ api, feed, announce }) {
  const place = element('div', { tabindex: -1, class: 'calendar-feed' });
  const make = async () => {
    const made = await api.replaceCalendarFeed();
    fill(place, addressOf(made, announce), state(made), changes(make, end));
    place.querySelector('input').select();
    announce('The address is made.');
  };
  const end = async () => {
    await api.endCalendarFeed();
    fill(place, none(make));
    place.focus();
    announce('The address is ended.');
  };
  fill(place, feed === null ? none(make) : [state(feed), changes(make, end)]);
  return panel(
    'Your interviews in your calendar',
    element(
      'p',
      { class: 'hint' },
      'Subscribe to an address of your own in your calendar program. Whoever knows it sees your interviews.',
    ),
    place,
  );
}

const none = (make) => element('p', { class: 'actions' }, actingButton('Make an address', make));

function state({ created_at: created, last_read_at: read }) {
  return element(
    'p',
    { class: 'meta' },
    joined(
      `Address of ${moment(created)}`,
      read === null ? 'no calendar program has read it yet' : `read last ${moment(read)}`,
    ),
  );
}

/** It is told once: the server keeps no more of it than what it takes to know it again. */
function addressOf({ url }, announce) {
  return element(
    'div',
    { class: 'field' },
    element('label', { for: 'calendar-address' }, 'Address'),
    element('input', {
      id: 'calendar-address',
      value: url,
      readonly: true,
      'aria-describedby': 'calendar-address-hint',
    }),
    element(
      'p',
      { class: 'hint', id: 'calendar-address-hint' },
      'Copy it now: it is not shown again.',
    ),
    // Browsers copy for pages only that came over a safe connection.
    navigator.clipboard === undefined
      ? null
      : element(
          'p',
          { class: 'actions' },
          actingButton('Copy the address', async () => {
            await navigator.clipboard.writeText(url);
            announce('The address is copied.');
          }),
        ),
  );
}

function changes(make, end) {
  return element(
    'div',
    { class: 'kept-acts' },
    confirmed('Replace the address', 'Make another address', make),
    confirmed('End the address', 'End it', end),
  );
}

function confirmed(summary, submit, act) {
  return opened(summary, () =>
    form(
      { submit, class: 'stacked', act },
      element(
        'p',
        { class: 'hint' },
        'Calendar programs that use the present address find nothing there then.',
      ),
    ),
  );
}
