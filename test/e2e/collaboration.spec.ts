import { randomUUID } from 'node:crypto';
import type { ApiAnswer } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';

type Body = ApiAnswer['body'];

let app: TestApp;
let us: TestCompany;
let jobId: string;

const newPerson = async (fields: Readonly<Record<string, string>> = {}): Promise<Body> => {
  const form = new FormData();
  // Without a telephone, each is somebody else.
  const file = textResume({
    email: `${randomUUID()}@example.com`,
    phone: '',
    summary: randomUUID(),
  });
  form.append('file', new File([Uint8Array.from(file)], 'resume.txt'));
  for (const [name, value] of Object.entries({ job_id: jobId, ...fields })) {
    form.append(name, value);
  }
  const answer = await us.api.send('POST', '/resumes/upload', form);
  return answer.status === 201 ? answer.body : answer;
};

const personOf = async (id: string): Promise<Body> =>
  expectStatus(await us.api.get(`/candidates/${id}`), 200).body;
const feedOf = async (id: string, company = us): Promise<Body[]> =>
  expectStatus(await company.api.get(`/candidates/${id}/activity`), 200).body.data;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  jobId = await createJob(us.api);
});

afterAll(async () => {
  await app.stop();
});

describe('notes', () => {
  it('are written, changed by their author, and deleted by them or an administrator', async () => {
    const id = (await newPerson()).resume.candidate_id;
    const other = await app.join(us, 'recruiter');
    const made = await other.api.post(`/candidates/${id}/notes`, { text: ' Knows SAP ' });
    const note = expectStatus(made, 201).body;
    expect(note).toMatchObject({ text: 'Knows SAP', author_id: other.userId, job_id: null });
    const path = `/candidates/${id}/notes/${note.id}`;
    expect(await us.api.patch(path, { text: 'Mine' })).toMatchObject({ status: 403 });
    expect(await other.api.patch(path, { text: 'Knows SAP well' })).toMatchObject({
      status: 200,
      body: { text: 'Knows SAP well' },
    });
    const third = await app.join(us, 'recruiter');
    expect(await third.api.delete(path)).toMatchObject({ status: 403 });
    expect((await feedOf(id)).map(({ kind }) => kind)).toContain('note_added');
    expect(await us.api.delete(path)).toMatchObject({ status: 204 });
    expect((await us.api.get(`/candidates/${id}/notes`)).body).toMatchObject({ total: 0 });
    expect((await feedOf(id)).map(({ kind }) => kind)).not.toContain('note_added');
  });

  it('about a job are seen by those who see the job', async () => {
    const id = (await newPerson()).resume.candidate_id;
    const otherJob = await createJob(us.api);
    const member = await app.join(us, 'interviewer');
    const notes = `/candidates/${id}/notes`;
    expect(await member.api.get(notes)).toMatchObject({ status: 404 });
    await us.api.send('PUT', `/jobs/${jobId}/team/${member.userId}`, { role: 'interviewer' });
    for (const job of [jobId, otherJob, null]) {
      expectStatus(await us.api.post(notes, { text: `About ${job}`, job_id: job }), 201);
    }
    const seen = (await member.api.get(notes)).body.data.map(({ text }: Body) => text);
    expect(seen).toEqual([`About null`, `About ${jobId}`]);
    const refused = await member.api.post(notes, { text: 'x', job_id: otherJob });
    expect(refused).toMatchObject({ status: 404, body: { code: 'job_not_found' } });
    expect((await feedOf(id, member)).filter(({ kind }) => kind === 'note_added')).toHaveLength(2);
    expectStatus(await member.api.post(notes, { text: 'Good talk', job_id: jobId }), 201);
  });

  it('mail a colleague who is mentioned, once, and say nothing of the person', async () => {
    const id = (await newPerson()).resume.candidate_id;
    const colleague = await app.join(us, 'recruiter');
    const body = { text: 'Secret words', mentions: [colleague.userId, us.userId], job_id: jobId };
    const { body: note } = await us.api.post(`/candidates/${id}/notes`, body);
    await us.api.patch(`/candidates/${id}/notes/${note.id}`, { mentions: [colleague.userId] });
    const mails = await app.database.query<{ user_id: string; text: string; url: string | null }>(
      `SELECT user_id, text, unsubscribe_url AS url FROM email_messages WHERE kind = 'note_mention' AND company_id = $1`,
      [us.companyId],
    );
    expect(mails.map((mail) => mail.user_id)).toEqual([colleague.userId]);
    expect(mails[0]?.text).toContain(`/candidates/${id}/notes`);
    expect(mails[0]?.text).not.toContain('Secret');
    expect(mails[0]?.url).toEqual(expect.any(String));
  });

  it('mention nobody who cannot see the person', async () => {
    const id = (await newPerson()).resume.candidate_id;
    const outsider = await app.join(us, 'interviewer');
    const { userId: stranger } = await app.newCompany();
    for (const one of [outsider.userId, stranger, randomUUID()]) {
      const body = { text: 'x', mentions: [one] };
      const answer = await us.api.post(`/candidates/${id}/notes`, body);
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ field: 'mentions' }] } });
    }
    const blank = await us.api.post(`/candidates/${id}/notes`, { text: '  ' });
    expect(blank.status).toBe(422);
  });
});

describe('tags', () => {
  it('are given, found by, renamed and taken', async () => {
    const id = (await newPerson()).resume.candidate_id;
    const name = `Tag ${id}`;
    const tag = expectStatus(await us.api.post('/tags', { name }), 201).body;
    const twice = await us.api.post('/tags', { name: name.toUpperCase() });
    expect(twice).toMatchObject({ status: 409, body: { code: 'tag_name_taken' } });
    const path = `/candidates/${id}/tags/${tag.id}`;
    await us.api.send('PUT', path);
    expect((await us.api.send('PUT', path)).body).toEqual([tag]);
    const found = await us.api.get(`/candidates?tag_id=${tag.id}`);
    expect(found.body.data.map((one: Body) => one.id)).toEqual([id]);
    expect((await us.api.get('/tags')).body).toContainEqual({ ...tag, candidates: 1 });
    const renamed = await us.api.patch(`/tags/${tag.id}`, { name: `New ${id}` });
    expect(renamed.body.name).toBe(`New ${id}`);
    expect(await us.api.delete(path)).toMatchObject({ status: 204 });
    expect(await us.api.delete(path)).toMatchObject({ status: 404 });
    const kinds = (await feedOf(id)).map(({ kind }) => kind);
    expect(kinds.slice(0, 2)).toEqual(['tag_removed', 'tag_added']);
    expect(await us.api.delete(`/tags/${tag.id}`)).toMatchObject({ status: 204 });
  });
});

describe('sources', () => {
  it('are kept as told with the upload, and shown with the person and their place in the job', async () => {
    const plain = await newPerson();
    expect(plain.match.origin).toMatchObject({ kind: 'upload', referrer_name: null });
    const referred = await newPerson({ referrer_id: us.userId, source_detail: 'Old team' });
    const origin = { kind: 'referral', referrer_id: us.userId, detail: 'Old team' };
    expect(referred.match.origin).toMatchObject({ ...origin, referrer_name: 'Robin Example' });
    expect((await personOf(referred.resume.candidate_id)).sources).toMatchObject([
      { ...origin, resume_id: referred.resume.id, job_id: jobId },
    ]);
    const named = await newPerson({ source: 'referral', referrer: 'Aunt May' });
    expect(named.match.origin).toMatchObject({ kind: 'referral', referrer_name: 'Aunt May' });
    const imported = await newPerson({ source: 'import' });
    expect(imported.match.origin.kind).toBe('import');
  });

  it.each([
    ['referrer', { source: 'referral' }],
    ['source', { source: 'import', referrer: 'Aunt May' }],
    ['source', { source: 'rumour' }],
    ['referrer_id', { referrer_id: randomUUID() }],
  ] as const)('refuse a bad %s', async (field, fields) => {
    const answer = await newPerson(fields);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].field).toBe(field);
  });

  it('come along with notes and tags when people are merged, and go back when that is undone', async () => {
    const kept = (await newPerson()).resume.candidate_id;
    const merged = (await newPerson({ referrer: 'Aunt May' })).resume.candidate_id;
    await us.api.post(`/candidates/${merged}/notes`, { text: 'About the other' });
    await us.api.post(`/candidates/${kept}/notes`, { text: 'About this one' });
    const [both, theirs] = await Promise.all(
      ['Both', 'Theirs'].map(async (name) => {
        const answer = await us.api.post('/tags', { name: `${name} ${kept}` });
        return expectStatus(answer, 201).body.id as string;
      }),
    );
    await us.api.send('PUT', `/candidates/${kept}/tags/${both}`);
    await us.api.send('PUT', `/candidates/${merged}/tags/${both}`);
    await us.api.send('PUT', `/candidates/${merged}/tags/${theirs}`);
    const stateOf = async (id: string): Promise<unknown> => ({
      sources: (await personOf(id)).sources.map(({ kind }: Body) => kind).sort(),
      notes: (await us.api.get(`/candidates/${id}/notes`)).body.data.map(({ text }: Body) => text),
      tags: (await us.api.get(`/candidates/${id}/tags`)).body.map((tag: Body) => tag.id).sort(),
    });
    const before = [await stateOf(kept), await stateOf(merged)];
    const body = { candidate_id: merged };
    const merge = await us.api.post(`/candidates/${kept}/merges`, body);
    await expect(stateOf(kept)).resolves.toEqual({
      sources: ['referral', 'upload'],
      notes: ['About this one', 'About the other'],
      tags: [both, theirs].sort(),
    });
    expect((await feedOf(kept))[0].kind).toBe('merged');
    await us.api.post(`/candidates/${kept}/merges/${merge.body.id}/undo`);
    expect([await stateOf(kept), await stateOf(merged)]).toEqual(before);
  });

  it('and all that was written go with the person', async () => {
    const { resume } = await newPerson();
    const id = resume.candidate_id;
    await us.api.post(`/candidates/${id}/notes`, { text: 'x' });
    expect(await us.api.delete(`/resumes/${resume.id}`)).toMatchObject({ status: 204 });
    for (const table of ['notes', 'candidate_sources', 'activity_events', 'candidate_tags']) {
      const rows = await app.database.query(`SELECT FROM ${table} WHERE candidate_id = $1`, [id]);
      expect([table, rows.length]).toEqual([table, 0]);
    }
  });
});
