import { randomUUID } from 'node:crypto';
import { AppError } from '../../src/common/errors';
import type { Actor, Role } from '../../src/common/http';
import { JobsService, JobStagesService } from '../../src/modules/jobs';
import { JobTeamService } from '../../src/modules/jobs/team/job-team.service';
import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
} from '../../src/modules/matching/match.entity';
import { AssignmentsService } from '../../src/modules/matching/pipeline/assignments.service';
import { DecisionsService } from '../../src/modules/matching/pipeline/decisions.service';
import { expectStatus, startTestApp, type TestApp, type TestCompany } from '../support/app';
import { textResume } from '../support/documents';
import { createJob } from '../support/jobs';
import { isServerMode } from '../support/server-mode';

/** The embedded database takes far longer for each. */
const STEPS = isServerMode() ? 10_000 : 1_500;
const SEED = 20_260_512;

type JobStatus = 'draft' | 'open' | 'closed';

/** What one candidate of a job is, by the model that this test keeps beside the system. */
interface ModelMatch {
  status: ApplicationStatus;
  stage: string | null;
  assignee: string | null;
  /** `from>to` of statuses, and of stages by name, with who did it. */
  readonly history: string[];
}

interface ModelJob {
  readonly id: string;
  status: JobStatus;
  readonly statuses: string[];
  readonly stages: {
    readonly id: string;
    readonly name: string;
    readonly status: ApplicationStatus;
  }[];
  /** Who of the limited roles sees it. */
  readonly team: Set<string>;
  readonly matches: Map<string, ModelMatch>;
}

/** Mulberry32: the same steps every time. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = randomOf(SEED);
const pick = <T>(from: readonly T[]): T => {
  const one = from[Math.floor(random() * from.length)];
  if (one === undefined) throw new Error('Nothing to pick from.');
  return one;
};
const chance = (share: number): boolean => random() < share;

const ACTIVE = ['pending', 'reviewing', 'shortlisted', 'interviewing', 'offered'];

/** The rules of docs/pipeline.md once more, as plainly as they are written there. */
function expectedRefusal(
  match: ModelMatch,
  to: ApplicationStatus,
  {
    jobStatus,
    reason,
    isStageOnly,
  }: { jobStatus: JobStatus; reason: string | null; isStageOnly: boolean },
): string | null {
  const { status: from } = match;
  if (isStageOnly) return jobStatus === 'closed' ? 'job_closed' : null;
  const isBack = ['rejected', 'withdrawn'].includes(from) && ACTIVE.includes(to);
  const isUndoneHire = from === 'hired' && ['offered', 'withdrawn'].includes(to);
  if (!ACTIVE.includes(from) && !isBack && !isUndoneHire) return 'transition_not_allowed';
  const isLeave = to === 'rejected' || to === 'withdrawn';
  const order = [...ACTIVE, 'hired'];
  const isForward = isBack || (!isLeave && order.indexOf(to) > order.indexOf(from));
  if (jobStatus === 'closed' && isForward) return 'job_closed';
  return (isBack || isUndoneHire) && reason === null ? 'reason_required' : null;
}

let app: TestApp;
let jobs: ModelJob[];
const actors = new Map<string, Actor>();
let recruiters: Actor[];
let members: Actor[];
let stranger: Actor;
const refusals = new Map<string, number>();
let accepted = 0;

const actorOf = ({ userId, companyId }: TestCompany, role: Role): Actor => {
  const actor = { userId, companyId, role, isOwner: false };
  actors.set(userId, actor);
  return actor;
};

const isLimited = ({ role }: Actor): boolean => role === 'hiring_manager' || role === 'interviewer';
const sees = (actor: Actor, job: ModelJob): boolean =>
  actor !== stranger && (!isLimited(actor) || job.team.has(actor.userId));

/** The code of what was refused; null when it was done. */
async function codeOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    accepted += 1;
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    refusals.set(error.code, (refusals.get(error.code) ?? 0) + 1);
    return error.code;
  }
}

beforeAll(async () => {
  app = await startTestApp();
  const owner = await app.newCompany();
  recruiters = [actorOf(owner, 'recruiter'), actorOf(await app.join(owner, 'admin'), 'admin')];
  members = [];
  for (const role of ['hiring_manager', 'interviewer', 'hiring_manager'] as const) {
    members.push(actorOf(await app.join(owner, role), role));
  }
  stranger = actorOf(await app.newCompany(), 'admin');
  jobs = [];
  for (let n = 0; n < 3; n += 1) {
    const id = await createJob(owner.api);
    const matches = new Map<string, ModelMatch>();
    for (let person = 0; person < 6; person += 1) {
      const file = textResume({
        email: `${randomUUID()}@example.com`,
        summary: `Number ${person}.`,
      });
      const { resume } = expectStatus(await owner.api.upload(file, { jobId: id }), 201).body;
      matches.set(resume.id, { status: 'pending', stage: null, assignee: null, history: [] });
    }
    jobs.push({ id, status: 'open', statuses: ['>open'], stages: [], team: new Set(), matches });
  }
});

afterAll(async () => {
  await app.stop();
});

const service = <T>(type: new (...given: never[]) => T): T =>
  app.app.get<T>(type, { strict: false });

/** What the model says of a wanted change: `same`, the code of the refusal, or null when it is legal. */
function judge(
  job: ModelJob,
  match: ModelMatch,
  { to, stage, reason }: { to: ApplicationStatus; stage: string | null; reason: string | null },
): string | null {
  if (match.status === to && match.stage === stage) return 'same';
  const isStageOnly = match.status === to;
  return expectedRefusal(match, to, { jobStatus: job.status, reason, isStageOnly });
}

function apply(
  job: ModelJob,
  match: ModelMatch,
  { to, stage, by }: { to: ApplicationStatus; stage: string | null; by: string },
): void {
  const nameOf = (id: string | null): string =>
    job.stages.find((one) => one.id === id)?.name ?? '-';
  match.history.push(`${match.status}>${to} ${nameOf(match.stage)}>${nameOf(stage)} ${by}`);
  match.status = to;
  match.stage = stage;
}

async function decide(actor: Actor, job: ModelJob): Promise<void> {
  const isBulk = chance(0.2);
  const resumeIds = isBulk
    ? [...job.matches.keys()].filter(() => chance(0.5))
    : [pick([...job.matches.keys()])];
  if (resumeIds.length === 0) return;
  const byStage = job.stages.length > 0 && chance(0.4) ? pick([...job.stages, null]) : undefined;
  const status = pick(APPLICATION_STATUSES);
  const reason = chance(0.5) ? 'Because' : null;
  const request =
    byStage === undefined ? { to: status, reason } : { stageId: byStage?.id ?? null, reason };
  const wantedOf = (
    match: ModelMatch,
  ): { to: ApplicationStatus; stage: string | null; reason: string | null } =>
    byStage === undefined
      ? { to: status, stage: match.status === status ? match.stage : null, reason }
      : { to: byStage?.status ?? match.status, stage: byStage?.id ?? null, reason };
  const by = actor.userId;
  if (isBulk) {
    const work = service(DecisionsService).changeMany(actor, { jobId: job.id, resumeIds }, request);
    const outcomes = await work.catch((error: unknown) => error);
    if (!sees(actor, job)) {
      expect(outcomes).toMatchObject({ code: 'job_not_found' });
      return;
    }
    expect(Array.isArray(outcomes)).toBe(true);
    for (const outcome of outcomes as Awaited<typeof work>) {
      const match = job.matches.get(outcome.resumeId)!;
      const verdict = judge(job, match, wantedOf(match));
      expect([outcome.outcome, outcome.refusal]).toEqual(
        verdict === 'same'
          ? ['unchanged', null]
          : verdict === null
            ? ['changed', null]
            : ['not_allowed', verdict],
      );
      if (verdict === null) apply(job, match, { ...wantedOf(match), by });
    }
    return;
  }
  const [resumeId = ''] = resumeIds;
  const match = job.matches.get(resumeId)!;
  const code = await codeOf(() =>
    service(DecisionsService).change(actor, { jobId: job.id, resumeId }, request),
  );
  if (!sees(actor, job)) {
    expect(code).toBe('job_not_found');
    return;
  }
  const verdict = judge(job, match, wantedOf(match));
  expect([match.status, wantedOf(match), job.status, code]).toEqual([
    match.status,
    wantedOf(match),
    job.status,
    verdict === 'same' ? null : verdict,
  ]);
  if (verdict === null) apply(job, match, { ...wantedOf(match), by });
}

async function changeTeam(actor: Actor, job: ModelJob): Promise<void> {
  const { userId } = pick(members);
  const isIn = job.team.has(userId);
  const team = service(JobTeamService);
  const code = await codeOf(() =>
    isIn ? team.remove(actor, job.id, userId) : team.put(actor, job.id, userId, 'interviewer'),
  );
  expect(code).toBe(sees(actor, job) ? null : 'job_not_found');
  if (code === null && isIn) {
    job.team.delete(userId);
    for (const match of job.matches.values()) {
      if (match.assignee === userId) match.assignee = null;
    }
  }
  if (code === null && !isIn) job.team.add(userId);
}

async function changeStages(actor: Actor, job: ModelJob): Promise<void> {
  const stages = service(JobStagesService);
  const old = job.stages.length > 2 ? pick(job.stages) : null;
  if (old !== null) {
    const code = await codeOf(() => stages.remove(actor, job.id, old.id));
    expect(code).toBe(sees(actor, job) ? null : 'job_not_found');
    if (code === null) {
      job.stages.splice(job.stages.indexOf(old), 1);
      for (const match of job.matches.values()) if (match.stage === old.id) match.stage = null;
    }
    return;
  }
  const draft = {
    name: `Stage ${randomUUID()}`,
    status: pick(['reviewing', 'interviewing', 'offered'] as const),
  };
  const code = await codeOf(async () => {
    const stage = await stages.add(actor, job.id, { ...draft, position: 0 });
    job.stages.push({ id: stage.id, name: draft.name, status: draft.status });
  });
  expect(code).toBe(sees(actor, job) ? null : 'job_not_found');
}

async function changeJob(actor: Actor, job: ModelJob): Promise<void> {
  const status = pick(['open', 'open', 'closed', 'draft'] as const);
  const code = await codeOf(() => service(JobsService).update(actor, job.id, { status }));
  expect(code).toBe(sees(actor, job) ? null : 'job_not_found');
  if (code === null && status !== job.status) {
    job.statuses.push(`${job.status}>${status}`);
    job.status = status;
  }
}

async function assign(actor: Actor, job: ModelJob): Promise<void> {
  const resumeId = pick([...job.matches.keys()]);
  const assignee = pick([...actors.values()]);
  const code = await codeOf(() =>
    service(AssignmentsService).assign(actor, { jobId: job.id, resumeId }, assignee.userId),
  );
  const isAllowed = sees(assignee, job);
  expect(code).toBe(!sees(actor, job) ? 'job_not_found' : isAllowed ? null : 'validation_failed');
  if (code === null) job.matches.get(resumeId)!.assignee = assignee.userId;
}

/** The whole database beside the whole model. */
async function compare(): Promise<void> {
  for (const job of jobs) {
    const rows = await app.database.query<{
      id: string;
      resumeId: string;
      status: string;
      stageId: string | null;
      stageStatus: string | null;
      assignedTo: string | null;
    }>(
      `SELECT m.id, m.resume_id AS "resumeId", m.status, m.stage_id AS "stageId", s.status AS "stageStatus",
         m.assigned_to AS "assignedTo"
       FROM match_results m LEFT JOIN job_stages s ON s.id = m.stage_id WHERE m.job_id = $1`,
      [job.id],
    );
    expect(rows).toHaveLength(job.matches.size);
    for (const row of rows) {
      const match = job.matches.get(row.resumeId)!;
      expect([row.status, row.stageId, row.assignedTo]).toEqual([
        match.status,
        match.stage,
        match.assignee,
      ]);
      expect([row.status, null]).toContain(row.stageStatus);
      const history = await app.database.query<{ line: string; from: string; to: string }>(
        `SELECT from_status || '>' || to_status || ' ' || COALESCE(from_stage_name, '-') || '>'
           || COALESCE(to_stage_name, '-') || ' ' || changed_by AS line, from_status AS "from", to_status AS "to"
         FROM match_status_changes WHERE match_id = $1 ORDER BY created_at, ctid`,
        [row.id],
      );
      expect(history.map(({ line }) => line)).toEqual(match.history);
      let last = 'pending';
      for (const { from, to } of history) {
        expect(from).toBe(last);
        last = to;
      }
      expect(last).toBe(row.status);
    }
    const changes = await app.database.query<{ line: string }>(
      `SELECT COALESCE(from_status, '') || '>' || to_status AS line FROM job_status_changes
       WHERE job_id = $1 ORDER BY created_at, ctid`,
      [job.id],
    );
    expect(changes.map(({ line }) => line)).toEqual(job.statuses);
    const told = await app.database.query<{ count: number }>(
      `SELECT count(*)::integer AS count FROM activity_events
       WHERE job_id = $1 AND kind IN ('status_changed', 'stage_changed')`,
      [job.id],
    );
    const decisions = [...job.matches.values()].reduce(
      (sum, { history }) => sum + history.length,
      0,
    );
    expect(told[0]?.count).toBe(decisions);
  }
}

it(`keeps every application legal and its history whole over ${STEPS} random steps (seed ${SEED})`, async () => {
  for (let step = 0; step < STEPS; step += 1) {
    const job = pick(jobs);
    const actor = pick([...recruiters, ...recruiters, ...members, stranger]);
    const dice = random();
    if (dice < 0.86) await decide(actor, job);
    else if (dice < 0.9) await changeTeam(actor, job);
    else if (dice < 0.93) await changeStages(actor, job);
    else if (dice < 0.96) await changeJob(actor, job);
    else await assign(actor, job);
    if ((step + 1) % (STEPS / 4) === 0) await compare();
  }
  // A run that never refuses or never accepts would prove nothing.
  expect(accepted).toBeGreaterThan(STEPS / 5);
  expect(Object.fromEntries(refusals)).toMatchObject({
    job_closed: expect.any(Number),
    job_not_found: expect.any(Number),
    reason_required: expect.any(Number),
    transition_not_allowed: expect.any(Number),
    validation_failed: expect.any(Number),
  });
}, 480_000);
