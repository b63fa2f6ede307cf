import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { ActivityLog } from '../../src/modules/candidates';
import { CandidateAccessRepository } from '../../src/modules/collaboration/candidate-access.repository';
import { TagNameTakenError } from '../../src/modules/collaboration/collaboration.errors';
import { FeedRepository } from '../../src/modules/collaboration/feed/feed.repository';
import { NotesRepository } from '../../src/modules/collaboration/notes/notes.repository';
import { TagsRepository } from '../../src/modules/collaboration/tags/tags.repository';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { type Applicant, applicant } from '../support/interviews';
import { createJob } from '../support/jobs';

/** What each method finds, what it misses, and another company’s row. */
let app: TestApp;
let us: TestCompany;
let them: TestCompany;
let member: TestCompany;
let who: Applicant;
let closedBook: string;

const NOBODY = randomUUID();
const repository = <T>(type: Type<T>): T => app.app.get(type, { strict: false });

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  them = await app.newCompany();
  member = await app.join(us, 'interviewer');
  closedBook = await createJob(us.api);
});

/** A candidate of a job whose team the member is on. */
beforeEach(async () => {
  who = await applicant(us);
  const seat = `/jobs/${who.jobId}/team/${member.userId}`;
  await us.api.send('PUT', seat, { role: 'interviewer' });
});

afterAll(async () => {
  await app.stop();
});

/** Ids page by page, two at a time. */
async function idsOf(
  page: (query: {
    limit: number;
    cursor?: string;
  }) => Promise<{ rows: readonly { id: string }[]; nextCursor: string | null }>,
): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const found: Awaited<ReturnType<typeof page>> = await page({
      limit: 2,
      ...(cursor === null ? {} : { cursor }),
    });
    ids.push(...found.rows.map(({ id }) => id));
    cursor = found.nextCursor;
  } while (cursor !== null);
  return ids;
}

it('CandidateAccessRepository knows whom a member of teams may see', async () => {
  const access = repository(CandidateAccessRepository);
  const { candidateId } = who;
  const stranger = await applicant(us);
  await expect(access.sees(us.companyId, null, candidateId)).resolves.toBe(true);
  await expect(access.sees(us.companyId, member.userId, candidateId)).resolves.toBe(true);
  await expect(access.sees(us.companyId, member.userId, stranger.candidateId)).resolves.toBe(false);
  await expect(access.sees(us.companyId, NOBODY, candidateId)).resolves.toBe(false);
  await expect(access.sees(them.companyId, null, candidateId)).resolves.toBe(false);
  await expect(access.sees(us.companyId, null, NOBODY)).resolves.toBe(false);
});

describe('NotesRepository', () => {
  const notes = (): NotesRepository => repository(NotesRepository);
  const scope = (memberId: string | null = null, companyId = us.companyId) => ({
    companyId,
    memberId,
    candidateId: who.candidateId,
  });
  const write = async (jobId: string | null = null): Promise<string> => {
    const id = randomUUID();
    const { companyId, userId: authorId } = us;
    const note = { id, companyId, candidateId: who.candidateId, jobId, authorId };
    await expect(notes().insert({ ...note, text: 'Knows SAP', mentions: [] })).resolves.toBe(true);
    return id;
  };

  it('finds notes for those who see their job, and no other company', async () => {
    const ofJob = await write(who.jobId);
    const ofOther = await write(closedBook);
    const ofPerson = await write();
    const found = (id: string, memberId: string | null): Promise<unknown> =>
      notes().find(scope(memberId), id);
    for (const id of [ofJob, ofPerson]) {
      await expect(found(id, member.userId)).resolves.toMatchObject({ id, authorId: us.userId });
    }
    await expect(found(ofOther, member.userId)).resolves.toBeNull();
    await expect(found(ofOther, null)).resolves.toMatchObject({ jobId: closedBook });
    await expect(found(NOBODY, null)).resolves.toBeNull();
    await expect(notes().find(scope(null, them.companyId), ofJob)).resolves.toBeNull();
    const { total } = await notes().list(scope(member.userId), { limit: 1 });
    expect(total).toBe(2);
  });

  it('lists the newest first, each once, also when many have one time', async () => {
    const ids = [await write(), await write(), await write(), await write(), await write()];
    await app.database.execute(
      `UPDATE notes SET created_at = '2026-03-01T10:00:00Z' WHERE id = ANY($1)`,
      [ids.slice(0, 4)],
    );
    const [newest] = ids.slice(-1);
    await expect(idsOf((query) => notes().list(scope(), query))).resolves.toEqual([
      newest,
      ...ids.slice(0, 4).sort().reverse(),
    ]);
    const theirs = await notes().list(scope(null, them.companyId), { limit: 10 });
    expect([theirs.total, theirs.rows]).toEqual([0, []]);
  });

  it('writes about nobody who is gone or another company’s', async () => {
    const note = {
      id: randomUUID(),
      companyId: us.companyId,
      candidateId: NOBODY,
      jobId: null,
      authorId: us.userId,
      text: 'x',
      mentions: [],
    };
    await expect(notes().insert(note)).resolves.toBe(false);
    const theirs = { ...note, companyId: them.companyId, candidateId: who.candidateId };
    await expect(notes().insert(theirs)).resolves.toBe(false);
  });

  it('changes and deletes a note alone', async () => {
    const [changed, deleted] = [await write(), await write()];
    await notes().update(changed, { text: 'Knows SAP well', mentions: [us.userId] });
    await notes().delete(deleted);
    const { rows } = await notes().list(scope(), { limit: 10 });
    expect(rows).toMatchObject([{ id: changed, text: 'Knows SAP well', mentions: [us.userId] }]);
  });
});

describe('TagsRepository', () => {
  const tags = (): TagsRepository => repository(TagsRepository);
  const newTag = async (name = randomUUID()): Promise<{ id: string; name: string }> => {
    const tag = { id: randomUUID(), name };
    await tags().insert(us.companyId, tag);
    return tag;
  };

  it('keeps names apart within a company, without case', async () => {
    const { name } = await newTag(`Night shifts ${randomUUID()}`);
    const other = await newTag();
    const again = { id: randomUUID(), name: name.toUpperCase() };
    await expect(tags().insert(us.companyId, again)).rejects.toBeInstanceOf(TagNameTakenError);
    const renamed = tags().rename(us.companyId, { ...again, id: other.id });
    await expect(renamed).rejects.toBeInstanceOf(TagNameTakenError);
    await expect(tags().insert(them.companyId, again)).resolves.toBeUndefined();
    await expect(tags().find(us.companyId, other.id)).resolves.toEqual(other);
  });

  it('finds, renames and deletes those of the company', async () => {
    const tag = await newTag();
    const changed = { ...tag, name: randomUUID() };
    await expect(tags().find(them.companyId, tag.id)).resolves.toBeNull();
    await expect(tags().rename(them.companyId, changed)).resolves.toBe(false);
    await expect(tags().rename(us.companyId, { ...changed, id: NOBODY })).resolves.toBe(false);
    await expect(tags().rename(us.companyId, changed)).resolves.toBe(true);
    await expect(tags().find(us.companyId, tag.id)).resolves.toEqual(changed);
    await expect(tags().delete(them.companyId, tag.id)).resolves.toBe(false);
    await expect(tags().delete(us.companyId, tag.id)).resolves.toBe(true);
    await expect(tags().delete(us.companyId, tag.id)).resolves.toBe(false);
  });

  it('gives a tag once and takes it once, and counts who has it', async () => {
    const [later, earlier] = [await newTag(`b ${randomUUID()}`), await newTag(`A ${randomUUID()}`)];
    const { candidateId } = who;
    const ids = { candidateId, tagId: later.id };
    await expect(tags().give(us.companyId, ids, us.userId)).resolves.toBe(true);
    await expect(tags().give(us.companyId, ids, us.userId)).resolves.toBe(false);
    const nobodys = { ...ids, candidateId: NOBODY };
    await expect(tags().give(us.companyId, nobodys, us.userId)).resolves.toBe(false);
    await expect(tags().give(them.companyId, ids, them.userId)).resolves.toBe(false);
    await tags().give(us.companyId, { candidateId, tagId: earlier.id }, us.userId);
    await expect(tags().ofCandidate(us.companyId, candidateId)).resolves.toEqual([earlier, later]);
    await expect(tags().ofCandidate(them.companyId, candidateId)).resolves.toEqual([]);
    const listed = await tags().list(us.companyId);
    expect(listed).toContainEqual({ ...later, candidates: 1 });
    await expect(tags().take(them.companyId, ids)).resolves.toBe(false);
    await expect(tags().take(us.companyId, ids)).resolves.toBe(true);
    await expect(tags().take(us.companyId, ids)).resolves.toBe(false);
  });
});

describe('FeedRepository', () => {
  const feed = (): FeedRepository => repository(FeedRepository);
  const tell = (jobId: string | null): Promise<void> =>
    repository(ActivityLog).record({
      companyId: us.companyId,
      kind: 'tag_added',
      candidateId: who.candidateId,
      actorId: us.userId,
      ...(jobId === null ? {} : { jobId }),
      data: { name: 'Night shifts' },
    });
  const ofPerson = (): { column: 'candidate_id'; id: string } => ({
    column: 'candidate_id',
    id: who.candidateId,
  });

  it('tells of a person what those see who see the job', async () => {
    for (const jobId of [who.jobId, closedBook, null]) {
      await tell(jobId);
    }
    const told = async (memberId: string | null, companyId = us.companyId): Promise<unknown> => {
      const page = await feed().page({ companyId, memberId }, ofPerson(), { limit: 50 });
      const jobs = page.rows.filter(({ kind }) => kind === 'tag_added').map(({ jobId }) => jobId);
      return [jobs, page.total === page.rows.length];
    };
    await expect(told(null)).resolves.toEqual([[null, closedBook, who.jobId], true]);
    await expect(told(member.userId)).resolves.toEqual([[null, who.jobId], true]);
    await expect(told(null, them.companyId)).resolves.toEqual([[], true]);
  });

  it('has the names of the moment, for people and for jobs', async () => {
    await tell(who.jobId);
    const scope = { companyId: us.companyId, memberId: null };
    const about = { column: 'job_id', id: who.jobId } as const;
    const { rows } = await feed().page(scope, about, { limit: 1 });
    expect(rows).toMatchObject([
      {
        kind: 'tag_added',
        candidateName: 'Jane O’Neil',
        jobTitle: 'Warehouse Operations Manager',
        actorName: 'Robin Example',
        data: { name: 'Night shifts' },
      },
    ]);
    const nothing = await feed().page(scope, { ...about, id: NOBODY }, { limit: 1 });
    expect(nothing).toEqual({ rows: [], total: 0, nextCursor: null });
  });

  it('gives each event once, page by page, also when many have one time', async () => {
    for (let told = 0; told < 5; told += 1) {
      await tell(null);
    }
    await app.database.execute(
      `UPDATE activity_events SET created_at = '2026-03-01T10:00:00Z' WHERE candidate_id = $1`,
      [who.candidateId],
    );
    const scope = { companyId: us.companyId, memberId: null };
    const { total, rows } = await feed().page(scope, ofPerson(), { limit: 50 });
    const ids = await idsOf((query) => feed().page(scope, ofPerson(), query));
    expect(ids).toEqual(rows.map(({ id }) => id));
    expect([ids.length, new Set(ids).size]).toEqual([total, total]);
    expect(ids).toEqual([...ids].sort().reverse());
  });
});
