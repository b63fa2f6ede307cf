import { element, fill } from '../elements.js';
import { INTERVIEW_TYPES, momentIn } from '../format.js';
import { choices, field, form } from '../forms.js';

const USUAL_MINUTES = 60;
const BEFORE_INTERVIEW = ['pending', 'reviewing', 'shortlisted'];

/**
 * Arranges an interview. Whose time is taken is told, and then it can be arranged all the same.
 * `schedule(interview, { allowConflict })` rejects with the server's problem.
 */
export function interviewForm({ status, attendees, schedule }) {
  const clashes = element('div', { role: 'alert' });
  const made = form(
    {
      submit: 'Schedule',
      class: 'stacked',
      act: (entered, of) =>
        scheduleOrTell(interviewOf(entered, new FormData(of).getAll('attendees'))),
    },
    fields(status, attendees),
  );
  const scheduleOrTell = async (interview) => {
    fill(clashes);
    try {
      await schedule(interview, { allowConflict: false });
    } catch (error) {
      if (error.code !== 'interview_conflict') {
        throw error;
      }
      fill(
        clashes,
        clashNotice(error.details.conflicts, interview, () =>
          schedule(interview, { allowConflict: true }),
        ),
      );
    }
  };
  // What was told is not about what is entered now.
  made.addEventListener('input', () => fill(clashes));
  return element('div', { class: 'stacked' }, made, clashes);
}

function fields(status, attendees) {
  return [
    field('Kind', 'interview_type', { options: INTERVIEW_TYPES, value: 'video' }),
    field('Day and time', 'scheduled_at', { type: 'datetime-local', required: true }),
    field('Time zone', 'time_zone', {
      options: timeZones(),
      value: ownTimeZone(),
      hint: 'The day and time above are on its clock, and everybody is told them so.',
    }),
    field('Minutes', 'duration_minutes', {
      type: 'number',
      min: 5,
      max: 720,
      step: 1,
      value: USUAL_MINUTES,
      required: true,
    }),
    choices('Interviewers', 'attendees', attendees, {
      hint: 'They and the candidate get an invitation for their calendars by e-mail.',
    }),
    field('Place', 'location', { maxlength: 500 }),
    field('Meeting link', 'meeting_url', { type: 'url', maxlength: 2000 }),
    BEFORE_INTERVIEW.includes(status)
      ? element(
          'label',
          { class: 'check' },
          element('input', {
            type: 'checkbox',
            name: 'move_to_interviewing',
            value: 'yes',
            checked: true,
          }),
          'Move the candidate to Interviewing',
        )
      : null,
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
    move_to_interviewing: 'move_to_interviewing' in entered,
  };
}

const orNull = (text) => (text.trim() === '' ? null : text.trim());

function clashNotice(clashes, { time_zone: timeZone }, scheduleAnyway) {
  return form(
    { submit: 'Schedule anyway', class: 'stacked notice', act: scheduleAnyway },
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

const ownTimeZone = () => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** By name; browsers leave out of their list what they call it themselves, such as UTC. */
function timeZones() {
  const names = new Set(['UTC', ownTimeZone(), ...Intl.supportedValuesOf('timeZone')]);
  return Object.fromEntries([...names].sort().map((name) => [name, name.replaceAll('_', ' ')]));
}
