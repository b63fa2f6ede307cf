import { unlessHidden } from '../api.js';
import { element, link, panel } from '../elements.js';
import { quotesOf } from '../evidence.js';
import { EDUCATION_LEVELS, joined, nameOf, points, score, years } from '../format.js';
import { standing } from './candidate-row.js';
import { crumbsTo } from './job-frame.js';

/** Candidates of a job side by side. */
export async function compareView({ api, params }) {
  const [job, comparison] = await Promise.all([
    api.job(params.jobId),
    api.compare(params.jobId, params.resumeIds.split(',')),
  ]);
  const resumes = await Promise.all(
    comparison.candidates.map(({ resume_id: id }) => unlessHidden(api.resume(id))),
  );
  const contents = resumes.map((resume) => resume?.content ?? null);
  return {
    title: `${job.title}: compare`,
    content: element(
      'div',
      {},
      crumbsTo(job),
      element('h1', {}, 'Side by side'),
      panel(
        'What sets them apart',
        element(
          'ul',
          { class: 'differences' },
          comparison.differences.map((text) => element('li', {}, text)),
        ),
      ),
      element(
        'div',
        { class: 'panel scrolling', tabindex: 0, role: 'region', 'aria-label': 'Comparison' },
        table(job, comparison, contents),
      ),
    ),
  };
}

function table(job, { candidates, skills }, contents) {
  const made = element(
    'table',
    { class: 'comparison' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('td', {}),
        candidates.map((one) =>
          element(
            'th',
            { scope: 'col' },
            link(`#/jobs/${job.id}/candidates/${one.resume_id}`, nameOf(one)),
            standing(one),
          ),
        ),
      ),
    ),
    element(
      'tbody',
      {},
      line('Score', candidates, (one) =>
        element('strong', { class: 'figure' }, score(one.match_score)),
      ),
      line('Likeness of the texts', candidates, (one) => figure(score(one.similarity_score))),
      line('Skills', candidates, (one) => figure(score(one.skill_match_score))),
      line('Unmet must-haves', candidates, ({ unmet_must_haves: unmet }) =>
        unmet.length === 0
          ? element('span', { class: 'met' }, 'None')
          : element('span', { class: 'unmet' }, unmet.join(', ')),
      ),
      line('Experience', candidates, (one) => years(one.years_of_experience)),
      line('Education', candidates, ({ highest_education: highest }) => education(highest)),
      skills.map((skill) =>
        line(
          [skill.skill, skill.must_have ? element('span', { class: 'tag' }, 'Must have') : null],
          skill.candidates,
          (one, place) => proof(one, contents[place]),
        ),
      ),
    ),
  );
  made.style.setProperty('--candidates', candidates.length);
  return made;
}

function line(name, of, cell) {
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, name),
    of.map((one, place) => element('td', {}, cell(one, place))),
  );
}

const figure = (text) => element('span', { class: 'figure' }, text);

function education(highest) {
  return highest === null
    ? '–'
    : joined(EDUCATION_LEVELS[highest.level] ?? highest.degree, highest.field, highest.school);
}

function proof({ found, contribution, implied_by: impliedBy, related, evidence }, content) {
  if (!found) {
    const instead = related.length === 0 ? '' : `, has ${related.join(', ')}`;
    return element('span', { class: 'meta' }, `Not found${instead}`);
  }
  return [
    element('span', { class: 'figure met' }, points(contribution)),
    impliedBy === null ? null : element('span', { class: 'meta' }, ` by ${impliedBy}`),
    quotesOf(evidence, content).slice(0, 1),
  ];
}
