import { unlessHidden } from '../api.js';
import { colleaguesOf } from '../colleagues.js';
import { element, link } from '../elements.js';
import { joined, nameOf, score, years } from '../format.js';
import { mayDecide } from '../permissions.js';
import { assigneeForm } from './assignee-form.js';
import { standing } from './candidate-row.js';
import { decisionForm } from './decision-form.js';
import { historyPanel } from './history.js';
import { interviewsPanel } from './interviews.js';
import { crumbsTo } from './job-frame.js';
import { notesPanel } from './notes.js';
import { contactOf, downloadButton } from './resume-parts.js';
import { passagesPanel, scorePanel, skillsPanel, wordsPanel } from './reasons.js';
import { interviewOwedBy, scorecardsPanel } from './scorecards.js';

/** One candidate of a job: the reasons of the score, the decision, what was decided and noted. */
export async function candidateView({ api, session, params, signal, announce, refresh }) {
  const { user } = session;
  const [job, candidate] = await Promise.all([
    api.job(params.jobId),
    api.candidate(params.jobId, params.resumeId),
  ]);
  const [resume, history, notes, interviews, colleagues, decisive] = await Promise.all([
    unlessHidden(api.resume(candidate.resume_id)),
    api.history(job.id, candidate.resume_id),
    api.notes(candidate.candidate_id),
    api.interviews({ job_id: job.id, candidate_id: candidate.candidate_id }),
    colleaguesOf(api, user, job),
    mayDecide(user) ? forDecisions(api, job.id, candidate.resume_id) : null,
  ]);
  const done = (words) => {
    announce(words);
    if (!signal.aborted) {
      refresh();
    }
  };
  const decide = async (decision) => {
    await api.decide(job.id, candidate.resume_id, decision);
    done('The decision is kept, with the score of this moment.');
  };
  const assign = async (userId) => {
    await api.assign(job.id, candidate.resume_id, userId);
    done(
      userId === null
        ? 'Nobody looks after them now.'
        : `${colleagues.nameOf(userId)} looks after them now.`,
    );
  };
  const ids = { job_id: job.id, resume_id: candidate.resume_id };
  const schedule = async (interview, conflicts) => {
    await api.scheduleInterview({ ...ids, ...interview }, conflicts);
    done('The interview is scheduled, and the invitations are on their way.');
  };
  const findSlots = (question) => api.freeSlots({ ...ids, ...question });
  return {
    title: nameOf(candidate),
    content: element(
      'div',
      {},
      crumbsTo(job),
      head(candidate, resume),
      element(
        'div',
        { class: 'columns' },
        element(
          'div',
          {},
          wordsPanel(candidate),
          scorePanel(candidate),
          skillsPanel(candidate, resume?.content ?? null),
          passagesPanel(candidate),
        ),
        element(
          'div',
          {},
          decisive === null ? null : decisionForm({ candidate, ...decisive, decide }),
          decisive === null ? null : assigneeForm({ candidate, colleagues, assign }),
          interviewsPanel({
            api,
            interviews,
            status: candidate.status,
            attendees: decisive === null ? null : colleagues.everybody,
            schedule,
            findSlots,
            announce,
          }),
          decisive === null
            ? null
            : scorecardsPanel(decisive.scorecards, interviewOwedBy(user, decisive.scorecards)),
          resume === null ? null : filePanel(api, resume, announce),
          notesPanel({ api, user, job, candidate, notes, colleagues, announce }),
          historyPanel(history),
        ),
      ),
    ),
  };
}

/** What those who decide choose from and look at. */
async function forDecisions(api, jobId, resumeId) {
  const [stages, rejectionReasons, scorecards] = await Promise.all([
    api.stages(jobId),
    api.settings.rejectionReasons(),
    api.scorecardsOfCandidate(jobId, resumeId),
  ]);
  return { stages, rejectionReasons, scorecards };
}

function head(candidate, resume) {
  return element(
    'div',
    { class: 'heading candidate-head' },
    element(
      'div',
      {},
      element('h1', {}, nameOf(candidate)),
      element(
        'p',
        { class: 'meta' },
        joined(
          resume?.profile.personal_info.headline ?? null,
          candidate.location,
          years(candidate.years_of_experience),
        ),
      ),
    ),
    standing(candidate),
    element(
      'p',
      { class: 'big-score' },
      element('span', { class: 'figure' }, score(candidate.match_score)),
      element('span', { class: 'meta' }, `Rank ${candidate.rank}`),
    ),
  );
}

function filePanel(api, resume, announce) {
  return element(
    'section',
    { class: 'panel' },
    element('h2', {}, 'Resume'),
    contactOf(resume),
    element(
      'p',
      { class: 'actions' },
      downloadButton('Download the file', () => api.resumeFile(resume.id), announce),
      link(`#/resumes/${resume.id}`, 'Read it here', { class: 'button quiet' }),
    ),
  );
}
