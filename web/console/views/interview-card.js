import { element, fill, link, opened } from '../elements.js';
import { INTERVIEW_TYPES, joined, momentIn } from '../format.js';
import { field, form } from '../forms.js';
import { actingButton } from './acting-button.js';
import { rescheduleForm } from './interview-form.js';

/** What became of an interview; one that is to come needs no word. */
export const INTERVIEW_STATES = {
  scheduled: null,
  completed: 'Took place',
  cancelled: 'Cancelled',
  no_show: 'Did not come',
};

/** A page that is opened before an interview is also the one on which is said afterwards what became of it. */
const NEAR_MS = 12 * 60 * 60 * 1000;

/**
 * One interview and what may be done with it, shown anew after each change. Null attendees are of who may only say
 * what became of it. `title(interview)` is what it is called, as a node.
 */
export function interviewCard({ api, interview, attendees, announce, title = titleOf }) {
  const card = element('div', { class: 'interview' });
  const show = (shown) => {
    const after = async (answer, words) => {
      show(await answer);
      card.firstElementChild.focus();
      announce(words);
    };
    fill(
      card,
      element('p', { tabindex: -1 }, title(shown)),
      facts(shown),
      endings(api, shown, after),
      attendees !== null && shown.status === 'scheduled'
        ? changes(api, shown, attendees, after)
        : null,
    );
  };
  show(interview);
  return card;
}

export function titleOf({ status, interview_type: type }) {
  return element('strong', {}, joined(INTERVIEW_STATES[status], INTERVIEW_TYPES[type]));
}

function facts(interview) {
  const { meeting_url: url, notes, cancelled_reason: why } = interview;
  return [
    element('p', {}, momentIn(interview.scheduled_at, interview.time_zone)),
    element(
      'p',
      { class: 'meta' },
      joined(`${interview.duration_minutes} minutes`, withWhom(interview), interview.location),
    ),
    url === null
      ? null
      : element(
          'p',
          {},
          link(url, 'Meeting link', { target: '_blank', rel: 'noopener noreferrer' }),
        ),
    notes === null ? null : element('p', { class: 'prose reason' }, notes),
    why === null ? null : element('p', { class: 'reason' }, why),
  ];
}

export function withWhom({ attendees }) {
  return attendees.length === 0
    ? 'nobody of yours yet'
    : `with ${attendees.map(({ full_name: name }) => name).join(', ')}`;
}

/** What became of it is said once it has begun, and may be corrected. */
function endings(api, { id, status, scheduled_at: start }, after) {
  const isNear = Date.parse(start) - Date.now() < NEAR_MS;
  if (status === 'cancelled' || !isNear) {
    return null;
  }
  return element(
    'p',
    { class: 'actions' },
    status === 'completed'
      ? null
      : actingButton(
          'It took place',
          () => after(api.completeInterview(id), 'It is kept that the interview took place.'),
          { class: 'quiet small' },
        ),
    status === 'no_show'
      ? null
      : actingButton(
          'The candidate did not come',
          () => after(api.missInterview(id), 'It is kept that the candidate did not come.'),
          { class: 'quiet small' },
        ),
  );
}

function changes(api, interview, attendees, after) {
  return [
    opened('Change this interview', () =>
      rescheduleForm({
        interview,
        attendees,
        findSlots: (question) =>
          api.freeSlots({ job_id: interview.job_id, resume_id: interview.resume_id, ...question }),
        change: (changed, wishes) =>
          after(
            api.changeInterview(interview.id, changed, wishes),
            'The interview is changed, and whoever it concerns is told.',
          ),
      }),
    ),
    opened('Cancel this interview', () =>
      form(
        {
          submit: 'Cancel the interview',
          class: 'stacked',
          act: ({ reason }) =>
            after(
              api.cancelInterview(interview.id, reason.trim() === '' ? null : reason),
              'The interview is cancelled, and all who take part are told.',
            ),
        },
        field('Reason for cancelling', 'reason', {
          id: `cancel-${interview.id}`,
          maxlength: 500,
          hint: 'For your colleagues. All who take part get an e-mail that it is cancelled.',
        }),
      ),
    ),
  ];
}
