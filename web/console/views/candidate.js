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
import { contactOf, downloadButton, findResume } from './resume-parts.js';
import { passagesPanel, scorePanel, skillsPanel, wordsPanel } from './reasons.js';

/** One candidate of a job: the reasons of the score, the decision, what was decided and noted. */
export async function candidateView({ api, session, params, signal, announce, refresh }) {
  const { user } = session;
  const [job, candidate] = await Promise.all([
    api.job(params.jobId),
    api.candidate(params.jobId, params.resumeId),
  ]);
  const [resume, history, notes, interviews, colleagues, stages, rejectionReasons] =
    await Promise.all([
      findResume(api, candidate.resume_id),
      api.history(job.id, candidate.resume_id),
      api.notes(candidate.candidate_id),
      api.interviews(job.id, candidate.candidate_id),
      colleaguesOf(api, user, job),
      api.stages(job.id),
      mayDecide(user) ? api.rejectionReasons() : null,
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
  const cancel = async (interviewId, reason) => {
    await api.cancelInterview(interviewId, reason);
    done('The interview is cancelled, and all who take part are told.');
  };
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
          rejectionReasons === null
            ? null
            : decisionForm({ candidate, stages, rejectionReasons, decide }),
          mayDecide(user) ? assigneeForm({ candidate, colleagues, assign }) : null,
          interviewsPanel({
            interviews,
            status: candidate.status,
            attendees: mayDecide(user) ? colleagues.everybody : null,
            schedule,
            cancel,
          }),
          resume === null ? null : filePanel(api, resume, announce),
          notesPanel({ api, user, job, candidate, notes, colleagues, announce }),
          historyPanel(history),
        ),
      ),
    ),
  };
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
      downloadButton(api, resume, announce),
      link(`#/resumes/${resume.id}`, 'Read it here', { class: 'button quiet' }),
    ),
  );
}
