import { element, fill } from '../elements.js';
import { INTERVIEW_TYPES, momentIn } from '../format.js';
import { checkbox, choices, field, form } from '../forms.js';
import { ownTimeZone, timeZones } from '../time-zones.js';
import { slotFinder } from './slot-finder.js';

const BEFORE_INTERVIEW = ['pending', 'reviewing', 'shortlisted'];
const NEW = { interview_type: 'video', duration_minutes: 60, attendees: [] };

/**
 * Arranges an interview with a candidate of that status. `schedule(interview, { allowConflict })` sends it, `findSlots`
 * asks when people are free.
 */
export function scheduleForm({ status, attendees, schedule, findSlots }) {
  return arrangeForm(
    { submit: 'Schedule', anyway: 'Schedule anyway', send: schedule, findSlots },
    { id: 'new', interview: NEW, attendees },
    BEFORE_INTERVIEW.includes(status)
      ? checkbox('Move the candidate to Interviewing', 'move_to_interviewing', true)
      : null,
  );
}

/** Arranges an interview anew. `change(changes, { allowConflict })` sends it, `findSlots` asks when people are free. */
export function rescheduleForm({ interview, attendees, change, findSlots }) {
  // Whoever takes part stays a choice, also when they are none that the user could choose.
  const present = Object.fromEntries(
    interview.attendees.map(({ user_id: id, full_name: name }) => [id, name]),
  );
  return arrangeForm(
    {
      submit: 'Change the interview',
      anyway: 'Change it anyway',
      findSlots: (question) => findSlots({ ...question, interview_id: interview.id }),
      send: (entered, wishes) => change(withoutKeptTime(entered, interview), wishes),
    },
    { id: interview.id, interview, attendees: { ...present, ...attendees } },
  );
}

/** A time that stays is not said again: it may be past by now. */
function withoutKeptTime({ scheduled_at: at, time_zone: zone, ...others }, before) {
  return at === localTimeOf(before) && zone === before.time_zone
    ? others
    : { ...others, scheduled_at: at, time_zone: zone };
}

/** As a field for days and times has it. */
const localTimeOf = ({ local_time: time = '' }) => time.slice(0, 16);

/** Whose time is taken is told, and then the interview can be arranged all the same. */
function arrangeForm({ submit, anyway, send, findSlots }, { id, interview, attendees }, ...more) {
  const clashes = element('div', { role: 'alert' });
  const made = form(
    {
      submit,
      class: 'stacked',
      act: (entered, of) => sendOrTell(interviewOf(entered, new FormData(of).getAll('attendees'))),
    },
    fields(id, interview, attendees, findSlots),
    ...more,
  );
  const sendOrTell = async (entered) => {
    fill(clashes);
    try {
      await send(entered, { allowConflict: false });
    } catch (error) {
      if (error.code !== 'interview_conflict') {
        throw error;
      }
      fill(
        clashes,
        clashNotice(error.details.conflicts, entered.time_zone, {
          submit: anyway,
          act: () => send(entered, { allowConflict: true }),
        }),
      );
    }
  };
  // What was told is not about what is entered now.
  made.addEventListener('input', () => fill(clashes));
  return element('div', { class: 'stacked' }, made, clashes);
}

/** `id` tells the fields of several interviews apart. */
function fields(id, interview, attendees, findSlots) {
  const own = (label, name, properties) =>
    field(label, name, { id: `interview-${id}-${name}`, ...properties });
  return [
    own('Kind', 'interview_type', { options: INTERVIEW_TYPES, value: interview.interview_type }),
    own('Minutes', 'duration_minutes', {
      type: 'number',
      min: 5,
      max: 720,
      step: 1,
      value: interview.duration_minutes,
      required: true,
    }),
    choices('Interviewers', 'attendees', attendees, {
      chosen: interview.attendees.map(({ user_id: userId }) => userId),
      hint: 'They and the candidate get an invitation for their calendars by e-mail.',
    }),
    own('Time zone', 'time_zone', {
      options: timeZones(interview.time_zone),
      value: interview.time_zone ?? ownTimeZone(),
      hint: 'The day and time are on its clock, and everybody is told them so.',
    }),
    own('Day and time', 'scheduled_at', {
      type: 'datetime-local',
      value: localTimeOf(interview),
      required: true,
    }),
    slotFinder(id, findSlots),
    own('Place', 'location', { value: interview.location ?? '', maxlength: 500 }),
    own('Meeting link', 'meeting_url', {
      type: 'url',
      value: interview.meeting_url ?? '',
      maxlength: 2000,
    }),
    own('Notes for the interviewers', 'notes', {
      control: 'textarea',
      rows: 2,
      value: interview.notes ?? '',
      maxlength: 5000,
      hint: 'The candidate never sees them.',
    }),
  ];
}

function interviewOf(entered, attendees) {
  return {
    interview_type: entered.interview_type,
    scheduled_at: entered.scheduled_at,
    time_zone: entered.time_zone,
    duration_minutes: Number(entered.duration_minutes),
    attendees,
    location: orNull(entered.location),
    meeting_url: orNull(entered.meeting_url),
    notes: orNull(entered.notes),
    ...('move_to_interviewing' in entered ? { move_to_interviewing: true } : {}),
  };
}

const orNull = (text) => (text.trim() === '' ? null : text.trim());

function clashNotice(clashes, timeZone, { submit, act }) {
  return form(
    { submit, class: 'stacked notice', act },
    element('p', {}, 'Somebody has another interview at that time. Choose another, or keep it.'),
    element(
      'ul',
      { class: 'points' },
      clashes.map(({ name, starts_at: start }) =>
        element('li', {}, `${name ?? 'The candidate'}: ${momentIn(start, timeZone)}`),
      ),
    ),
  );
}
