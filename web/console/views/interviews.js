import { element, link, panel } from '../elements.js';
import { INTERVIEW_TYPES, joined, momentIn } from '../format.js';
import { field, form } from '../forms.js';
import { interviewForm } from './interview-form.js';

const STATES = { completed: 'Took place', cancelled: 'Cancelled', no_show: 'Did not come' };

/** The interviews of a candidate for a job, and arranging another. Null attendees are of who may not. */
export function interviewsPanel({ interviews, status, attendees, schedule, cancel }) {
  const mayChange = attendees !== null;
  return panel(
    'Interviews',
    interviews.length === 0 ? element('p', { class: 'hint' }, 'None is arranged.') : null,
    element(
      'ul',
      { class: 'rows interviews' },
      interviews.map((interview) => row(interview, mayChange ? cancel : null)),
    ),
    mayChange
      ? opened('Schedule an interview', interviewForm({ status, attendees, schedule }))
      : null,
  );
}

function row(interview, cancel) {
  const { interview_type: type, duration_minutes: minutes, attendees } = interview;
  return element(
    'li',
    {},
    element(
      'p',
      {},
      element('strong', {}, joined(STATES[interview.status] ?? null, INTERVIEW_TYPES[type])),
    ),
    element('p', {}, momentIn(interview.scheduled_at, interview.time_zone)),
    element(
      'p',
      { class: 'meta' },
      joined(
        `${minutes} minutes`,
        attendees.length === 0
          ? 'nobody of yours yet'
          : `with ${attendees.map(({ full_name: name }) => name).join(', ')}`,
        interview.location,
      ),
    ),
    interview.meeting_url === null
      ? null
      : element(
          'p',
          {},
          link(interview.meeting_url, 'Meeting link', {
            target: '_blank',
            rel: 'noopener noreferrer',
          }),
        ),
    interview.cancelled_reason === null
      ? null
      : element('p', { class: 'reason' }, interview.cancelled_reason),
    interview.status === 'scheduled' && cancel !== null
      ? opened('Cancel this interview', cancelForm(interview, cancel))
      : null,
  );
}

function cancelForm(interview, cancel) {
  return form(
    {
      submit: 'Cancel the interview',
      class: 'stacked',
      act: ({ reason }) => cancel(interview.id, reason.trim() === '' ? null : reason),
    },
    field('Reason for cancelling', 'reason', {
      id: `cancel-${interview.id}`,
      maxlength: 500,
      hint: 'All who take part get an e-mail that it is cancelled.',
    }),
  );
}

/** A form that is opened when it is wanted. */
const opened = (summary, content) =>
  element('details', { class: 'opened' }, element('summary', {}, summary), content);
