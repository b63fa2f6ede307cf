import { unlessHidden } from '../api.js';
import { chips, element, link, panel } from '../elements.js';
import { colleaguesOf } from '../colleagues.js';
import { joined, nameOf, years } from '../format.js';
import { mayDecide } from '../permissions.js';
import { interviewCard } from './interview-card.js';
import { downloadButton } from './resume-parts.js';
import { scorecardForm } from './scorecard-form.js';
import { scorecardsPanel } from './scorecards.js';

/** One interview: what to know and to ask, and what those who take part think of it. */
export async function interviewView({ api, session, params, signal, announce, refresh }) {
  const { user } = session;
  const kit = await api.interviewKit(params.interviewId);
  const { interview } = kit;
  // Who takes part need not see the job, and only who sees it may change its interviews.
  const [job, scorecards, own] = await Promise.all([
    unlessHidden(api.job(interview.job_id)),
    api.scorecardsOfInterview(interview.id),
    kit.own_scorecard === 'none' ? null : api.ownScorecard(interview.id),
  ]);
  const manages = job !== null && mayDecide(user);
  const colleagues = manages ? await colleaguesOf(api, user, job) : null;
  const save = async (scorecard) => {
    await api.saveScorecard(interview.id, scorecard);
    announce('Your draft is kept.');
  };
  const submit = async () => {
    await api.submitScorecard(interview.id);
    announce('Your scorecard is submitted.');
    if (!signal.aborted) {
      refresh();
    }
  };
  return {
    title: `Interview with ${nameOf(interview)}`,
    content: element(
      'div',
      {},
      element(
        'nav',
        { class: 'crumbs', 'aria-label': 'You are here' },
        link('#/interviews', 'Interviews'),
        job === null ? null : link(`#/jobs/${job.id}`, job.title),
      ),
      element('h1', {}, nameOf(interview)),
      about(kit, job),
      element(
        'div',
        { class: 'columns' },
        element(
          'div',
          {},
          panel(
            'When and with whom',
            interviewCard({
              api,
              interview,
              attendees: colleagues?.everybody ?? null,
              announce,
            }),
            element(
              'p',
              { class: 'actions' },
              downloadButton(
                'Add to a calendar',
                () => api.interviewCalendar(interview.id),
                announce,
              ),
            ),
          ),
          questionsPanel(kit),
          mayRate(interview, own, user)
            ? scorecardForm({ attributes: kit.scorecard_attributes, draft: own, save, submit })
            : null,
          scorecardsPanel(scorecards),
        ),
        element(
          'div',
          {},
          personPanel(kit, () => api.interviewResume(interview.id), announce),
          jobPanel(kit.job),
        ),
      ),
    ),
  };
}

function about({ candidate, job: { title } }, job) {
  return element(
    'p',
    { class: 'meta' },
    joined(`For ${title}`, candidate.headline, years(candidate.years_of_experience)),
    job === null ? null : ' · ',
    job === null
      ? null
      : link(`#/jobs/${job.id}/candidates/${candidate.resume_id}`, 'Score and decisions'),
  );
}

/** Nobody writes about what did not take place, and what is submitted stays. */
function mayRate({ attendees, status }, own, user) {
  const takesPart = attendees.some(({ user_id: id }) => id === user.id);
  const isOn = status === 'scheduled' || status === 'completed';
  return takesPart && isOn && (own === null || own.submitted_at === null);
}

function questionsPanel({ questions, questions_from: source }) {
  return panel(
    'Questions to ask',
    questions.length === 0
      ? element('p', { class: 'hint' }, 'None is prepared.')
      : element(
          'ol',
          { class: 'questions' },
          questions.map((question) => element('li', {}, question)),
        ),
    element(
      'p',
      { class: 'meta' },
      source === 'analysis'
        ? 'From the analysis of this candidate.'
        : 'From what the resume shows of the job’s skills, and what it does not.',
    ),
  );
}

function personPanel({ candidate }, load, announce) {
  const { matched_skills: matched, missing_skills: missing } = candidate;
  return panel(
    'The person',
    skills('The resume shows', matched),
    skills('It does not show', missing),
    element('p', { class: 'actions' }, downloadButton('Download the resume', load, announce)),
  );
}

function skills(title, names) {
  return names.length === 0 ? null : [element('h3', {}, title), chips(names)];
}

function jobPanel({ title, description, requirements }) {
  return panel(
    'The job',
    element('p', {}, element('strong', {}, title)),
    element('p', { class: 'prose' }, description),
    requirements === '' ? null : element('p', { class: 'prose' }, requirements),
  );
}
