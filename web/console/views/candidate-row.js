import { bar, element, link } from '../elements.js';
import { joined, nameOf, score, STATUSES, years } from '../format.js';

/** A candidate in the ranked list of a job; a null selection is of who selects nobody. */
export function candidateRow({ job, candidate, colleagues, selection }) {
  const name = nameOf(candidate);
  return element(
    'li',
    { class: 'candidate-row' },
    element('label', { class: 'select' }, selection && boxOf(name, candidate, selection)),
    element(
      'span',
      { class: 'rank', 'aria-label': `Rank ${candidate.rank}` },
      String(candidate.rank),
    ),
    element(
      'div',
      { class: 'who-is-it' },
      link(`#/jobs/${job.id}/candidates/${candidate.resume_id}`, name, { class: 'title' }),
      element(
        'p',
        { class: 'meta' },
        joined(
          candidate.location,
          years(candidate.years_of_experience),
          candidate.assigned_to === null
            ? null
            : `with ${colleagues.nameOf(candidate.assigned_to)}`,
        ),
      ),
      element('p', { class: 'reason' }, reasonOf(candidate)),
    ),
    element('div', { class: 'found' }, skillsFound(job, candidate)),
    element(
      'div',
      { class: 'row-score' },
      element('span', { class: 'figure strong' }, score(candidate.match_score)),
      bar(candidate.match_score),
    ),
    standing(candidate),
  );
}

function boxOf(name, candidate, selection) {
  const box = element('input', {
    type: 'checkbox',
    'aria-label': `Select ${name}`,
    on: { change: () => selection.set(candidate, box) },
  });
  return box;
}

/** The status of a candidate, with the stage of the job if they are in one. */
export function standing({ status, stage }) {
  return element(
    'div',
    { class: 'standing' },
    element('span', { class: 'badge', data: { status } }, STATUSES[status]),
    stage === null ? null : element('span', { class: 'meta' }, stage.name),
  );
}

export function showStanding(row, candidate) {
  row?.querySelector('.standing').replaceWith(standing(candidate));
}

function reasonOf({ key_strengths: strengths, matched_skills: matched }) {
  const words = strengths.length > 0 ? strengths : matched;
  const none = matched.length === 0 ? ['None of the required skills was found'] : [];
  return [...none, ...words].join(' · ');
}

/** How many of the skills were found, and which must-haves were not. */
function skillsFound(job, { matched_skills: matched, missing_skills: missing }) {
  const required = job.skills.filter((skill) => skill.must_have).map((skill) => skill.name);
  const unmet = required.filter((skill) => missing.includes(skill));
  return [
    element(
      'p',
      { class: 'meta figure' },
      `${matched.length} of ${matched.length + missing.length} skills`,
    ),
    required.length > 0 && unmet.length === 0
      ? element('p', { class: 'met' }, 'All must-haves')
      : null,
    unmet.length === 0
      ? null
      : element('p', { class: 'unmet' }, `Without must-have ${unmet.join(', ')}`),
  ];
}
