import { randomUUID } from 'node:crypto';
import type { ApiAnswer, ApiClient } from './api-client';
import {
  expectStatus,
  startTestApp,
  type TestApp,
  type TestAppOptions,
  type TestCompany,
} from './app';
import { textResume } from './documents';
import { createJob } from './jobs';

export interface Applicant {
  readonly jobId: string;
  readonly resumeId: string;
  readonly candidateId: string;
  readonly email: string;
}

/** Somebody new who applied, for a new job unless one is given. */
export async function applicant(
  { api }: Pick<TestCompany, 'api'>,
  fields: { readonly jobId?: string; readonly name?: string; readonly email?: string } = {},
): Promise<Applicant> {
  const jobId = fields.jobId ?? (await createJob(api));
  const email = fields.email ?? `jane-${randomUUID()}@people.example`;
  const file = textResume({ name: fields.name ?? 'Jane O’Neil', email, phone: '' });
  const { resume } = expectStatus(await api.upload(file, { jobId }), 201).body;
  return { jobId, resumeId: resume.id, candidateId: resume.candidate_id, email };
}

/** So many days from now at this hour of UTC, so that tests can plan without meeting each other. */
export function inDays(days: number, hour = 10, minute = 0): string {
  const date = new Date(Date.now() + days * 86_400_000);
  date.setUTCHours(hour, minute, 0, 0);
  return date.toISOString();
}

/** A request for an interview in a month; the test states what matters to it. */
export function interviewBody(
  { jobId, resumeId }: Applicant,
  fields: object = {},
): Record<string, unknown> {
  return {
    job_id: jobId,
    resume_id: resumeId,
    interview_type: 'video',
    scheduled_at: inDays(30),
    ...fields,
  };
}

/** The answer's body. */
export async function schedule(
  api: ApiClient,
  who: Applicant,
  fields: object = {},
): Promise<ApiAnswer['body']> {
  return expectStatus(await api.post('/interviews', interviewBody(who, fields)), 201).body;
}

/** A company that interviews: who arranges it, and two interviewers. */
export interface Panel {
  readonly us: TestCompany;
  readonly theo: TestCompany;
  readonly mira: TestCompany;
}

export async function newPanel(app: TestApp): Promise<Panel> {
  const us = await app.newCompany();
  const theo = await app.join(us, 'interviewer');
  const mira = await app.join(us, 'interviewer');
  return { us, theo, mira };
}

/** An application with such a company, and another that has nothing to do with it. */
export async function startWithPanel(
  options: TestAppOptions = {},
): Promise<Panel & { readonly app: TestApp; readonly them: TestCompany }> {
  const app = await startTestApp(options);
  return { app, ...(await newPanel(app)), them: await app.newCompany() };
}

/** Puts an interview into the past, where the API plans none: it ended a quarter of an hour ago. */
export async function moveIntoPast({ database }: TestApp, id: string): Promise<void> {
  await database.execute(
    `UPDATE interviews SET starts_at = now() - interval '1 hour', ends_at = now() - interval '15 minutes'
     WHERE id = $1`,
    [id],
  );
}
