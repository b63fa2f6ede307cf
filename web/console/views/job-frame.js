import { element, link } from '../elements.js';
import { joined, JOB_STATUSES } from '../format.js';

const TABS = { '': 'Candidates', '/upload': 'Upload', '/text': 'Requirements' };

/** What all pages of a job have above: its name, what it is, and the way between them. */
export function jobFrame(job, current, ...content) {
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
    element(
      'p',
      { class: 'meta' },
      joined(
        job.company,
        job.location,
        job.department,
        job.employment_type?.replaceAll('_', ' ') ?? null,
      ),
    ),
    element(
      'nav',
      { class: 'tabs', 'aria-label': 'Of this job' },
      Object.entries(TABS).map(([path, text]) =>
        link(`#/jobs/${job.id}${path}`, text, { 'aria-current': path === current ? 'page' : null }),
      ),
    ),
    ...content,
  );
}
