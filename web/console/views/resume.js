import { colleaguesOf } from '../colleagues.js';
import { chips, element, emptyState, link, panel } from '../elements.js';
import { joined, nameOf, score, years } from '../format.js';
import { mayRecruit } from '../permissions.js';
import { notesPanel } from './notes.js';
import { contactOf, downloadButton } from './resume-parts.js';

/** A resume as it was read, and the open jobs that fit the person best. */
export async function resumeView({ api, session, params, announce }) {
  const resume = await api.resume(params.resumeId);
  const { user } = session;
  const [fits, notes, colleagues] = await Promise.all([
    mayRecruit(user) ? api.openJobsFor(resume.candidate_id) : null,
    api.notes(resume.candidate_id),
    colleaguesOf(api, user),
  ]);
  const { profile } = resume;
  const { headline } = profile.personal_info;
  const name = nameOf({ ...resume, headline });
  return {
    title: name,
    content: element(
      'div',
      {},
      element(
        'nav',
        { class: 'crumbs', 'aria-label': 'You are here' },
        mayRecruit(user) ? link('#/search', 'Search') : link('#/jobs', 'Jobs'),
      ),
      element('h1', {}, name),
      element(
        'p',
        { class: 'meta' },
        joined(headline, profile.personal_info.location, years(resume.years_of_experience)),
      ),
      element(
        'div',
        { class: 'columns' },
        element(
          'div',
          {},
          positions(profile.positions),
          educations(profile.educations),
          panel('Skills', chips(profile.skills.map(({ name }) => name))),
          panel(
            'The whole text',
            element('pre', { class: 'document', tabindex: 0 }, resume.content),
          ),
        ),
        element(
          'div',
          {},
          panel(
            'Contact',
            contactOf(resume),
            element(
              'p',
              { class: 'actions' },
              downloadButton('Download the file', () => api.resumeFile(resume.id), announce),
            ),
          ),
          fits === null ? null : jobsThatFit(fits.results),
          notesPanel({ api, user, candidate: resume, notes, colleagues, announce }),
        ),
      ),
    ),
  };
}

function positions(all) {
  return panel(
    'Experience',
    all.length === 0 ? element('p', { class: 'hint' }, 'No position was found.') : null,
    element(
      'ul',
      { class: 'rows' },
      all.map((position) =>
        element(
          'li',
          {},
          element('strong', {}, joined(position.title, position.employer)),
          element('p', { class: 'meta' }, joined(period(position), position.location)),
          element(
            'ul',
            { class: 'points' },
            position.bullets.map((text) => element('li', {}, text)),
          ),
        ),
      ),
    ),
  );
}

function educations(all) {
  return all.length === 0
    ? null
    : panel(
        'Education',
        element(
          'ul',
          { class: 'rows' },
          all.map((one) =>
            element(
              'li',
              {},
              element('strong', {}, joined(one.degree, one.field)),
              element('p', { class: 'meta' }, joined(one.school, period(one))),
            ),
          ),
        ),
      );
}

function period({ start_date: start, end_date: end, is_current: isCurrent }) {
  const until = isCurrent ? 'today' : end;
  return [start, until].filter((date) => date !== null && date !== undefined).join(' – ');
}

function jobsThatFit(fits) {
  return panel(
    'Open jobs that fit',
    fits.length === 0 ? emptyState('None', 'There is no open job to compare with.') : null,
    element(
      'ul',
      { class: 'rows' },
      fits.map((fit) =>
        element(
          'li',
          { class: 'fit-row' },
          link(`#/jobs/${fit.job_id}`, fit.title),
          element('span', { class: 'figure' }, score(fit.match_score)),
        ),
      ),
    ),
  );
}
