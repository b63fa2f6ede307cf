import { randomUUID } from 'node:crypto';
import { APPLICATION_STATUSES } from '../../src/modules/matching/match.entity';
import {
  type DecidedMatch,
  type Decision,
  DecisionsRepository,
  type HistoryRow,
} from '../../src/modules/matching/pipeline/decisions.repository';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { type Applicant, applicant } from '../support/interviews';
import { createJob } from '../support/jobs';

/** What each method finds, what it misses, and another company’s row. */
let app: TestApp;
let us: TestCompany;
let them: TestCompany;
let who: Applicant;
let decisions: DecisionsRepository;

const NOBODY = randomUUID();
/** The way that an application goes here, round and round. */
const WAY = APPLICATION_STATUSES.slice(0, 5);

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  them = await app.newCompany();
  decisions = app.app.get(DecisionsRepository, { strict: false });
});

beforeEach(async () => {
  who = await applicant(us);
});

afterAll(async () => {
  await app.stop();
});

const decision = (to: Decision['to'], fields: Partial<Decision> = {}): Decision => ({
  to,
  stage: null,
  reason: null,
  rejection: null,
  ...fields,
});

async function matchOf({ jobId, resumeId }: Applicant): Promise<DecidedMatch> {
  const [match] = await decisions.lock(us.companyId, jobId, [resumeId]);
  return match!;
}

/** All of it, two at a time. */
async function wholeHistory(matchId: string): Promise<HistoryRow[]> {
  const rows: HistoryRow[] = [];
  let cursor: string | null = null;
  do {
    const query = { limit: 2, ...(cursor === null ? {} : { cursor }) };
    const page = await decisions.history(us.companyId, matchId, query);
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

/** One step further on the way, as decisions do it: the result is held before it is changed. */
const step = (): Promise<void> =>
  app.database.transaction(async () => {
    const match = await matchOf(who);
    const to = WAY[(WAY.indexOf(match.status) + 1) % WAY.length]!;
    await decisions.change(match, decision(to), us.userId);
  });

describe('lock', () => {
  it('finds the job’s results among the resumes, in the order of their ids', async () => {
    const other = await applicant(us, { jobId: who.jobId });
    const elsewhere = await applicant(us);
    const ids = [other.resumeId, who.resumeId, elsewhere.resumeId, NOBODY];
    const found = await decisions.lock(us.companyId, who.jobId, ids);
    expect(found.map(({ resumeId }) => resumeId)).toEqual([who.resumeId, other.resumeId].sort());
    expect(found[0]).toMatchObject({ status: 'pending', stageId: null, stageName: null });
    await expect(decisions.lock(them.companyId, who.jobId, ids)).resolves.toEqual([]);
    await expect(decisions.lock(us.companyId, NOBODY, ids)).resolves.toEqual([]);
  });
});

describe('change', () => {
  it('keeps who, why and the score of the moment, and happens once', async () => {
    const match = await matchOf(who);
    const rejection = { id: randomUUID(), name: 'Too far away' };
    const rejected = decision('rejected', { reason: 'Lives abroad', rejection });
    const id = await decisions.change(match, rejected, us.userId);
    await expect(decisions.change(match, decision('offered'), us.userId)).resolves.toBeNull();
    await expect(wholeHistory(match.id)).resolves.toEqual([
      expect.objectContaining({
        id,
        fromStatus: 'pending',
        toStatus: 'rejected',
        reason: 'Lives abroad',
        rejectionReasonId: rejection.id,
        rejectionReason: 'Too far away',
        changedBy: us.userId,
        changedByName: 'Robin Example',
        rank: 1,
        candidates: 1,
      }),
    ]);
  });

  it('expects the stage too', async () => {
    const match = await matchOf(who);
    const stale = { ...match, stageId: NOBODY };
    await expect(decisions.change(stale, decision('reviewing'), us.userId)).resolves.toBeNull();
    await expect(wholeHistory(match.id)).resolves.toEqual([]);
  });
});

describe('history', () => {
  it('is in the order of the decisions also when their transactions wait for each other', async () => {
    const { id } = await matchOf(who);
    // All begin at the same time, so that the order of their beginnings is not that of their decisions.
    await Promise.all(Array.from({ length: 9 }, step));
    const rows = await wholeHistory(id);
    expect(rows.map(({ fromStatus }) => fromStatus)).toEqual([
      'pending',
      ...rows.slice(0, -1).map(({ toStatus }) => toStatus),
    ]);
    expect(rows).toHaveLength(9);
    const times = rows.map(({ createdAt }) => createdAt.getTime());
    expect(new Set(times).size).toBe(9);
  });

  it('goes on after a decision of a clock that is ahead', async () => {
    const { id } = await matchOf(who);
    await step();
    await app.database.execute(
      `UPDATE match_status_changes SET created_at = now() + interval '1 hour' WHERE match_id = $1`,
      [id],
    );
    await step();
    const [first, second] = await wholeHistory(id);
    expect(second?.fromStatus).toBe(first?.toStatus);
    expect(second!.createdAt.getTime()).toBe(first!.createdAt.getTime() + 1);
  });

  it('is counted with each page, and no other company’s', async () => {
    const { id } = await matchOf(who);
    await step();
    await step();
    const page = await decisions.history(us.companyId, id, { limit: 1 });
    expect([page.total, page.rows.length]).toEqual([2, 1]);
    const none = { total: 0, rows: [], nextCursor: null };
    await expect(decisions.history(them.companyId, id, { limit: 1 })).resolves.toEqual(none);
    await expect(decisions.history(us.companyId, NOBODY, { limit: 1 })).resolves.toEqual(none);
  });
});

describe('assign and release', () => {
  it('give a result to somebody once, and take theirs of a job or of all jobs', async () => {
    const jobId = await createJob(us.api);
    const second = await applicant(us, { jobId });
    const colleagues = await applicant(us, { jobId });
    const colleague = await app.join(us, 'recruiter');
    for (const one of [who, second]) {
      const { id } = await matchOf(one);
      await expect(decisions.assign(id, us.userId)).resolves.toBe(true);
      await expect(decisions.assign(id, us.userId)).resolves.toBe(false);
    }
    const { id: theirs } = await matchOf(colleagues);
    await decisions.assign(theirs, colleague.userId);
    const whose = { companyId: us.companyId, userId: us.userId, jobId: null };
    await expect(
      decisions.release({ ...whose, companyId: them.companyId }, 'all'),
    ).resolves.toEqual([]);
    await expect(decisions.release({ ...whose, userId: NOBODY }, 'all')).resolves.toEqual([]);
    const { candidateId } = second;
    await expect(decisions.release({ ...whose, jobId }, 'all')).resolves.toEqual([
      { jobId, candidateId },
    ]);
    await expect(decisions.release(whose, 'all')).resolves.toEqual([
      { jobId: who.jobId, candidateId: who.candidateId },
    ]);
    await expect(decisions.assign(theirs, colleague.userId)).resolves.toBe(false);
  });

  it('take theirs of the jobs that they have no part in', async () => {
    const somebody = await app.join(us, 'interviewer');
    const jobs = [await createJob(us.api), await createJob(us.api), await createJob(us.api)];
    const [managed = '', joined = '', neither = ''] = jobs;
    await us.api.patch(`/jobs/${managed}`, { hiring_manager_id: somebody.userId });
    const seat = { role: 'interviewer' };
    await us.api.send('PUT', `/jobs/${joined}/team/${somebody.userId}`, seat);
    for (const jobId of jobs) {
      const { id } = await matchOf(await applicant(us, { jobId }));
      await decisions.assign(id, somebody.userId);
    }
    const whose = { companyId: us.companyId, userId: somebody.userId };
    const released = (jobId: string | null) => decisions.release({ ...whose, jobId }, 'off_team');
    await expect(released(managed)).resolves.toEqual([]);
    await expect(released(null)).resolves.toMatchObject([{ jobId: neither }]);
    await expect(released(null)).resolves.toEqual([]);
  });
});
