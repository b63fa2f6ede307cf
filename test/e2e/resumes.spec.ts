import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { JobsService } from '../../src/modules/jobs';
import { ResumesRepository } from '../../src/modules/resumes/resumes.repository';
import type { ApiAnswer } from '../support/api-client';
import {
  expectStatus,
  LASTING_TABLES,
  startTestApp,
  type TestApp,
  type TestCompany,
  withoutLasting,
} from '../support/app';
import {
  DOCX_MIME,
  PDF_MIME,
  resumeDocx,
  resumePdf,
  samplePerson,
  textResume,
} from '../support/documents';
import { createJob } from '../support/jobs';
import { eventually, finishedTasks } from '../support/waiting';

let app: TestApp;
let us: TestCompany;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
});

afterAll(async () => {
  await app.stop();
});

interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Every piece of evidence anywhere in a body. */
function evidenceIn(value: unknown): readonly Span[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const isSpan = 'start' in value && 'end' in value && 'text' in value;
  return [...(isSpan ? [value as Span] : []), ...Object.values(value).flatMap(evidenceIn)];
}

describe('POST /resumes/upload', () => {
  const person = samplePerson();

  it.each([
    ['PDF', PDF_MIME, (): Promise<Buffer> => resumePdf()],
    ['PDF with a sidebar', PDF_MIME, (): Promise<Buffer> => resumePdf({}, 'sidebar_left')],
    ['DOCX', DOCX_MIME, (): Promise<Buffer> => resumeDocx()],
    ['text', 'text/plain', (): Promise<Buffer> => Promise.resolve(textResume())],
  ])('answers the profile and the match of a %s', async (_kind, mimeType, file) => {
    const jobId = await createJob(us.api);
    const bytes = await file();
    const { status, body } = await us.api.upload(bytes, { jobId, name: 'Marisol – CV.bin' });
    expect(status).toBe(201);
    const { resume, match, matches, duplicate } = body;
    expect(resume).toMatchObject({
      candidate_name: person.name,
      email: person.email,
      phone: '+442079460958',
      file_name: 'Marisol – CV.bin',
      mime_type: mimeType,
      size_bytes: bytes.length,
      content_hash: createHash('sha256').update(bytes).digest('hex'),
      extraction: { state: 'parsed', method: 'text' },
    });
    expect(resume.profile.personal_info.headline).toBe(person.headline);
    const employers = resume.profile.positions.map(
      ({ employer }: { employer: string }) => employer,
    );
    expect(employers).toEqual(
      person.positions.map(({ employer }) => expect.stringMatching(`^${employer}`)),
    );
    const skills = resume.extracted_skills.map(({ name }: { name: string }) => name);
    expect(skills).toEqual(expect.arrayContaining(['SAP', 'Inventory management']));
    expect(duplicate).toBe(false);
    expect(matches).toEqual([match]);
    expect(match).toMatchObject({
      job_id: jobId,
      resume_id: resume.id,
      candidate_id: resume.candidate_id,
      candidate_name: person.name,
      rank: 1,
      status: 'pending',
      source: 'applied',
      matched_skills: ['Inventory management', 'SAP'],
      missing_skills: ['Kubernetes'],
    });

    const read = await us.api.get(`/resumes/${resume.id}`);
    const { content, ...rest } = read.body;
    expect(rest).toEqual(resume);
    expect(content).toContain(person.name);
    const evidence = evidenceIn(resume);
    expect(evidence.length).toBeGreaterThan(3);
    for (const { start, end, text } of evidence) {
      expect(content.slice(start, end)).toBe(text);
    }
  });

  it('cuts the text into chunks that are true pieces of it, each with a vector of length 1', async () => {
    const { resume } = (await us.api.upload(textResume({ email: 'chunks@example.com' }))).body;
    const { body } = await us.api.get(`/resumes/${resume.id}`);
    const chunks = await app.database.query<Span & { length: number; tokens: number }>(
      `SELECT char_start AS start, char_end AS end, text, token_count AS tokens,
         sqrt(-(embedding <#> embedding)) AS length
       FROM resume_chunks WHERE resume_id = $1 ORDER BY position`,
      [resume.id],
    );
    expect(chunks.length).toBeGreaterThan(3);
    for (const { start, end, text, length, tokens } of chunks) {
      expect(body.content.slice(start, end)).toBe(text);
      expect(length).toBeCloseTo(1, 4);
      expect(tokens).toBeLessThanOrEqual(254);
    }
  });

  it('keeps the evidence true in a text of emoji, accents and right-to-left letters', async () => {
    const jobId = await createJob(us.api);
    const summary =
      '👩🏽‍🏭 '.repeat(150) + 'Línea 5 ± «équipe» مدير المستودع 倉庫マネージャー with SAP.';
    const file = textResume({ email: 'emoji@example.com', summary, headline: '🚚 Manager 🚚' });
    const { resume } = expectStatus(await us.api.upload(file, { jobId }), 201).body;
    const { body } = await us.api.get(`/resumes/${resume.id}`);
    const detail = await us.api.get(`/jobs/${jobId}/candidates/${resume.id}`);
    for (const { start, end, text } of evidenceIn([resume, detail.body])) {
      expect(body.content.slice(start, end)).toBe(text);
    }
    expect(JSON.stringify(body)).not.toMatch(/\\ud[89a-f]/i);
  });

  it.each([
    ['C:\\fakepath\\cv.txt', 'cv.txt'],
    ['../../etc/passwd', 'passwd'],
    ['履歴書 “final”.txt', '履歴書 “final”.txt'],
    [`${'x'.repeat(300)}.txt`, 'x'.repeat(255)],
  ])('keeps the file name %j as a name only', async (name, kept) => {
    const file = textResume({ email: `${randomUUID()}@example.com` });
    const { resume } = expectStatus(await us.api.upload(file, { name }), 201).body;
    expect(resume.file_name.slice(0, 255)).toBe(kept.slice(0, resume.file_name.length));
    const download = await us.api.get(`/resumes/${resume.id}/file`);
    expect(download.bytes).toEqual(file);
    expect(download.headers.get('content-disposition')).toContain(
      encodeURIComponent(resume.file_name),
    );
  });

  it('stores the same file once: the second answer is the first resume', async () => {
    const them = await app.newCompany();
    const jobId = await createJob(them.api);
    const file = await resumePdf();
    const first = expectStatus(await them.api.upload(file, { jobId }), 201).body;
    const before = await app.stored();
    const second = expectStatus(
      await them.api.upload(file, { jobId, name: 'other.pdf' }),
      201,
    ).body;
    expect(second).toMatchObject({ duplicate: true, resume: first.resume });
    expect(second.match).toMatchObject({ resume_id: first.resume.id, rank: 1 });
    await expect(app.stored()).resolves.toEqual(before);
  });

  it('matches a known file to the job it is sent for now', async () => {
    const them = await app.newCompany();
    const file = await resumePdf();
    const first = await them.api.upload(file, { jobId: await createJob(them.api) });
    const jobId = await createJob(them.api);
    const { body } = await them.api.upload(file, { jobId });
    expect(body).toMatchObject({
      duplicate: true,
      resume: { id: first.body.resume.id },
      match: { job_id: jobId, source: 'applied' },
    });
  });

  it('stores one resume when the same file arrives several times at once', async () => {
    const them = await app.newCompany();
    const jobId = await createJob(them.api);
    const file = await resumePdf({ email: 'at.once@example.com' });
    const before = await app.stored();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => them.api.upload(file, { jobId })),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.resume.id)).size).toBe(1);
    expect(answers.filter(({ body }) => body.duplicate === false)).toHaveLength(1);
    const after = await app.stored();
    expect(after.files.length).toBe(before.files.length + 1);
    for (const table of ['resumes', 'candidates', 'match_results']) {
      expect([table, after.rows[table]]).toEqual([table, before.rows[table]! + 1]);
    }
  });

  it('knows a person again by their e-mail, also in two files at once', async () => {
    const them = await app.newCompany();
    const email = 'same.person@example.com';
    const answers = await Promise.all(
      ['One summary.', 'Another summary.', 'A third.'].map((summary) =>
        them.api.upload(textResume({ email, summary })),
      ),
    );
    const people = answers.map((answer) => expectStatus(answer, 201).body.resume.candidate_id);
    expect(new Set(people).size).toBe(1);
    const { body } = await them.api.get(`/resumes?candidate_id=${people[0]}`);
    expect(body.total).toBe(3);
    await expect(them.api.get('/candidates')).resolves.toMatchObject({ body: { total: 1 } });
  });

  it('keeps the same file of two companies apart', async () => {
    const file = await resumePdf({ email: 'two.companies@example.com' });
    const [one, two] = [await app.newCompany(), await app.newCompany()];
    const first = (await one.api.upload(file)).body.resume;
    const second = await two.api.upload(file);
    expect(second.body.duplicate).toBe(false);
    expect(second.body.resume.id).not.toBe(first.id);
    expect(second.body.resume.candidate_id).not.toBe(first.candidate_id);
  });

  describe('without a job', () => {
    it('matches the open jobs it is close to, best first', async () => {
      const them = await app.newCompany();
      const close = await createJob(them.api);
      const closer = await createJob(them.api, { skills_required: ['SAP'] });
      await createJob(them.api, { status: 'draft' });
      await createJob(them.api, { status: 'closed' });
      await createJob(them.api, {
        title: 'Ballet teacher',
        description: 'You teach children to dance.',
        requirements: '',
        skills_required: ['Choreography'],
      });
      const { body } = await them.api.upload(await resumePdf());
      const jobIds = body.matches.map(({ job_id }: { job_id: string }) => job_id);
      expect(jobIds).toEqual([closer, close]);
      expect(body.match).toEqual(body.matches[0]);
      expect(body.matches.every(({ source }: { source: string }) => source === 'matched')).toBe(
        true,
      );
    });

    it('answers no match when no job is open', async () => {
      const { body } = await (await app.newCompany()).api.upload(await resumePdf());
      expect(body).toMatchObject({ match: null, matches: [] });
    });

    it('does not fail when a job is deleted at that moment', async () => {
      const them = await app.newCompany();
      const kept = await createJob(them.api);
      const jobs = app.app.get(JobsService, { strict: false });
      // What a list read just before a deletion in another process says.
      const spy = jest.spyOn(jobs, 'openJobIds').mockResolvedValueOnce([randomUUID(), kept]);
      const { status, body } = await them.api.upload(await resumePdf());
      expect(spy).toHaveBeenCalledTimes(1);
      expect(status).toBe(201);
      expect(body.matches.map(({ job_id }: { job_id: string }) => job_id)).toEqual([kept]);
      spy.mockRestore();
    });
  });
});

describe('GET /resumes', () => {
  it('lists newest first, in pages without gap or repetition', async () => {
    const them = await app.newCompany();
    const ids: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      const file = textResume({ email: `list${index}@example.com` });
      ids.unshift((await them.api.upload(file)).body.resume.id);
    }
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body }: ApiAnswer = await them.api.get(`/resumes?limit=2${query}`);
      expect(body.total).toBe(5);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      cursor = body.next_cursor;
    }
    expect(seen).toEqual(ids);
  });

  it('finds nothing for a person who does not exist, and refuses what is no id', async () => {
    await expect(us.api.get(`/resumes?candidate_id=${randomUUID()}`)).resolves.toMatchObject({
      status: 200,
      body: { data: [], total: 0 },
    });
    await expect(us.api.get('/resumes?candidate_id=x')).resolves.toMatchObject({ status: 422 });
  });
});

describe('GET /resumes/:resume_id/file', () => {
  it.each([
    ['PDF', PDF_MIME, (): Promise<Buffer> => resumePdf({ email: 'down.pdf@example.com' })],
    ['DOCX', DOCX_MIME, (): Promise<Buffer> => resumeDocx({ email: 'down.docx@example.com' })],
  ])(
    'gives the very bytes of a %s, as an attachment that no browser runs',
    async (_k, mime, make) => {
      const file = await make();
      const { resume } = (await us.api.upload(file, { name: 'cv.html' })).body;
      const { status, headers, bytes } = await us.api.get(`/resumes/${resume.id}/file`);
      expect(status).toBe(200);
      expect(bytes.equals(file)).toBe(true);
      expect(headers.get('content-type')).toBe(mime);
      expect(headers.get('content-length')).toBe(String(file.length));
      expect(headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    },
  );
});

describe('DELETE /resumes/:resume_id', () => {
  it('removes the rows, the file and, with the last resume, the person', async () => {
    const them = await app.newCompany();
    const jobId = await createJob(them.api);
    // Employers are the company's map of the labour market and say nothing about who was there. Of the mail
    // that told the person of the decision stays that there was one, of the application how it went, and in
    // the audit that somebody was removed.
    const stored = async (): Promise<object> => {
      const { rows, files } = withoutLasting(await app.stored());
      return { files, rows: { ...rows, employers: 0, tasks: 0 } };
    };
    const before = await stored();
    const { resume } = (await them.api.upload(await resumePdf(), { jobId })).body;
    await them.api.patch(`/jobs/${jobId}/candidates/${resume.id}`, { status: 'reviewing' });
    await expect(stored()).resolves.not.toEqual(before);
    await expect(them.api.delete(`/resumes/${resume.id}`)).resolves.toMatchObject({ status: 204 });
    await expect(stored()).resolves.toEqual(before);
    for (const table of LASTING_TABLES) {
      const rows = await app.database.query(
        `SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE company_id = $1`,
        [them.companyId],
      );
      expect(rows).not.toHaveLength(0);
      for (const personal of [resume.candidate_name, resume.email]) {
        expect(JSON.stringify(rows)).not.toContain(personal);
      }
    }
    await finishedTasks(them.api);
    const outbox = join(app.env.DATA_DIR, 'outbox');
    await mkdir(outbox, { recursive: true });
    await eventually(async () => {
      const kept = await Promise.all(
        (await readdir(outbox)).map((name) => readFile(join(outbox, name), 'utf8').catch(() => '')),
      );
      return kept.some((mail) => mail.includes(resume.email)) ? null : true;
    });
    for (const path of [
      `/resumes/${resume.id}`,
      `/resumes/${resume.id}/file`,
      `/candidates/${resume.candidate_id}`,
      `/jobs/${jobId}/candidates/${resume.id}`,
    ]) {
      const { status, body } = await them.api.get(path);
      expect([path, status]).toEqual([path, 404]);
      expect(body.code).toMatch(/_not_found$/);
    }
    await expect(them.api.delete(`/resumes/${resume.id}`)).resolves.toMatchObject({ status: 404 });
    // The same file is new again.
    const again = await them.api.upload(await resumePdf(), { jobId });
    expect(again.body.duplicate).toBe(false);
    expect(again.body.match.match_score).toBeGreaterThan(0);
  });

  it('keeps a person who has another resume', async () => {
    const them = await app.newCompany();
    const email = 'keeps@example.com';
    const first = (await them.api.upload(textResume({ email, summary: 'One.' }))).body.resume;
    const second = (await them.api.upload(textResume({ email, summary: 'Two.' }))).body.resume;
    await them.api.delete(`/resumes/${first.id}`);
    await expect(them.api.get(`/candidates/${first.candidate_id}`)).resolves.toMatchObject({
      status: 200,
    });
    await them.api.delete(`/resumes/${second.id}`);
    await expect(them.api.get(`/candidates/${first.candidate_id}`)).resolves.toMatchObject({
      status: 404,
    });
  });

  it('of a person’s last resume spares the one that comes in at that moment', async () => {
    const them = await app.newCompany();
    const email = 'comes.and.goes@example.com';
    const first = (await them.api.upload(textResume({ email, summary: 'Old.' }))).body.resume;
    const repository = app.app.get(ResumesRepository, { strict: false });
    const insert = repository.insert.bind(repository);
    let deleting: Promise<ApiAnswer> | null = null;
    // The upload has found the person; now their only resume goes, in another connection if there is one.
    jest.spyOn(repository, 'insert').mockImplementationOnce(async (resume) => {
      deleting = them.api.delete(`/resumes/${first.id}`);
      await sleep(400);
      return insert(resume);
    });
    const answer = await them.api.upload(textResume({ email, summary: 'New.' }));
    await expect(deleting).resolves.toMatchObject({ status: 204 });
    const { resume } = expectStatus(answer, 201).body;
    await expect(them.api.get(`/resumes/${resume.id}`)).resolves.toMatchObject({ status: 200 });
    await expect(them.api.get(`/candidates/${resume.candidate_id}`)).resolves.toMatchObject({
      status: 200,
    });
  });

  it('answers 404 when the file is gone from the disk, and still deletes the resume', async () => {
    const { resume } = (await us.api.upload(textResume({ email: 'lost@example.com' }))).body;
    const { files } = await app.stored();
    await rm(files.find((path) => path.includes(resume.id))!);
    await expect(us.api.get(`/resumes/${resume.id}/file`)).resolves.toMatchObject({
      status: 404,
      body: { code: 'file_not_found' },
    });
    await expect(us.api.delete(`/resumes/${resume.id}`)).resolves.toMatchObject({ status: 204 });
  });
});
