import { element, fill } from '../elements.js';
import { count, timeIn, weekdayIn } from '../format.js';
import { field, stepButton } from '../forms.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SEARCH_DAYS = 14;
const STEP_MINUTES = 30;
const MOST_SLOTS = 200;
/** A day begins within so much of its beginning in UTC, whatever the zone. */
const ZONES_MS = 14 * HOUR_MS;
/** What an answer depends on: fields of the form that the finder is a part of, and its own. */
const ASKED_OF = ['attendees', 'duration_minutes', 'time_zone', 'slots_from'];

/**
 * A part of the form of an interview that proposes times at which those who are chosen in it are free. `find(question)`
 * asks for them, `id` tells the fields of several interviews apart.
 */
export const slotFinder = (id, find) => new SlotFinder(id, find).part();

class SlotFinder {
  #id;
  #find;
  #asked = null;
  #found = element('div');
  #said = element('p', { class: 'hint', role: 'status' });

  constructor(id, find) {
    this.#id = id;
    this.#find = find;
  }

  part() {
    const asking = stepButton('Show free times', (of) => this.#ask(of));
    return element(
      'details',
      { class: 'opened' },
      element('summary', {}, 'Find a time'),
      element(
        'div',
        { class: 'stacked slots' },
        field('From the day', 'slots_from', {
          id: `interview-${this.#id}-slots_from`,
          type: 'date',
          value: today(),
          hint: 'When the interviewers chosen above are at work, and neither they nor the candidate have another interview.',
          on: { keydown: (event) => pressInstead(asking, event) },
        }),
        element('div', { class: 'form-end' }, asking),
        this.#found,
        this.#said,
      ),
    );
  }

  async #ask(of) {
    const asked = this.#askedAnew(of);
    const entered = new FormData(of);
    const day = entered.get('slots_from') || today();
    const timeZone = entered.get('time_zone');
    const start = Date.parse(day);
    const end = start + SEARCH_DAYS * DAY_MS;
    const { slots } = await this.#find({
      attendees: entered.getAll('attendees'),
      duration_minutes: Number(entered.get('duration_minutes')),
      time_zone: timeZone,
      from: new Date(start - ZONES_MS).toISOString(),
      to: new Date(end + ZONES_MS).toISOString(),
      step_minutes: STEP_MINUTES,
      limit: MOST_SLOTS,
    });
    if (!asked.aborted) {
      const offered = slots.filter(({ local_time: time }) => time >= day && time < dayOf(end));
      this.#show(offered, timeZone, of.elements.scheduled_at);
    }
  }

  #show(slots, timeZone, target) {
    if (slots.length === 0) {
      this.#said.textContent = `Nobody finds a time in these ${SEARCH_DAYS} days. Choose a later day, or fewer people.`;
      return;
    }
    this.#said.textContent = `${count(slots.length, 'time')} to choose from. Nothing is reserved.`;
    const choice = element(
      'select',
      {
        id: `interview-${this.#id}-slot`,
        on: {
          change: () => {
            target.value = choice.value;
            this.#said.textContent = 'Day and time are filled in. Nothing is reserved yet.';
          },
        },
      },
      element('option', { value: target.value }, 'Choose'),
      byDay(slots).map((times) => dayGroup(times, timeZone)),
    );
    fill(
      this.#found,
      element(
        'div',
        { class: 'field' },
        element('label', { for: choice.id }, 'Free times'),
        choice,
      ),
    );
    choice.focus();
  }

  /** Forgets what was found. The signal is aborted once that is asked of others, or of another clock. */
  #askedAnew(of) {
    this.#asked?.abort();
    const asked = (this.#asked = new AbortController());
    const forget = () => {
      fill(this.#found);
      this.#said.textContent = '';
    };
    forget();
    asked.signal.addEventListener('abort', forget);
    of.addEventListener(
      'input',
      ({ target }) => {
        if (ASKED_OF.includes(target.name)) {
          asked.abort();
        }
      },
      { signal: asked.signal },
    );
    return asked.signal;
  }
}

/** The Enter key would send the whole form. */
function pressInstead(other, event) {
  if (event.key === 'Enter') {
    event.preventDefault();
    other.click();
  }
}

function byDay(slots) {
  const days = new Map();
  for (const slot of slots) {
    const day = slot.local_time.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), slot]);
  }
  return [...days.values()];
}

function dayGroup(times, timeZone) {
  return element(
    'optgroup',
    { label: weekdayIn(times[0].starts_at, timeZone) },
    times.map(({ starts_at: start, local_time: time }) =>
      element('option', { value: time.slice(0, 16) }, timeIn(start, timeZone)),
    ),
  );
}

/** As a field for days has it. */
const dayOf = (time) => new Date(time).toISOString().slice(0, 10);

/** On the user's own clock. */
function today() {
  const now = new Date();
  return dayOf(now.getTime() - now.getTimezoneOffset() * 60_000);
}
