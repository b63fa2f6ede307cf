import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { CandidatesRepository } from '../../src/modules/candidates/candidates.repository';
import { JobsRepository } from '../../src/modules/jobs/jobs.repository';
import { MatchesRepository, type MatchRow } from '../../src/modules/matching/matches.repository';
import { DecisionsRepository } from '../../src/modules/matching/pipeline/decisions.repository';
import { RankedListRepository } from '../../src/modules/matching/ranked-list.repository';
import { ReasonsRepository } from '../../src/modules/matching/reasons.repository';
import { ScoringRepository } from '../../src/modules/matching/scoring.repository';
import { ResumeSkillsRepository } from '../../src/modules/resumes/resume-skills.repository';
import { ResumesRepository, type ResumeRow } from '../../src/modules/resumes/resumes.repository';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';

/** Every method of a repository: what it finds, what it misses, and another company’s row. */
let app: TestApp;
let us: TestCompany;
let them: TestCompany;
let ours: Fixture;
let theirs: Fixture;

interface Fixture {
  readonly jobId: string;
  readonly resume: ResumeRow;
  readonly match: MatchRow;
}

const NOBODY = randomUUID();
const FIRST_ID = '00000000-0000-4000-8000-000000000000';
const LAST_ID = 'ffffffff-ffff-4fff-bfff-ffffffffffff';

const repository = <T>(type: Type<T>): T => app.app.get(type, { strict: false });

async function fixtureOf({ api, companyId }: TestCompany): Promise<Fixture> {
  const jobId = await createJob(api);
  const answer = await api.upload(textResume({ email: 'marisol@example.com' }), { jobId });
  const { id } = expectStatus(answer, 201).body.resume;
  const resume = await repository(ResumesRepository).find(companyId, id);
  const match = await repository(MatchesRepository).find(companyId, jobId, id);
  return { jobId, resume: resume!, match: match! };
}

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  them = await app.newCompany();
  ours = await fixtureOf(us);
  theirs = await fixtureOf(them);
});

afterAll(async () => {
  await app.stop();
});

describe('JobsRepository', () => {
  const jobs = (): JobsRepository => repository(JobsRepository);
  const scope = (companyId: string, memberId: string | null = null) => ({
    companyId,
    memberId,
  });

  it('finds a job by company, and a hiring manager’s own only', async () => {
    const { jobId } = ours;
    const job = await jobs().find(scope(us.companyId), jobId);
    expect(job?.skills.map(({ skill }) => skill)).toEqual([
      'Inventory management',
      'SAP',
      'Kubernetes',
    ]);
    expect(job?.embedding).toBeUndefined();
    await expect(jobs().find(scope(us.companyId), NOBODY)).resolves.toBeNull();
    await expect(jobs().find(scope(them.companyId), jobId)).resolves.toBeNull();
    await expect(jobs().find(scope(us.companyId, us.userId), jobId)).resolves.toBeNull();
    const managed = await createJob(us.api, { hiring_manager_id: us.userId });
    await expect(jobs().find(scope(us.companyId, us.userId), managed)).resolves.not.toBeNull();
    await expect(jobs().find(scope(us.companyId, NOBODY), managed)).resolves.toBeNull();
  });

  it('gives the vector when it is asked for', async () => {
    const vector = await jobs().findEmbedding(us.companyId, ours.jobId);
    expect(vector).toHaveLength(384);
    await expect(jobs().findEmbedding(us.companyId, NOBODY)).resolves.toBeNull();
    await expect(jobs().findEmbedding(them.companyId, ours.jobId)).resolves.toBeNull();
  });

  it('lists and counts a company’s jobs, by state', async () => {
    const draft = await createJob(us.api, { status: 'draft' });
    const page = await jobs().list(scope(us.companyId), { limit: 50, status: 'draft' });
    expect([page.total, page.rows.map(({ id }) => id)]).toEqual([1, [draft]]);
    const none = await jobs().list(scope(us.companyId), { limit: 50, status: 'closed' });
    expect([none.total, none.rows, none.nextCursor]).toEqual([0, [], null]);
    const other = await jobs().list(scope(them.companyId), { limit: 50 });
    expect(other.rows.map(({ id }) => id)).toEqual([theirs.jobId]);
    await expect(jobs().openJobIds(us.companyId)).resolves.not.toContain(draft);
    await expect(jobs().openJobIds(them.companyId)).resolves.toEqual([theirs.jobId]);
    await expect(jobs().openJobIds(NOBODY)).resolves.toEqual([]);
  });

  it('changes a job of the company in the version that was read, and no other', async () => {
    const id = await createJob(us.api);
    const job = await jobs().find(scope(us.companyId), id);
    const change = { embedding: null, newVersion: job!.version };
    const write = (over: object): Promise<boolean> =>
      jobs().update({ ...job!, title: 'New', ...over }, job!.skills, change);
    await expect(write({ companyId: them.companyId })).resolves.toBe(false);
    await expect(write({ id: NOBODY })).resolves.toBe(false);
    await expect(write({ version: job!.version + 1 })).resolves.toBe(false);
    await expect(jobs().find(scope(us.companyId), id)).resolves.toMatchObject({
      title: job!.title,
    });
    await expect(write({})).resolves.toBe(true);
    const changed = await jobs().find(scope(us.companyId), id);
    expect(changed).toMatchObject({ title: 'New', skills: job!.skills });
    await expect(jobs().findEmbedding(us.companyId, id)).resolves.toHaveLength(384);
  });

  it('deletes a job of the company', async () => {
    const id = await createJob(us.api);
    for (const method of ['lock', 'delete'] as const) {
      await expect(jobs()[method](them.companyId, id)).resolves.toBe(false);
      await expect(jobs()[method](us.companyId, NOBODY)).resolves.toBe(false);
      await expect(jobs()[method](us.companyId, id)).resolves.toBe(true);
    }
    await expect(jobs().delete(us.companyId, id)).resolves.toBe(false);
    await expect(jobs().lock(us.companyId, id)).resolves.toBe(false);
  });
});

describe('CandidatesRepository', () => {
  const candidates = (): CandidatesRepository => repository(CandidatesRepository);

  it('finds a person by id', async () => {
    const { candidateId } = ours.resume;
    await expect(candidates().find(us.companyId, candidateId)).resolves.toMatchObject({
      fullName: 'Marisol Okafor',
    });
    await expect(candidates().find(us.companyId, NOBODY)).resolves.toBeNull();
    await expect(candidates().find(them.companyId, candidateId)).resolves.toBeNull();
  });

  it('finds a person by e-mail in any case, in the company only', async () => {
    const found = await candidates().findByEmail(us.companyId, 'MARISOL@example.com');
    expect(found?.id).toBe(ours.resume.candidateId);
    const other = await candidates().findByEmail(them.companyId, 'marisol@example.com');
    expect(other?.id).toBe(theirs.resume.candidateId);
    await expect(candidates().findByEmail(us.companyId, 'no@example.com')).resolves.toBeNull();
    await expect(candidates().findByEmail(NOBODY, 'marisol@example.com')).resolves.toBeNull();
  });

  it('finds people by phone number', async () => {
    const found = await candidates().findByPhone(us.companyId, ours.resume.phone!);
    expect(found.map(({ id }) => id)).toEqual([ours.resume.candidateId]);
    await expect(candidates().findByPhone(us.companyId, '+12025550100')).resolves.toEqual([]);
    await expect(candidates().findByPhone(NOBODY, ours.resume.phone!)).resolves.toEqual([]);
  });

  it('lists and counts a company’s people', async () => {
    const page = await candidates().list(us.companyId, { limit: 10 });
    expect([page.total, page.rows.map(({ id }) => id)]).toEqual([1, [ours.resume.candidateId]]);
    await expect(candidates().list(NOBODY, { limit: 10 })).resolves.toEqual({
      rows: [],
      nextCursor: null,
      total: 0,
    });
  });

  it('keeps a person of the company until a transaction ends', async () => {
    const { candidateId } = ours.resume;
    const keep = (companyId: string, id: string): Promise<boolean> =>
      app.database.transaction(() => candidates().keep(companyId, id));
    await expect(keep(us.companyId, candidateId)).resolves.toBe(true);
    await expect(keep(us.companyId, NOBODY)).resolves.toBe(false);
    await expect(keep(them.companyId, candidateId)).resolves.toBe(false);
  });

  it('removes only who has no resume, of the company', async () => {
    const { candidateId } = ours.resume;
    await expect(candidates().deleteIfWithoutResume(us.companyId, candidateId)).resolves.toBe(
      false,
    );
    const id = randomUUID();
    const lonely = { fullName: 'Solo', email: null, phone: null, location: null, links: [] };
    await candidates().insert({ ...lonely, id, companyId: us.companyId });
    await expect(candidates().deleteIfWithoutResume(them.companyId, id)).resolves.toBe(false);
    await expect(candidates().deleteIfWithoutResume(us.companyId, NOBODY)).resolves.toBe(false);
    await expect(candidates().deleteIfWithoutResume(us.companyId, id)).resolves.toBe(true);
  });
});

describe('ResumesRepository', () => {
  const resumes = (): ResumesRepository => repository(ResumesRepository);

  it('finds a resume, its text, and its id by the hash of its bytes', async () => {
    const { id, contentHash } = ours.resume;
    expect(ours.resume).toMatchObject({ candidateName: 'Marisol Okafor', fileName: 'resume.pdf' });
    expect(ours.resume).not.toHaveProperty('content');
    await expect(resumes().findContent(us.companyId, id)).resolves.toContain('Marisol Okafor');
    await expect(resumes().findByHash(us.companyId, contentHash)).resolves.toMatchObject({
      id,
    });
    // The very same file is another resume in another company.
    await expect(resumes().findByHash(them.companyId, contentHash)).resolves.toMatchObject({
      id: theirs.resume.id,
    });
    for (const [companyId, asked] of [
      [us.companyId, NOBODY],
      [them.companyId, id],
    ] as const) {
      await expect(resumes().find(companyId, asked)).resolves.toBeNull();
      await expect(resumes().findContent(companyId, asked)).resolves.toBeNull();
    }
    await expect(resumes().findByHash(us.companyId, 'none')).resolves.toBeNull();
    await expect(resumes().findByHash(NOBODY, contentHash)).resolves.toBeNull();
  });

  it('lists a company’s resumes, or one person’s', async () => {
    const { id, candidateId } = ours.resume;
    const all = await resumes().list(us.companyId, { limit: 10 });
    expect([all.total, all.rows.map((row) => row.id)]).toEqual([1, [id]]);
    const own = await resumes().list(us.companyId, { limit: 10, candidateId });
    expect(own.total).toBe(1);
    const foreign = { limit: 10, candidateId: theirs.resume.candidateId };
    await expect(resumes().list(us.companyId, foreign)).resolves.toMatchObject({
      total: 0,
      rows: [],
    });
  });

  it('searches for terms in the company’s texts, ignoring case, until they are found once', async () => {
    const search = async (companyId: string, term: string): Promise<readonly string[]> => {
      const forms = [{ skill: term, words: [term.toLowerCase()] }];
      const page = { afterId: null, limit: 10 };
      const rows = await repository(ResumeSkillsRepository).candidates(companyId, forms, page);
      return rows.map((row) => row.id);
    };
    await expect(search(us.companyId, 'BARCODE SCANNING')).resolves.toEqual([ours.resume.id]);
    await expect(search(us.companyId, 'Underwater basket weaving')).resolves.toEqual([]);
    await expect(search(us.companyId, '%')).resolves.toEqual([ours.resume.id]);
    await expect(search(us.companyId, 'b_rcode')).resolves.toEqual([]);
    await expect(search(NOBODY, 'barcode scanning')).resolves.toEqual([]);
    const skill = {
      skill: 'barcode scanning',
      category: 'company',
      impliedBy: null,
      evidence: [],
      years: null,
      lastUsed: null,
    };
    await resumes().insertSkills(us.companyId, ours.resume.id, [skill, { ...skill, skill: 'Two' }]);
    await resumes().insertSkills(us.companyId, ours.resume.id, [{ ...skill, category: 'other' }]);
    await expect(search(us.companyId, 'barcode scanning')).resolves.toEqual([]);
    await expect(search(them.companyId, 'barcode scanning')).resolves.toEqual([theirs.resume.id]);
    const [kept] = await app.database.query<{ category: string }>(
      `SELECT category FROM resume_skills WHERE resume_id = $1 AND skill = 'barcode scanning'`,
      [ours.resume.id],
    );
    expect(kept?.category).toBe('company');
  });

  it('deletes a resume of the company with all that hangs on it', async () => {
    const { body } = await us.api.upload(textResume({ email: 'goes@example.com' }), {
      jobId: ours.jobId,
    });
    const { id, candidate_id: candidateId } = body.resume;
    await expect(resumes().findPlace(them.companyId, id)).resolves.toBeNull();
    await expect(resumes().findPlace(us.companyId, id)).resolves.toMatchObject({ candidateId });
    await expect(resumes().keep(them.companyId, id)).resolves.toBe(false);
    await expect(resumes().keep(us.companyId, id)).resolves.toBe(true);
    await expect(resumes().delete(them.companyId, id, candidateId)).resolves.toBe(false);
    await expect(resumes().delete(us.companyId, NOBODY, candidateId)).resolves.toBe(false);
    await expect(resumes().delete(us.companyId, id, NOBODY)).resolves.toBe(false);
    await expect(resumes().delete(us.companyId, id, candidateId)).resolves.toBe(true);
    for (const table of ['resume_chunks', 'resume_skills', 'match_results']) {
      await expect(
        app.database.query(`SELECT 1 FROM ${table} WHERE resume_id = $1`, [id]),
      ).resolves.toEqual([]);
    }
  });
});

describe('MatchesRepository', () => {
  const matches = (): MatchesRepository => repository(MatchesRepository);
  const ranked = (): RankedListRepository => repository(RankedListRepository);
  const reasons = (): ReasonsRepository => repository(ReasonsRepository);

  it('finds a result by job and resume', async () => {
    const { jobId, resume, match } = ours;
    expect(match).toMatchObject({ rank: 1, status: 'pending', source: 'applied' });
    await expect(matches().find(us.companyId, jobId, NOBODY)).resolves.toBeNull();
    await expect(matches().find(us.companyId, NOBODY, resume.id)).resolves.toBeNull();
    await expect(matches().find(them.companyId, jobId, resume.id)).resolves.toBeNull();
  });

  it('lists the results of a resume and of a job', async () => {
    const { jobId, resume, match } = ours;
    const found = await matches().listOfResume(us.companyId, resume.id);
    expect(found.map(({ id }) => id)).toEqual([match.id]);
    await expect(matches().listOfResume(us.companyId, NOBODY)).resolves.toEqual([]);
    await expect(matches().listOfResume(them.companyId, resume.id)).resolves.toEqual([]);
    const query = { filter: {}, limit: 10, sort: 'match_score' as const, after: null };
    const page = await ranked().page(us.companyId, jobId, query);
    const entries = [{ resumeId: resume.id, rank: 1 }];
    expect(page).toEqual({ entries, next: null, total: 1 });
    const empty = { entries: [], next: null, total: 0 };
    await expect(ranked().page(us.companyId, NOBODY, query)).resolves.toEqual(empty);
    await expect(ranked().page(them.companyId, jobId, query)).resolves.toEqual(empty);
    const asked = [{ resumeId: NOBODY, rank: 1 }, ...entries];
    const rows = await matches().ofEntries(us.companyId, jobId, asked);
    expect(rows.map(({ id }) => id)).toEqual([match.id]);
    await expect(matches().ofEntries(them.companyId, jobId, asked)).resolves.toEqual([]);
  });

  it('walks the resumes of a job in batches', async () => {
    const { jobId, resume } = ours;
    await expect(matches().resumeIds(jobId, null, 10)).resolves.toEqual([resume.id]);
    await expect(matches().resumeIds(jobId, resume.id, 10)).resolves.toEqual([]);
    await expect(matches().resumeIds(NOBODY, null, 10)).resolves.toEqual([]);
    const page = { afterId: null, limit: 10 };
    const { engineVersion } = ours.match;
    await expect(matches().outdatedResumeIds(jobId, engineVersion, page)).resolves.toEqual([]);
    await expect(matches().outdatedResumeIds(jobId, 'next', page)).resolves.toEqual([resume.id]);
    await expect(matches().outdatedResumeIds(NOBODY, 'next', page)).resolves.toEqual([]);
  });

  it('changes a status from the expected one only, and keeps who, why and at which score', async () => {
    const { match } = ours;
    const change = {
      to: 'reviewing' as const,
      stage: null,
      reason: 'Looks good',
      rejection: null,
    };
    const decide = (of: Partial<MatchRow>): Promise<string | null> =>
      repository(DecisionsRepository).change({ ...match, ...of }, change, us.userId);
    await expect(decide({ status: 'hired' })).resolves.toBeNull();
    await expect(decide({ stageId: NOBODY })).resolves.toBeNull();
    await expect(decide({ id: NOBODY })).resolves.toBeNull();
    await expect(reasons().history(us.companyId, match.id)).resolves.toEqual([]);
    await expect(decide({})).resolves.toEqual(expect.any(String));
    await expect(reasons().history(us.companyId, match.id)).resolves.toEqual([
      {
        fromStatus: 'pending',
        toStatus: 'reviewing',
        reason: 'Looks good',
        changedBy: us.userId,
        matchScore: match.matchScore,
        rank: 1,
        candidates: 1,
        engineVersion: match.engineVersion,
        createdAt: expect.any(Date),
      },
    ]);
    await expect(reasons().history(them.companyId, match.id)).resolves.toEqual([]);
  });

  it('writes the same results from several places at once, in whatever order they come', async () => {
    const { jobId, resume, match } = ours;
    const copies = await app.database.query<{ id: string }>(
      `INSERT INTO resumes (id, company_id, candidate_id, file_name, mime_type, size_bytes, content_hash,
         storage_key, content, profile, extraction)
       SELECT gen_random_uuid(), company_id, candidate_id, file_name, mime_type, size_bytes,
         content_hash || n, storage_key, content, profile, extraction
       FROM resumes, generate_series(1, 100) AS n WHERE id = $1 RETURNING id`,
      [resume.id],
    );
    const results = copies.map(({ id }) => ({ ...match, jobId, resumeId: id }));
    const write = (rows: readonly MatchRow[]): Promise<unknown> =>
      app.database.transaction(() => matches().upsert(us.companyId, rows));
    await write(results);
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => write(n % 2 === 0 ? results : results.toReversed())),
    );
    await expect(matches().resumeIds(jobId, null, 1000)).resolves.toHaveLength(copies.length + 1);
    const ids = copies.map(({ id }) => id);
    await app.database.query('DELETE FROM resumes WHERE id = ANY($1)', [ids]);
  });
});

describe('ReasonsRepository', () => {
  const reasons = (): ReasonsRepository => repository(ReasonsRepository);

  it('ranks scores among the others of the job, in their order', async () => {
    const { jobId, resume, match } = ours;
    const scores = [0, 1, match.matchScore];
    // Of two with one score the smaller id is first.
    for (const [resumeId, ranks] of [
      [FIRST_ID, [2, 1, 1]],
      [LAST_ID, [2, 1, 2]],
    ] as const) {
      await expect(reasons().ranksWith(us.companyId, { jobId, resumeId }, scores)).resolves.toEqual(
        ranks,
      );
    }
    const own = { jobId, resumeId: resume.id };
    await expect(reasons().ranksWith(us.companyId, own, [0])).resolves.toEqual([1]);
    await expect(reasons().ranksWith(us.companyId, own, [])).resolves.toEqual([]);
    const somebody = { jobId, resumeId: NOBODY };
    await expect(reasons().ranksWith(them.companyId, somebody, [0])).resolves.toEqual([1]);
  });

  it('gives the evidence of skills and the chunks closest to the job', async () => {
    const { jobId, resume } = ours;
    const evidence = await reasons().evidence(us.companyId, resume.id, ['SAP', 'Kubernetes']);
    expect(evidence.map(({ skill }) => skill)).toEqual(['SAP']);
    await expect(reasons().evidence(us.companyId, NOBODY, ['SAP'])).resolves.toEqual([]);
    await expect(reasons().evidence(them.companyId, resume.id, ['SAP'])).resolves.toEqual([]);
    const ids = { jobId, resumeId: resume.id };
    const chunks = await reasons().bestChunks(us.companyId, ids, 2);
    expect(chunks).toHaveLength(2);
    expect(chunks[0]!.similarityScore).toBeGreaterThanOrEqual(chunks[1]!.similarityScore);
    for (const [companyId, missed] of [
      [us.companyId, { ...ids, jobId: NOBODY }],
      [us.companyId, { ...ids, resumeId: NOBODY }],
      [them.companyId, ids],
    ] as const) {
      await expect(reasons().bestChunks(companyId, missed, 2)).resolves.toEqual([]);
    }
  });
});

describe('ScoringRepository', () => {
  const scoring = (): ScoringRepository => repository(ScoringRepository);

  it('reads what scoring needs of a job and of resumes of the company', async () => {
    const job = await scoring().findJob(us.companyId, ours.jobId);
    expect(job?.skills.length).toBe(3);
    await expect(scoring().findJob(us.companyId, NOBODY)).resolves.toBeNull();
    await expect(scoring().findJob(them.companyId, ours.jobId)).resolves.toBeNull();
    const ids = [ours.resume.id, theirs.resume.id, NOBODY];
    const facts = await scoring().facts(us.companyId, job!, ids);
    expect(facts.map(({ resumeId }) => resumeId)).toEqual([ours.resume.id]);
    expect(facts[0]!.similarityScore).toBe(ours.match.similarityScore);
    // Who applied is not in the pool.
    await expect(scoring().bestOfPool(us.companyId, job!, 10)).resolves.toEqual([]);
    const { body } = await us.api.upload(
      textResume({ email: 'pool@example.com', summary: 'Pool.' }),
    );
    await expect(scoring().bestOfPool(us.companyId, job!, 10)).resolves.toEqual([body.resume.id]);
    await us.api.delete(`/resumes/${body.resume.id}`);
    await expect(scoring().bestOfPool(NOBODY, job!, 10)).resolves.toEqual([]);
  });
});
