import { SettingsApi } from './settings-api.js';

/** What the console asks of the public API, by name. Answers are the API's own shapes. */
export class Api {
  #session;

  constructor(session) {
    this.#session = session;
    this.settings = new SettingsApi(session);
  }

  register(person) {
    return this.#session.call('POST', '/auth/register', person);
  }

  jobs(page = {}) {
    return this.#get('/jobs', { limit: 50, ...page });
  }

  job(jobId) {
    return this.#get(`/jobs/${jobId}`);
  }

  createJob(fields) {
    return this.#session.call('POST', '/jobs', fields);
  }

  changeJob(jobId, fields) {
    return this.#session.call('PATCH', `/jobs/${jobId}`, fields);
  }

  /** Ranks everybody whom the company has for a job, in a task. */
  rankPool(jobId) {
    return this.#session.call('POST', `/jobs/${jobId}/match`);
  }

  task(taskId) {
    return this.#get(`/tasks/${taskId}`);
  }

  retryTask(taskId) {
    return this.#session.call('POST', `/tasks/${taskId}/retry`);
  }

  upload(jobId, files) {
    const form = new FormData();
    form.append('job_id', jobId);
    files.forEach((file) => form.append('files', file));
    return this.#session.call('POST', '/resumes/bulk', form);
  }

  batch(batchId) {
    return this.#get(`/resumes/bulk/${batchId}/status`);
  }

  retryBatch(batchId) {
    return this.#session.call('POST', `/resumes/bulk/${batchId}/retry`);
  }

  candidates(jobId, filters) {
    return this.#get(`/jobs/${jobId}/candidates`, { limit: 25, ...filters });
  }

  candidate(jobId, resumeId) {
    return this.#get(`/jobs/${jobId}/candidates/${resumeId}`);
  }

  /** To a status, or with `stage_id` to one of the job's stages, which brings its status along. */
  decide(jobId, resumeId, decision) {
    const path = `/jobs/${jobId}/candidates/${resumeId}`;
    return 'stage_id' in decision
      ? this.#session.call('PUT', `${path}/stage`, decision)
      : this.#session.call('PATCH', path, decision);
  }

  decideOnMany(jobId, decision) {
    const path = `/jobs/${jobId}/candidates`;
    return 'stage_id' in decision
      ? this.#session.call('PUT', `${path}/stage`, decision)
      : this.#session.call('PATCH', path, decision);
  }

  /** Null for nobody. */
  assign(jobId, resumeId, userId) {
    return this.#session.call('PUT', `/jobs/${jobId}/candidates/${resumeId}/assignee`, {
      user_id: userId,
    });
  }

  /** The stages that a job has on top of the statuses, in their order. */
  stages(jobId) {
    return this.#get(`/jobs/${jobId}/stages`);
  }

  team(jobId) {
    return this.#get(`/jobs/${jobId}/team`);
  }

  /** Adds somebody to a job's team, or gives them another part in it. */
  putOnTeam(jobId, userId, role) {
    return this.#session.call('PUT', `/jobs/${jobId}/team/${userId}`, { role });
  }

  takeOffTeam(jobId, userId) {
    return this.#session.call('DELETE', `/jobs/${jobId}/team/${userId}`);
  }

  /** Everybody of the company. */
  people() {
    return this.#all('/users');
  }

  addStage(jobId, stage) {
    return this.#session.call('POST', `/jobs/${jobId}/stages`, stage);
  }

  changeStage(jobId, stageId, changes) {
    return this.#session.call('PATCH', `/jobs/${jobId}/stages/${stageId}`, changes);
  }

  removeStage(jobId, stageId) {
    return this.#session.call('DELETE', `/jobs/${jobId}/stages/${stageId}`);
  }

  orderStages(jobId, stageIds) {
    return this.#session.call('PUT', `/jobs/${jobId}/stages/order`, { stage_ids: stageIds });
  }

  /** What the interviewers of a job rate, in its order. */
  async attributes(jobId) {
    return (await this.#get(`/jobs/${jobId}/scorecard-attributes`)).data;
  }

  addAttribute(jobId, attribute) {
    return this.#session.call('POST', `/jobs/${jobId}/scorecard-attributes`, attribute);
  }

  changeAttribute(jobId, attributeId, changes) {
    const path = `/jobs/${jobId}/scorecard-attributes/${attributeId}`;
    return this.#session.call('PATCH', path, changes);
  }

  removeAttribute(jobId, attributeId) {
    return this.#session.call('DELETE', `/jobs/${jobId}/scorecard-attributes/${attributeId}`);
  }

  /** By their start: those that the user sees and that the filters leave. */
  interviews(filters) {
    return this.#all('/interviews', filters);
  }

  /** What somebody needs who meets the candidate, with the interview itself. */
  interviewKit(interviewId) {
    return this.#get(`/interviews/${interviewId}/kit`);
  }

  /** When those who are asked about are at work and free. */
  freeSlots(question) {
    return this.#session.call('POST', '/interviews/slots', question);
  }

  scheduleInterview(interview, { allowConflict }) {
    return this.#session.call('POST', `/interviews${conflictQuery(allowConflict)}`, interview);
  }

  /** What is left out stays. */
  changeInterview(interviewId, changes, { allowConflict }) {
    const path = `/interviews/${interviewId}${conflictQuery(allowConflict)}`;
    return this.#session.call('PATCH', path, changes);
  }

  cancelInterview(interviewId, reason) {
    return this.#session.call('POST', `/interviews/${interviewId}/cancel`, { reason });
  }

  completeInterview(interviewId) {
    return this.#session.call('POST', `/interviews/${interviewId}/complete`);
  }

  /** The candidate did not come. */
  missInterview(interviewId) {
    return this.#session.call('POST', `/interviews/${interviewId}/no-show`);
  }

  interviewResume(interviewId) {
    return this.#session.download(`/interviews/${interviewId}/resume`);
  }

  interviewCalendar(interviewId) {
    return this.#session.download(`/interviews/${interviewId}/calendar.ics`);
  }

  /** The user's own scorecard of an interview. */
  ownScorecard(interviewId) {
    return this.#get(`/interviews/${interviewId}/scorecard`);
  }

  saveScorecard(interviewId, scorecard) {
    return this.#session.call('PUT', `/interviews/${interviewId}/scorecard`, scorecard);
  }

  submitScorecard(interviewId) {
    return this.#session.call('POST', `/interviews/${interviewId}/scorecard/submit`);
  }

  scorecardsOfInterview(interviewId) {
    return this.#get(`/interviews/${interviewId}/scorecards`);
  }

  /** Of all interviews of a candidate of a job. */
  scorecardsOfCandidate(jobId, resumeId) {
    return this.#get(`/jobs/${jobId}/candidates/${resumeId}/scorecards`);
  }

  compare(jobId, resumeIds) {
    return this.#get(`/jobs/${jobId}/candidates/compare`, { resume_ids: resumeIds.join(',') });
  }

  /** All decisions on a candidate, oldest first. */
  history(jobId, resumeId) {
    return this.#all(`/jobs/${jobId}/candidates/${resumeId}/history`);
  }

  notes(candidateId, page = {}) {
    return this.#get(`/candidates/${candidateId}/notes`, { limit: 20, ...page });
  }

  addNote(candidateId, note) {
    return this.#session.call('POST', `/candidates/${candidateId}/notes`, note);
  }

  resume(resumeId) {
    return this.#get(`/resumes/${resumeId}`);
  }

  resumeFile(resumeId) {
    return this.#session.download(`/resumes/${resumeId}/file`);
  }

  openJobsFor(candidateId) {
    return this.#get(`/candidates/${candidateId}/jobs`);
  }

  search(query) {
    return this.#session.call('POST', '/search/hybrid', query);
  }

  overview(period) {
    return this.#get('/analytics/overview', period);
  }

  funnel(period) {
    return this.#get('/analytics/funnel', period);
  }

  /** A list with all of its pages. */
  async #all(path, query = {}) {
    const entries = [];
    let cursor;
    do {
      const page = await this.#get(path, { ...query, limit: 100, cursor });
      entries.push(...page.data);
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    return entries;
  }

  #get(path, query = {}) {
    return this.#session.call('GET', `${path}${queryString(query)}`);
  }
}

/** The answer; null for what is not there, or not for the user to see. */
export async function unlessHidden(asked) {
  try {
    return await asked;
  } catch (error) {
    if (error.status === 403 || error.status === 404) {
      return null;
    }
    throw error;
  }
}

const conflictQuery = (allowConflict) => queryString(allowConflict ? { allow_conflict: true } : {});

/** What is empty is left out: the API would refuse it. */
export function queryString(query) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
