import { randomUUID } from 'node:crypto';
import type { TaskState } from '../../src/modules/tasks/task-contract';
import { expectStatus, type TestApp, type TestCompany } from './app';
import { textResume } from './documents';
import { schedule } from './interviews';
import { createJob } from './jobs';
import { finishedTask, finishedTasks } from './waiting';

/** Ids of one company's things, by the name that a path parameter or a body field gives them. */
export type Ids = Readonly<Record<string, string>>;

/** One of everything that a path can name, made by the API. A new kind of id is added here. */
export async function oneOfEverything(app: TestApp, owner: TestCompany): Promise<Ids> {
  const { api } = owner;
  const jobId = await createJob(api);
  const { resume } = expectStatus(await api.upload(someResume(), { jobId }), 201).body;
  const second = expectStatus(await api.upload(someResume(), { jobId }), 201).body;
  const task = expectStatus(await api.post(`/jobs/${jobId}/match`), 202).body;
  expectStatus(await api.post(`/jobs/${jobId}/candidates/${resume.id}/analysis`), 202);
  expectStatus(await api.post(`/resumes/${resume.id}/review`), 202);
  expectStatus(await api.post(`/resumes/${resume.id}/structure`), 202);
  await api.patch(`/jobs/${jobId}/candidates/${resume.id}`, { status: 'reviewing' });
  const [email] = expectStatus(await api.get('/emails'), 200).body.data;
  const merge = await api.post(`/candidates/${resume.candidate_id}/merges`, {
    candidate_id: await anotherCandidate(owner),
  });
  const invitation = await api.post('/invitations', {
    email: `guest-${randomUUID()}@example.com`,
    role: 'interviewer',
  });
  const apiKey = await api.post('/api-keys', { name: 'Careers page', scopes: ['read'] });
  const skill = await api.post('/company-skills', { name: 'Berth Planner' });
  const run = await api.post('/search-runs', { job_offer_text: 'A cook.' });
  const saved = await api.post('/saved-searches', {
    name: 'Cooks',
    kind: 'hybrid',
    query: 'cook',
  });
  const conversation = await api.post('/chat/conversations', { resume_id: resume.id });
  const manager = await app.join(owner, 'hiring_manager');
  const attribute = await api.post(`/jobs/${jobId}/scorecard-attributes`, { name: 'Safety' });
  const interview = await schedule(
    api,
    { jobId, resumeId: resume.id, candidateId: resume.candidate_id, email: '' },
    { attendees: [owner.userId] },
  );
  const card = { overall_rating: 'yes', ratings: [] };
  expectStatus(await api.send('PUT', `/interviews/${interview.id}/scorecard`, card), 200);
  // A feed's address is the key to it, for whoever has it; this one opens nothing any more.
  const oldFeed = expectStatus(await api.post('/calendar-feed'), 201).body.url;
  expectStatus(await api.post('/calendar-feed'), 201);
  const pipeline = await pipelineOf(owner, { jobId, candidateId: resume.candidate_id });
  const batch = new FormData();
  batch.append('files', new File([Uint8Array.from(someResume())], 'bulk.txt'));
  const accepted = await api.send('POST', '/resumes/bulk', batch);
  await finishedTasks(api);
  const archive = expectStatus(await api.post('/exports/company'), 202).body;
  await finishedTask(api, archive.task_id);
  // Its endpoint is never reached: the delivery stays and is tried again.
  const webhook = await api.post('/webhooks', {
    url: 'https://hooks.example.com/',
    events: ['resume.processed'],
  });
  const webhookId = expectStatus(webhook, 201).body.id;
  const delivery = await api.post(`/webhooks/${webhookId}/ping`);
  return {
    job_id: jobId,
    resume_id: resume.id,
    resume_ids: `${resume.id},${second.resume.id}`,
    candidate_id: resume.candidate_id,
    task_id: task.task_id,
    email_id: email.id,
    merge_id: expectStatus(merge, 201).body.id,
    batch_id: expectStatus(accepted, 202).body.batch_id,
    invitation_id: expectStatus(invitation, 201).body.id,
    api_key_id: expectStatus(apiKey, 201).body.id,
    skill_id: expectStatus(skill, 201).body.id,
    search_run_id: expectStatus(run, 201).body.id,
    saved_search_id: expectStatus(saved, 201).body.id,
    interview_id: interview.id,
    attribute_id: expectStatus(attribute, 201).body.id,
    attendee_id: manager.userId,
    calendar_token: oldFeed.replace(/^.*\/|\.ics$/g, ''),
    export_id: archive.export_id,
    conversation_id: expectStatus(conversation, 201).body.id,
    webhook_id: webhookId,
    delivery_id: expectStatus(delivery, 202).body.delivery_id,
    user_id: manager.userId,
    recruiter_id: owner.userId,
    referrer_id: manager.userId,
    actor_id: owner.userId,
    subject_id: resume.id,
    assigned_to: owner.userId,
    mention: owner.userId,
    ...pipeline,
    hiring_manager_id: manager.userId,
  };
}

/** What a team works with: a stage, a reason to reject, a note, a tag, and the company's public name. */
async function pipelineOf(
  { api, userId }: TestCompany,
  about: { readonly jobId: string; readonly candidateId: string },
): Promise<Ids> {
  const { jobId, candidateId } = about;
  const stage = await api.post(`/jobs/${jobId}/stages`, { name: 'Talk', status: 'interviewing' });
  const reason = await api.post('/rejection-reasons', { name: 'Too far away' });
  const note = await api.post(`/candidates/${candidateId}/notes`, { text: 'Call back.' });
  const tag = await api.post('/tags', { name: 'Night shifts' });
  const tagId = expectStatus(tag, 201).body.id;
  expectStatus(await api.send('PUT', `/candidates/${candidateId}/tags/${tagId}`), 200);
  const member = await api.send('PUT', `/jobs/${jobId}/team/${userId}`, { role: 'recruiter' });
  expectStatus(member, 200);
  return {
    stage_id: expectStatus(stage, 201).body.id,
    rejection_reason_id: expectStatus(reason, 201).body.id,
    note_id: expectStatus(note, 201).body.id,
    tag_id: tagId,
    company_slug: expectStatus(await api.get('/company'), 200).body.slug,
  };
}

/** A person whom the company did not know. */
export async function anotherCandidate(owner: TestCompany): Promise<string> {
  return expectStatus(await owner.api.upload(someResume()), 201).body.resume.candidate_id;
}

/** The resume of somebody new each time. */
function someResume(): Buffer {
  const name = `Person ${randomUUID()}`;
  return textResume({ name, email: `${randomUUID()}@example.com`, phone: '' });
}

/** A task in a state that work alone would leave at once. */
export async function insertTask(
  app: TestApp,
  companyId: string,
  state: TaskState,
): Promise<string> {
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO tasks (id, company_id, name, queue, payload, state)
     VALUES ($1, $2, 'matching.rank-pool', 'documents', $3, $4)`,
    [id, companyId, JSON.stringify({ jobId: randomUUID() }), state],
  );
  return id;
}

/** Changes when any row of the company does. */
export async function companyFingerprint(app: TestApp, companyId: string): Promise<string> {
  const tables = await app.database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'company_id' ORDER BY table_name`,
  );
  const hashes: string[] = [];
  for (const { name } of tables) {
    const [row] = await app.database.query<{ hash: string | null }>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS hash FROM "${name}" t WHERE company_id = $1`,
      [companyId],
    );
    hashes.push(`${name}:${row?.hash ?? 'empty'}`);
  }
  return hashes.join('\n');
}
