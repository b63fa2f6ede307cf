import { element, link } from '../elements.js';
import { joined, JOB_STATUSES } from '../format.js';
import { mayDecide, mayRecruit } from '../permissions.js';

const TABS = [
  { path: '', text: 'Candidates', mayOpen: () => true },
  { path: '/upload', text: 'Upload', mayOpen: mayRecruit },
  { path: '/text', text: 'Requirements', mayOpen: () => true },
  { path: '/process', text: 'Process', mayOpen: mayDecide },
  { path: '/team', text: 'Team', mayOpen: () => true },
];

/** Whose job it is, where, and of which kind, in a line. */
export function jobFacts(job) {
  return element(
    'p',
    { class: 'meta' },
    joined(
      job.company,
      job.location,
      job.department,
      job.employment_type?.replaceAll('_', ' ') ?? null,
    ),
  );
}

/** The way back to the job from a page of its candidates. */
export function crumbsTo(job) {
  return element(
    'nav',
    { class: 'crumbs', 'aria-label': 'You are here' },
    link('#/jobs', 'Jobs'),
    link(`#/jobs/${job.id}`, job.title),
  );
}

/** What all pages of a job have above: its name, what it is, and the way between those that the user may open. */
export function jobFrame(job, current, user, ...content) {
  return element(
    'div',
    {},
    element('nav', { class: 'crumbs', 'aria-label': 'You are here' }, link('#/jobs', 'Jobs')),
    element(
      'div',
      { class: 'heading' },
      element('h1', {}, job.title),
      element('span', { class: 'badge', data: { status: job.status } }, JOB_STATUSES[job.status]),
    ),
    jobFacts(job),
    element(
      'nav',
      { class: 'tabs', 'aria-label': 'Of this job' },
      TABS.filter(({ mayOpen }) => mayOpen(user)).map(({ path, text }) =>
        link(`#/jobs/${job.id}${path}`, text, { 'aria-current': path === current ? 'page' : null }),
      ),
    ),
    ...content,
  );
}
