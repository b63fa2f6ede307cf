import { element, link, opened, panel } from '../elements.js';
import { interviewCard, titleOf } from './interview-card.js';
import { scheduleForm } from './interview-form.js';

/**
 * The interviews of a candidate for a job, and arranging another with what `scheduleForm` takes. Null attendees are of who
 * may not.
 */
export function interviewsPanel({ api, interviews, attendees, announce, ...scheduling }) {
  return panel(
    'Interviews',
    interviews.length === 0 ? element('p', { class: 'hint' }, 'None is arranged.') : null,
    element(
      'ul',
      { class: 'rows interviews' },
      interviews.map((interview) =>
        element('li', {}, interviewCard({ api, interview, attendees, announce, title: linked })),
      ),
    ),
    attendees === null
      ? null
      : opened('Schedule an interview', () => scheduleForm({ attendees, ...scheduling })),
  );
}

const linked = (interview) => [
  titleOf(interview),
  ' · ',
  link(`#/interviews/${interview.id}`, 'Questions and scorecard'),
];
