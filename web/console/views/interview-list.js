import { queryString } from '../api.js';
import { element, emptyState, link } from '../elements.js';
import { INTERVIEW_TYPES, joined, momentIn, nameOf } from '../format.js';
import { field } from '../forms.js';
import { mayDecide } from '../permissions.js';
import { go } from '../router.js';
import { INTERVIEW_STATES, withWhom } from './interview-card.js';

const DAY_MS = 86_400_000;
const PAST_DAYS = 30;
const PERIODS = { '': 'From today on', past: `The ${PAST_DAYS} days before` };

/** The interviews that the user sees: what is to come in its order, or what was, the newest first. */
export async function interviewListView({ api, session, query }) {
  const { user } = session;
  const when = query.when in PERIODS ? query.when : '';
  const isMine = query.whose === 'mine' || !mayDecide(user);
  const interviews = await api.interviews({
    ...periodOf(when),
    attendee_id: isMine ? user.id : undefined,
  });
  const listed = when === 'past' ? interviews.reverse() : interviews;
  return {
    title: 'Interviews',
    content: element(
      'div',
      {},
      element('h1', {}, 'Interviews'),
      element(
        'nav',
        { class: 'tabs', 'aria-label': 'Interviews by time' },
        Object.entries(PERIODS).map(([key, text]) =>
          link(addressOf(key, isMine), text, { 'aria-current': key === when ? 'page' : null }),
        ),
      ),
      mayDecide(user) ? whose(when, isMine) : null,
      listed.length === 0
        ? emptyState(
            'No interview',
            'Interviews are arranged on the page of a candidate.',
            link('#/jobs', 'All jobs', { class: 'button quiet' }),
          )
        : element('ul', { class: 'rows card' }, listed.map(row)),
    ),
  };
}

/** Days begin and end on the user's own clock. */
function periodOf(when) {
  const today = new Date();
  today.setHours(0, 0, 0, 0);
  return when === 'past'
    ? {
        from: new Date(today.getTime() - PAST_DAYS * DAY_MS).toISOString(),
        to: today.toISOString(),
      }
    : { from: today.toISOString() };
}

const addressOf = (when, isMine) =>
  `#/interviews${queryString({ when, whose: isMine ? 'mine' : '' })}`;

function whose(when, isMine) {
  return element(
    'div',
    { class: 'whose' },
    field('Whose', 'whose', {
      options: { all: 'All that you see', mine: 'Those you take part in' },
      value: isMine ? 'mine' : 'all',
      on: {
        change: ({ currentTarget }) => go(addressOf(when, currentTarget.value === 'mine').slice(1)),
      },
    }),
  );
}

function row(interview) {
  const { id, status, job_title: title, interview_type: type } = interview;
  return element(
    'li',
    { class: 'interview-row' },
    link(`#/interviews/${id}`, nameOf(interview), { class: 'title' }),
    element('p', { class: 'meta' }, joined(title, INTERVIEW_TYPES[type], withWhom(interview))),
    element('p', { class: 'when' }, momentIn(interview.scheduled_at, interview.time_zone)),
    INTERVIEW_STATES[status] === null
      ? null
      : element('span', { class: 'badge', data: { status } }, INTERVIEW_STATES[status]),
  );
}
