import { bar, element, emptyState, link, panel } from '../elements.js';
import { EDUCATION_LEVELS, share, years } from '../format.js';
import { mayDecide, mayRecruit } from '../permissions.js';
import { jobFrame } from './job-frame.js';

/** What was read from a job, which is what candidates are scored by, and its text. */
export async function jobTextView({ api, session, params }) {
  const { user } = session;
  const job = await api.job(params.jobId);
  return {
    title: `${job.title}: requirements`,
    content: jobFrame(
      job,
      '/text',
      user,
      panel(
        'What candidates are compared with',
        job.skills.length === 0 ? noSkills(job, user) : skillTable(job.skills),
        element('dl', { class: 'facts' }, facts(job)),
        element(
          'p',
          { class: 'actions' },
          mayRecruit(user)
            ? link(`#/jobs/${job.id}/upload`, 'Upload resumes', { class: 'button' })
            : null,
          mayDecide(user)
            ? link(`#/jobs/${job.id}/edit`, 'Change the job', { class: 'button quiet' })
            : null,
        ),
      ),
      panel('Description', element('p', { class: 'prose' }, job.description)),
      job.requirements === ''
        ? null
        : panel('Requirements', element('p', { class: 'prose' }, job.requirements)),
    ),
  };
}

function noSkills(job, user) {
  return emptyState(
    'No skill was found in the text',
    'Candidates are compared by the meaning of the text alone. Name skills to have them counted.',
    !mayDecide(user)
      ? null
      : link(`#/jobs/${job.id}/edit`, 'Name skills', { class: 'button quiet' }),
  );
}

function skillTable(skills) {
  const heaviest = Math.max(...skills.map(({ weight }) => weight));
  const total = skills.reduce((sum, { weight }) => sum + weight, 0);
  return element(
    'div',
    { class: 'scrolling', tabindex: 0, role: 'region', 'aria-label': 'Required skills' },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          ['Required skill', 'Must have', 'Share of the skill score', 'From'].map((text) =>
            element('th', { scope: 'col' }, text),
          ),
        ),
      ),
      element(
        'tbody',
        {},
        skills.map((skill) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, skill.name),
            element(
              'td',
              {},
              skill.must_have ? element('span', { class: 'tag' }, 'Must have') : '–',
            ),
            element(
              'td',
              {},
              element(
                'span',
                { class: 'measure' },
                bar(skill.weight / heaviest),
                element('span', { class: 'figure' }, share(skill.weight / total)),
              ),
            ),
            element('td', { class: 'meta' }, skill.source === 'given' ? 'You' : 'The text'),
          ),
        ),
      ),
    ),
  );
}

function facts(job) {
  return [
    [
      'Least experience',
      job.min_years_experience === null ? 'Not asked for' : years(job.min_years_experience),
    ],
    ['Least education', EDUCATION_LEVELS[job.education_level] ?? 'Not asked for'],
    [
      'Score',
      `${share(job.skill_weight)} skills, ${share(job.similarity_weight)} likeness of the texts`,
    ],
  ].map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value)));
}
