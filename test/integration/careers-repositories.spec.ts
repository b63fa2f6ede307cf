import { randomUUID } from 'node:crypto';
import {
  ApplicationsRepository,
  type NewApplication,
} from '../../src/modules/careers/applications.repository';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { type Applicant, applicant } from '../support/interviews';

/** What each method finds, what it misses, and another company’s row. */
let app: TestApp;
let us: TestCompany;
let them: TestCompany;
let who: Applicant;
let applications: ApplicationsRepository;

const NOBODY = randomUUID();

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  them = await app.newCompany();
  who = await applicant(us);
  applications = app.app.get(ApplicationsRepository, { strict: false });
});

afterAll(async () => {
  await app.stop();
});

async function newApplication(): Promise<NewApplication> {
  const application = {
    id: randomUUID(),
    companyId: us.companyId,
    jobId: who.jobId,
    fullName: 'Jane O’Neil',
    email: 'jane@people.example',
    consentText: 'You may keep my documents for a year.',
  };
  await applications.insert(application);
  return application;
}

const rowOf = async (id: string): Promise<Record<string, unknown> | undefined> => {
  const [row] = await app.database.query<Record<string, unknown>>(
    `SELECT company_id, job_id, full_name, email::text, consent_text, consented_at, task_id, resume_id, candidate_id
     FROM applications WHERE id = $1`,
    [id],
  );
  return row;
};

describe('ApplicationsRepository', () => {
  it('keeps what the applicant agreed to, and when', async () => {
    const { id, consentText } = await newApplication();
    await expect(rowOf(id)).resolves.toEqual({
      company_id: us.companyId,
      job_id: who.jobId,
      full_name: 'Jane O’Neil',
      email: 'jane@people.example',
      consent_text: consentText,
      consented_at: expect.any(Date),
      task_id: null,
      resume_id: null,
      candidate_id: null,
    });
  });

  it('takes an application once, and for no job that is gone', async () => {
    const application = await newApplication();
    await expect(applications.insert(application)).rejects.toThrow('applications_pkey');
    const forNothing = { ...application, id: randomUUID(), jobId: NOBODY };
    await expect(applications.insert(forNothing)).rejects.toThrow('applications_job_id_fkey');
  });

  it('names the task, the resume and its person', async () => {
    const { id } = await newApplication();
    const other = await newApplication();
    const taskId = randomUUID();
    await applications.setTask(id, taskId);
    await expect(applications.setResume(id, who.resumeId)).resolves.toBe(who.candidateId);
    await expect(rowOf(id)).resolves.toMatchObject({
      task_id: taskId,
      resume_id: who.resumeId,
      candidate_id: who.candidateId,
    });
    await expect(rowOf(other.id)).resolves.toMatchObject({ task_id: null, resume_id: null });
  });

  it('names no resume that is gone or another company’s, nor that of no application', async () => {
    const { id } = await newApplication();
    const theirs = await applicant(them);
    await expect(applications.setResume(id, NOBODY)).resolves.toBeNull();
    await expect(applications.setResume(id, theirs.resumeId)).resolves.toBeNull();
    await expect(applications.setResume(NOBODY, who.resumeId)).resolves.toBeNull();
    await expect(rowOf(id)).resolves.toMatchObject({ resume_id: null, candidate_id: null });
  });
});
