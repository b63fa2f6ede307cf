import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ResumesService } from '../../src/modules/resumes';
import { importSkills, vocabularyFolder } from '../../src/modules/skills';
import { CompanyVocabularies } from '../../src/modules/skills/company-vocabularies';
import { SkillsRepository } from '../../src/modules/skills/skills.repository';
import type { ApiAnswer, ApiClient } from '../support/api-client';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { type PersonOverrides, textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { finishedTask, finishedTasks } from '../support/waiting';

/** A resume that nobody sent before, with these words in its skills section. */
const resumeWith = (skills: readonly string[], more: PersonOverrides = {}): Buffer =>
  textResume({ email: `someone-${randomUUID()}@example.com`, skills, ...more });

const add = async (api: ApiClient, skill: object): Promise<ApiAnswer['body']> =>
  expectStatus(await api.post('/company-skills', skill), 201).body;

const upload = async (api: ApiClient, file: Buffer, jobId?: string): Promise<ApiAnswer['body']> =>
  expectStatus(await api.upload(file, { name: 'cv.txt', jobId }), 201).body;

const namesOf = (skills: readonly { readonly name: string }[]): readonly string[] =>
  skills.map(({ name }) => name);

describe('a company’s own skills', () => {
  let app: TestApp;
  let us: TestCompany;

  beforeAll(async () => {
    app = await startTestApp();
  });

  beforeEach(async () => {
    us = await app.newCompany();
  });

  afterAll(async () => {
    await app.stop();
  });

  /** What the resume proves of the job's skill, quoted. */
  const evidenceOf = async (jobId: string, resumeId: string, skill: string): Promise<string[]> => {
    await finishedTask(
      us.api,
      expectStatus(await us.api.post(`/jobs/${jobId}/match`), 202).body.task_id,
    );
    const { body } = await us.api.get(`/jobs/${jobId}/candidates/${resumeId}`);
    const reason = body.skills.find((one: { skill: string }) => one.skill === skill);
    return reason.evidence.map(({ text }: { text: string }) => text);
  };

  it('are found in resumes uploaded before and after, and required by jobs', async () => {
    const before = await upload(us.api, resumeWith(['HCS-2000', 'Forklift']));
    expect(namesOf(before.resume.extracted_skills)).not.toContain('Harbour Crane Simulator');
    const skill = await add(us.api, { name: 'Harbour Crane Simulator', aliases: ['HCS 2000'] });
    const task = await finishedTask(us.api, skill.search_task_id);
    expect(task).toMatchObject({ state: 'completed', result: { resumes_changed: 1 } });
    const after = await upload(us.api, resumeWith(['Harbour crane simulators', 'SAP']));
    expect(namesOf(after.resume.extracted_skills)).toContain('Harbour Crane Simulator');
    const jobId = await createJob(us.api, { skills_required: ['HCS 2000'] });
    const job = await us.api.get(`/jobs/${jobId}`);
    expect(job.body.skills_required).toEqual(['Harbour Crane Simulator']);
    const name = 'Harbour Crane Simulator';
    await expect(evidenceOf(jobId, before.resume.id, name)).resolves.toEqual(['HCS-2000']);
    await expect(evidenceOf(jobId, after.resume.id, name)).resolves.toEqual([
      'Harbour crane simulators',
    ]);
    const again = await us.api.get(`/resumes/${before.resume.id}`);
    expect(namesOf(again.body.extracted_skills)).toContain(name);
  });

  it('change the ranking of the jobs that ask for them, in a task', async () => {
    const jobId = await createJob(us.api, { skills_required: ['Berth Planner', 'Forklift'] });
    const closed = await createJob(us.api, { skills_required: ['Berth Planner'] });
    const { resume, match } = await upload(us.api, resumeWith(['BPX-7', 'Forklift']), jobId);
    const other = await upload(us.api, resumeWith(['BPX-7']), closed);
    await us.api.patch(`/jobs/${closed}`, { status: 'closed' });
    expect(match).toMatchObject({ skill_match_score: 0.5, missing_skills: ['Berth Planner'] });
    const { body } = await us.api.get('/company-skills');
    const { id } = body.data.find(({ name }: { name: string }) => name === 'Berth Planner');
    const changed = await us.api.patch(`/company-skills/${id}`, { aliases: ['BPX 7'] });
    const task = await finishedTask(us.api, changed.body.search_task_id);
    expect(task.result).toEqual({ resumes_changed: 2, jobs_rescored: 1 });
    await finishedTasks(us.api);
    const after = await us.api.get(`/jobs/${jobId}/candidates/${resume.id}`);
    expect(after.body).toMatchObject({ skill_match_score: 1, missing_skills: [] });
    expect(after.body.match_score).toBeGreaterThan(match.match_score);
    const kept = await us.api.get(`/jobs/${closed}/candidates/${other.resume.id}`);
    expect(kept.body.match_score).toBe(other.match.match_score);
  });

  it('are required by stored jobs whose text names them, and scored', async () => {
    const text = {
      requirements: 'Must have Verbandtechnik. SAP is required.',
      skills_required: [],
    };
    const jobId = await createJob(us.api, { title: 'Carer', ...text });
    const untouched = await createJob(us.api, { ...text, skills_required: ['SAP'] });
    const { resume } = await upload(us.api, resumeWith(['Verbandtechnik']), jobId);
    const skill = await add(us.api, { name: 'Wound care', aliases: ['Verbandtechnik'] });
    const task = await finishedTask(us.api, skill.search_task_id);
    expect(task.result).toMatchObject({ jobs_rescored: 1 });
    await finishedTasks(us.api);
    const { body: job } = await us.api.get(`/jobs/${jobId}`);
    expect(job.skills).toContainEqual(
      expect.objectContaining({ name: 'Wound care', must_have: true, source: 'extracted' }),
    );
    expect(job.version).toBe(2);
    const { body } = await us.api.get(`/jobs/${jobId}/candidates/${resume.id}`);
    expect(body.matched_skills).toContain('Wound care');
    expect(body.stability).toMatchObject({ job_version: 2, is_current: true });
    const same = await us.api.get(`/jobs/${untouched}`);
    expect(same.body).toMatchObject({ version: 1, skills_required: ['SAP'] });
  });

  it('may be further aliases of a known skill, which stays what it is', async () => {
    const stored = await upload(us.api, resumeWith(['Verbandtechnik', 'SAP']));
    const skill = await add(us.api, { name: 'wound care', aliases: ['Verbandtechnik'] });
    expect(skill).toMatchObject({ name: 'Wound care', extends_known_skill: true });
    await finishedTask(us.api, skill.search_task_id);
    const { resume } = await upload(us.api, resumeWith(['Verbandtechnik']));
    for (const id of [stored.resume.id, resume.id]) {
      const { body } = await us.api.get(`/resumes/${id}`);
      expect(body.extracted_skills).toContainEqual(
        expect.objectContaining({
          name: 'Wound care',
          category: skill.category,
          evidence: [expect.objectContaining({ text: 'Verbandtechnik' })],
        }),
      );
    }
    const { body } = await us.api.get('/skills?q=verband');
    expect(body.data).toMatchObject([{ name: 'Wound care', source: 'vocabulary' }]);
  });

  it('keep the rules of an ambiguous skill whose alias they are', async () => {
    await add(us.api, { name: 'Go', aliases: ['Gopher lang'] });
    const summary = 'I go home early. Years of gopher lang.';
    const { resume } = await upload(us.api, resumeWith(['SAP'], { summary }));
    const go = resume.extracted_skills.find((one: { name: string }) => one.name === 'Go');
    expect(go.evidence.map(({ text }: { text: string }) => text)).toEqual(['gopher lang']);
  });

  it('are found also in a file that was being read when they were added', async () => {
    const resumes = app.app.get(ResumesService);
    const file = { name: 'cv.txt', bytes: resumeWith(['Quayside Planner']) };
    const read = await resumes.prepare(us.companyId, file, { storedAt: null });
    const skill = await add(us.api, { name: 'Quayside Planner' });
    await finishedTask(us.api, skill.search_task_id);
    await app.database.transaction(() => resumes.insert(read, us.userId));
    const { body } = await us.api.get(`/resumes/${read.id}`);
    expect(namesOf(body.extracted_skills)).toContain('Quayside Planner');
  });

  it('can be changed, listed and deleted', async () => {
    const first = await add(us.api, { name: '  Quay   drill ', category: 'Port operations' });
    const second = await add(us.api, { name: 'Berth Planner', aliases: ['BerPlan', 'berplan'] });
    expect(second.aliases).toEqual(['BerPlan']);
    const page = await us.api.get('/company-skills?limit=1');
    expect(page.body).toMatchObject({ total: 2, data: [{ id: second.id }] });
    const next = await us.api.get(`/company-skills?limit=1&cursor=${page.body.next_cursor}`);
    expect(next.body).toMatchObject({ next_cursor: null, data: [{ name: 'Quay drill' }] });
    const path = `/company-skills/${first.id}`;
    const changed = await us.api.patch(path, { aliases: ['quay exercise'], category: 'Safety' });
    expect(changed.body).toMatchObject({ aliases: ['quay exercise'], category: 'Safety' });
    await finishedTask(us.api, changed.body.search_task_id);
    const same = await us.api.patch(path, { category: 'Safety drills' });
    expect(same.body).toMatchObject({ aliases: ['quay exercise'], search_task_id: null });
    expect((await us.api.delete(path)).status).toBe(204);
    expect((await us.api.delete(path)).status).toBe(404);
    expect((await us.api.patch(path, {})).body.code).toBe('skill_not_found');
    const left = await us.api.get('/company-skills');
    expect(namesOf(left.body.data)).toEqual(['Berth Planner']);
    const { resume } = await upload(us.api, resumeWith(['quay exercise', 'BerPlan']));
    expect(namesOf(resume.extracted_skills)).toEqual(
      expect.not.arrayContaining(['Quay drill']) as unknown,
    );
    expect(namesOf(resume.extracted_skills)).toContain('Berth Planner');
  });

  it('are what a job required before and nobody knew', async () => {
    await createJob(us.api, { skills_required: ['Tide Table Tool'] });
    const { body } = await us.api.get('/company-skills');
    expect(body.data).toMatchObject([{ name: 'Tide Table Tool', category: 'company' }]);
    const again = await us.api.post('/company-skills', { name: 'tide table tool' });
    expect(again.body).toMatchObject({ status: 409, code: 'skill_exists' });
    const { id } = body.data[0];
    const changed = await us.api.patch(`/company-skills/${id}`, { aliases: ['TTT 3'] });
    expect(changed.body.aliases).toEqual(['TTT 3']);
  });

  it.each([
    [{ name: 'Kubernetes' }, 'Kubernetes', 'Kubernetes'],
    [{ name: 'k8s' }, 'k8s', 'Kubernetes'],
    [{ name: 'Crane tool', aliases: ['k8s'] }, 'k8s', 'Kubernetes'],
    [{ name: 'Kubernetes', aliases: ['k8s'] }, 'k8s', 'Kubernetes'],
    [{ name: 'berth  PLANNER' }, 'berth PLANNER', 'Berth Planner'],
    [{ name: 'Other', aliases: ['Ber-Plan'] }, 'Ber-Plan', 'Berth Planner'],
  ])('are refused when they are known: %j', async (skill, form, knownAs) => {
    await add(us.api, { name: 'Berth Planner', aliases: ['Ber Plan'] });
    const { body } = await us.api.post('/company-skills', skill);
    expect(body).toMatchObject({
      status: 409,
      code: 'skill_exists',
      form,
      known_as: knownAs,
    });
  });

  it.each([
    [{}, 'name'],
    [{ name: ' ' }, 'name'],
    [{ name: '!?' }, 'name'],
    [{ name: 'x'.repeat(101) }, 'name'],
    [{ name: 'Quay drill', aliases: [' '] }, 'aliases'],
    [{ name: 'Quay drill', aliases: 'one' }, 'aliases'],
    [{ name: 'Quay drill', aliases: null }, 'aliases'],
    [{ name: 'Quay drill', aliases: Array.from({ length: 51 }, (_, n) => `a${n}`) }, 'aliases'],
    [{ name: 'Quay drill', category: '' }, 'category'],
    [{ name: 'Kubernetes', aliases: ['kubes'], category: 'Toys' }, 'category'],
    [{ name: 'Quay drill', colour: 'red' }, 'colour'],
  ])('are refused when a field is not valid: %j', async (skill, field) => {
    const { body } = await us.api.post('/company-skills', skill);
    expect(body).toMatchObject({ status: 422, code: 'validation_failed' });
    expect(body.errors.map((error: { field: string }) => error.field)).toContain(field);
    expect((await us.api.get('/company-skills')).body.total).toBe(0);
  });

  it('are one skill when two people add it at once', async () => {
    const answers = await Promise.all(
      [1, 2, 3].map(() => us.api.post('/company-skills', { name: 'Berth Planner' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('are known at once to a process that had looked before', async () => {
    const other = new CompanyVocabularies(new SkillsRepository(app.database), []);
    const finds = async (): Promise<boolean> =>
      (await other.of(us.companyId)).matcher.canonical('BerPlan') !== null;
    await expect(finds()).resolves.toBe(false);
    const skill = await add(us.api, { name: 'Berth Planner', aliases: ['BerPlan'] });
    await expect(finds()).resolves.toBe(true);
    await us.api.patch(`/company-skills/${skill.id}`, { aliases: [] });
    await expect(finds()).resolves.toBe(false);
    await expect(other.of(us.companyId)).resolves.toBe(await other.of(us.companyId));
  });

  it('are not endless', async () => {
    await app.database.query(
      `INSERT INTO company_skills (id, company_id, name, category)
       SELECT gen_random_uuid(), $1, 'Crane type ' || number, 'x' FROM generate_series(1, 5000) AS number`,
      [us.companyId],
    );
    const { body } = await us.api.post('/company-skills', { name: 'Berth Planner' });
    expect(body).toMatchObject({ status: 409, code: 'too_many_skills' });
  });

  it('are seen, changed and matched by nobody else', async () => {
    const skill = await add(us.api, { name: 'Berth Planner' });
    const them = await app.newCompany();
    expect((await them.api.get('/company-skills')).body.total).toBe(0);
    expect((await them.api.get('/skills?q=berth%20pl')).body.data).toEqual([]);
    const path = `/company-skills/${skill.id}`;
    expect((await them.api.patch(path, { category: 'x' })).status).toBe(404);
    expect((await them.api.delete(path)).status).toBe(404);
    const { resume } = await upload(them.api, resumeWith(['Berth Planner']));
    expect(namesOf(resume.extracted_skills)).not.toContain('Berth Planner');
    expect((await us.api.get('/company-skills')).body.total).toBe(1);
  });

  it('are managed by recruiters and admins; hiring managers look them up', async () => {
    const owner = await app.newCompany('admin');
    const manager = await app.join(owner, 'hiring_manager');
    const interviewer = await app.join(owner, 'interviewer');
    const skill = await add(owner.api, { name: 'Berth Planner' });
    expect((await manager.api.get('/company-skills')).body.total).toBe(1);
    expect((await manager.api.get('/skills?q=berth')).status).toBe(200);
    expect((await manager.api.post('/company-skills', { name: 'Other' })).status).toBe(403);
    expect((await manager.api.delete(`/company-skills/${skill.id}`)).status).toBe(403);
    expect((await interviewer.api.get('/skills')).status).toBe(403);
    expect((await interviewer.api.get('/skills/sources')).status).toBe(200);
  });

  it('stand beside the vocabulary when people look up a skill', async () => {
    await add(us.api, { name: 'Kuberlift' });
    const { body } = await us.api.get('/skills?q=kuber&limit=2');
    expect(body.data).toMatchObject([
      { name: 'Kuberlift', source: 'company', aliases: [] },
      { name: 'Kubernetes', source: 'vocabulary', implies: ['Containerization'] },
    ]);
    expect(body.total).toBeGreaterThan(2);
  });

  it('are listed page by page with the vocabulary', async () => {
    const { body: first } = await us.api.get('/skills?limit=2');
    const { body: second } = await us.api.get(`/skills?limit=2&cursor=${first.next_cursor}`);
    const { body: both } = await us.api.get('/skills?limit=4');
    expect([...first.data, ...second.data]).toEqual(both.data);
    expect(both.total).toBeGreaterThan(1500);
  });
});

describe('imported skills', () => {
  const ESCO = [
    'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status',
    'KnowledgeSkillCompetence,urn:1,knowledge,x,operate quay cranes,"quay crane duty\nquay crane watch",,released',
    'KnowledgeSkillCompetence,urn:2,knowledge,x,Zephyrdoc (computer programming),,,released',
    '',
  ].join('\r\n');
  const TECHNOLOGY =
    'O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\n1\tFernhill Yard Planner\t1\tx\n';

  let folder: string;
  let app: TestApp;
  let us: TestCompany;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shortlist-import-'));
    const from = join(folder, 'downloads');
    await mkdir(from);
    await writeFile(join(from, 'skills_en.csv'), ESCO);
    await writeFile(join(from, 'Technology Skills.txt'), TECHNOLOGY);
    const dataDir = join(folder, 'data');
    await importSkills({ source: 'esco', from, to: vocabularyFolder(dataDir) });
    await importSkills({ source: 'onet', from, to: vocabularyFolder(dataDir) });
    app = await startTestApp({ variables: { DATA_DIR: dataDir } });
    us = await app.newCompany();
  });

  afterAll(async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('are found by people and in resumes', async () => {
    const { body } = await us.api.get('/skills?q=quay');
    expect(body.data).toEqual([
      {
        name: 'Operate quay cranes',
        category: 'ESCO',
        aliases: ['quay crane duty', 'quay crane watch'],
        implies: [],
        source: 'esco',
      },
    ]);
    const summary = 'Zephyrdoc was a friend. Four years of quay crane duty and SAP.';
    const file = resumeWith(['Fernhill Yard Planner'], { summary });
    const { resume } = await upload(us.api, file);
    const names = namesOf(resume.extracted_skills);
    expect(names).toEqual(
      expect.arrayContaining(['Operate quay cranes', 'Fernhill Yard Planner', 'SAP']) as unknown,
    );
    expect(names).not.toContain('Zephyrdoc');
  });

  it('are required by jobs that name them', async () => {
    const jobId = await createJob(us.api, { skills_required: ['quay crane watch'] });
    const { body } = await us.api.get(`/jobs/${jobId}`);
    expect(body.skills_required).toEqual(['Operate quay cranes']);
    expect((await us.api.get('/company-skills')).body.total).toBe(0);
  });

  it('can be given further aliases', async () => {
    const skill = await add(us.api, { name: 'operate quay cranes', aliases: ['Quaymaster'] });
    expect(skill).toMatchObject({ name: 'Operate quay cranes', category: 'ESCO' });
    const { resume } = await upload(us.api, resumeWith(['Quaymaster']));
    expect(namesOf(resume.extracted_skills)).toContain('Operate quay cranes');
  });

  it('come with the notices of their publishers', async () => {
    const { body } = await us.api.get('/skills/sources');
    expect(body).toMatchObject([
      { source: 'vocabulary', notice: null },
      { source: 'esco', skills: 2, notice: expect.stringContaining('ESCO classification') },
      { source: 'onet', skills: 1, notice: expect.stringContaining('CC BY 4.0') },
    ]);
  });
});
