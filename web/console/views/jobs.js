import { element, emptyState, fill, link } from '../elements.js';
import { count, day, JOB_STATUSES } from '../format.js';
import { mayRecruit } from '../permissions.js';
import { jobFacts } from './job-frame.js';
import { actingButton } from './acting-button.js';

const SHOWN = { '': 'All', open: 'Open', draft: 'Drafts', closed: 'Closed' };

/** The company's jobs, newest first. */
export async function jobsView({ api, session, query }) {
  const isRecruiter = mayRecruit(session.user);
  const status = query.status in JOB_STATUSES ? query.status : '';
  const page = await api.jobs({ status });
  return {
    title: 'Jobs',
    content: element(
      'div',
      {},
      element(
        'div',
        { class: 'heading' },
        element('h1', {}, 'Jobs'),
        isRecruiter ? link('#/jobs/new', 'New job', { class: 'button' }) : null,
      ),
      element('nav', { class: 'tabs', 'aria-label': 'Jobs by status' }, tabs(status)),
      page.total === 0 ? nothing(status, isRecruiter) : list(api, status, page),
    ),
  };
}

function tabs(current) {
  return Object.entries(SHOWN).map(([status, text]) =>
    link(status === '' ? '#/jobs' : `#/jobs?status=${status}`, text, {
      'aria-current': status === current ? 'page' : null,
    }),
  );
}

function nothing(status, isRecruiter) {
  if (status !== '') {
    return emptyState('No job with this status', 'Look at all of them.');
  }
  return isRecruiter
    ? emptyState(
        'No job yet',
        'Describe a job first. Then upload the resumes that came in for it, and Shortlist ranks them.',
        link('#/jobs/new', 'Create the first job', { class: 'button' }),
      )
    : emptyState(
        'No job yet',
        'You see a job when you manage it or are on its team. Your recruiters can add you.',
        link('#/interviews', 'Your interviews', { class: 'button quiet' }),
      );
}

function list(api, status, first) {
  const rows = element('ul', { class: 'rows card' }, first.data.map(row));
  const end = element('div', { class: 'list-end' });
  const showEnd = ({ next_cursor: cursor, total }) => {
    fill(
      end,
      element('p', { class: 'hint' }, `${rows.children.length} of ${count(total, 'job')}`),
      cursor === null
        ? null
        : actingButton('More', async () => {
            const next = await api.jobs({ status, cursor });
            rows.append(...next.data.map(row));
            showEnd(next);
          }),
    );
  };
  showEnd(first);
  return element('div', {}, rows, end);
}

function row(job) {
  return element(
    'li',
    { class: 'job-row' },
    element('div', {}, link(`#/jobs/${job.id}`, job.title, { class: 'title' }), jobFacts(job)),
    element('span', { class: 'meta' }, count(job.skills.length, 'skill')),
    element('span', { class: 'meta' }, day(job.created_at)),
    element('span', { class: 'badge', data: { status: job.status } }, JOB_STATUSES[job.status]),
  );
}
