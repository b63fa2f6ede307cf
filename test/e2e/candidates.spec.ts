import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { resumePdf } from '../support/documents';

describe('candidates', () => {
  let testApp: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    testApp = await startTestApp();
    company = await testApp.newCompany();
  });

  afterAll(async () => {
    await testApp.stop();
  });

  const upload = async (
    person: Parameters<typeof resumePdf>[0],
  ): Promise<{ resumeId: string; candidateId: string }> => {
    const { status, body } = await company.api.upload(await resumePdf(person));
    expect(status).toBe(201);
    return { resumeId: body.resume.id, candidateId: body.resume.candidate_id };
  };

  it('links resumes with the same e-mail address and never overwrites the person', async () => {
    const first = await upload({
      name: 'Ada Quill',
      email: 'ada.quill@example.com',
      phone: '+1 202-555-0101',
    });
    const second = await upload({
      name: 'A. Quill',
      email: 'Ada.Quill@example.com',
      phone: '+1 202-555-0102',
    });
    expect(second.candidateId).toBe(first.candidateId);
    const { body } = await company.api.get(`/candidates/${first.candidateId}`);
    expect(body).toMatchObject({ full_name: 'Ada Quill', phone: '+12025550101' });
  });

  it('links by phone number only when the name agrees', async () => {
    const first = await upload({
      name: 'Béla Nagy',
      email: 'bela@example.com',
      phone: '+1 202-555-0111',
    });
    const same = await upload({
      name: 'Bela Nagy',
      email: 'bela.nagy@example.org',
      phone: '+1 202-555-0111',
    });
    const sister = await upload({
      name: 'Zsuzsa Nagy',
      email: 'zsuzsa@example.com',
      phone: '+1 202-555-0111',
    });
    expect(same.candidateId).toBe(first.candidateId);
    expect(sister.candidateId).not.toBe(first.candidateId);
  });

  it('suggests people with the same name and leaves the decision to a person', async () => {
    const first = await upload({
      name: 'Carlo Bruni',
      email: 'carlo@example.com',
      phone: '+1 202-555-0121',
    });
    const other = await upload({
      name: 'Bruni Carlo',
      email: 'bruni@example.org',
      phone: '+1 202-555-0122',
    });
    expect(other.candidateId).not.toBe(first.candidateId);
    const { body } = await company.api.get(`/candidates/${first.candidateId}/duplicates`);
    expect(body.map((person: { id: string }) => person.id)).toEqual([other.candidateId]);
  });

  it('merges two people and undoes it', async () => {
    const kept = await upload({
      name: 'Dana Kept',
      email: 'dana@example.com',
      phone: '+1 202-555-0131',
    });
    const merged = await upload({
      name: 'Dana Merged',
      email: 'dana@example.org',
      phone: '+1 202-555-0132',
    });
    const merge = await company.api.post(`/candidates/${kept.candidateId}/merges`, {
      candidate_id: merged.candidateId,
    });
    expect(merge).toMatchObject({
      status: 201,
      body: { resume_ids: [merged.resumeId], undone_at: null },
    });
    expect((await company.api.get(`/candidates/${merged.candidateId}`)).status).toBe(404);
    const resumes = await company.api.get(`/resumes?candidate_id=${kept.candidateId}`);
    expect(resumes.body.total).toBe(2);

    const undone = await company.api.post(
      `/candidates/${kept.candidateId}/merges/${merge.body.id}/undo`,
    );
    expect(undone).toMatchObject({
      status: 200,
      body: { id: merged.candidateId, email: 'dana@example.org' },
    });
    const back = await company.api.get(`/resumes/${merged.resumeId}`);
    expect(back.body.candidate_id).toBe(merged.candidateId);
    const again = await company.api.post(
      `/candidates/${kept.candidateId}/merges/${merge.body.id}/undo`,
    );
    expect(again).toMatchObject({ status: 409, body: { code: 'merge_undone' } });
  });

  it('has nobody to bring back once the merged person’s resumes are deleted', async () => {
    const kept = await upload({ email: 'gone-kept@example.com', phone: '+1 202-555-0133' });
    const merged = await upload({ email: 'gone@example.com', phone: '+1 202-555-0134' });
    const merges = `/candidates/${kept.candidateId}/merges`;
    const merge = await company.api.post(merges, { candidate_id: merged.candidateId });
    await company.api.delete(`/resumes/${merged.resumeId}`);
    const undone = await company.api.post(`${merges}/${merge.body.id}/undo`);
    expect(undone).toMatchObject({ status: 409, body: { code: 'merge_empty' } });
    expect((await company.api.get(`/candidates/${merged.candidateId}`)).status).toBe(404);
  });

  it('refuses to merge a person with themselves or with another company’s', async () => {
    const { candidateId } = await upload({
      name: 'Eve Alone',
      email: 'eve@example.com',
      phone: '+1 202-555-0141',
    });
    const self = await company.api.post(`/candidates/${candidateId}/merges`, {
      candidate_id: candidateId,
    });
    expect(self).toMatchObject({ status: 422, body: { code: 'merge_with_itself' } });
    const other = await testApp.newCompany();
    const { body } = await other.api.upload(
      await resumePdf({ name: 'Far Away', email: 'far@example.com' }),
    );
    const foreign = await company.api.post(`/candidates/${candidateId}/merges`, {
      candidate_id: body.resume.candidate_id,
    });
    expect(foreign).toMatchObject({ status: 404, body: { code: 'candidate_not_found' } });
  });

  it('lets recruiters correct what a resume said', async () => {
    const { candidateId } = await upload({
      name: 'Fay Typo',
      email: 'fay@example.com',
      phone: '+1 202-555-0151',
    });
    const changed = await company.api.patch(`/candidates/${candidateId}`, {
      full_name: 'Fay Right',
      phone: null,
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { full_name: 'Fay Right', phone: null, email: 'fay@example.com' },
    });
    const bad = await company.api.patch(`/candidates/${candidateId}`, { email: 'not an address' });
    expect(bad).toMatchObject({ status: 422, body: { errors: [{ field: 'email' }] } });
  });
});
