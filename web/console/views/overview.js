import { bar, element, emptyState, link, panel } from '../elements.js';
import { number, share, STATUSES } from '../format.js';

const DAY_MS = 86_400_000;
const PERIODS = { 30: '30 days', 90: '90 days', 365: 'A year' };

const FIGURES = [
  ['active', 'In progress now'],
  ['open_jobs', 'Open jobs'],
  ['applications', 'Applications'],
  ['shortlisted', 'Shortlisted'],
  ['interviewing', 'Interviewing'],
  ['offered', 'Offers'],
  ['hired', 'Hires'],
  ['rejected', 'Rejections'],
  ['median_days_to_hire', 'Median days to a hire'],
  ['median_days_to_fill', 'Median days to fill a job'],
];

/** The pipeline in a few figures, and how far applications come. */
export async function overviewView({ api, query }) {
  const days = query.days in PERIODS ? query.days : '90';
  const period = {
    from: new Date(Date.now() - Number(days) * DAY_MS).toISOString(),
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
  const [overview, funnel] = await Promise.all([api.overview(period), api.funnel(period)]);
  return {
    title: 'Overview',
    content: element(
      'div',
      {},
      element('h1', {}, 'Overview'),
      element(
        'nav',
        { class: 'tabs', 'aria-label': 'Period' },
        Object.entries(PERIODS).map(([length, text]) =>
          link(`#/overview?days=${length}`, text, {
            'aria-current': length === days ? 'page' : null,
          }),
        ),
      ),
      element(
        'dl',
        { class: 'figures' },
        FIGURES.map(([name, text]) =>
          element(
            'div',
            {},
            element('dt', {}, text),
            element('dd', { class: 'figure' }, number(overview.data[name])),
          ),
        ),
      ),
      panel(
        'How far applications came',
        overview.data.applications === 0
          ? emptyState('No application began in this period', 'Upload resumes into a job to begin.')
          : funnelTable(funnel.data),
      ),
    ),
  };
}

function funnelTable(steps) {
  return element(
    'div',
    { class: 'scrolling', tabindex: 0, role: 'region', 'aria-label': 'How far applications came' },
    element(
      'table',
      { class: 'funnel' },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ['Came as far as', 'Number', 'Of all', 'Of the last step'].map((text, place) =>
            element('th', { scope: 'col', class: place === 0 ? null : 'numeric' }, text),
          ),
        ),
      ),
      element(
        'tbody',
        {},
        steps.map((step) =>
          element(
            'tr',
            {},
            element(
              'th',
              { scope: 'row' },
              STATUSES[step.stage] ?? step.stage,
              bar(step.share_of_all ?? 0),
            ),
            [number(step.reached), share(step.share_of_all), share(step.conversion)].map((text) =>
              element('td', { class: 'numeric figure' }, text),
            ),
          ),
        ),
      ),
    ),
  );
}
