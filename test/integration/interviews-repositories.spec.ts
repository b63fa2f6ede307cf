import { randomUUID } from 'node:crypto';
import type { Type } from '@nestjs/common';
import { WorkingHoursRepository } from '../../src/modules/interviews/availability/working-hours.repository';
import { CalendarFeedsRepository } from '../../src/modules/interviews/calendar/calendar-feeds.repository';
import type { Viewer } from '../../src/modules/interviews/interview';
import { InterviewsRepository } from '../../src/modules/interviews/interviews.repository';
import {
  DEFAULT_SETTINGS,
  InterviewSettingsRepository,
} from '../../src/modules/interviews/reminders/interview-settings.repository';
import { RemindersRepository } from '../../src/modules/interviews/reminders/reminders.repository';
import { AttributesRepository } from '../../src/modules/interviews/scorecards/attributes.repository';
import { AttributeExistsError } from '../../src/modules/interviews/scorecards/scorecards.errors';
import { ScorecardsRepository } from '../../src/modules/interviews/scorecards/scorecards.repository';
import { DecisionsService } from '../../src/modules/matching/pipeline/decisions.service';
import { InterviewFactsRepository } from '../../src/modules/notifications/emails/interview-facts.repository';
import { UsersRepository } from '../../src/modules/users/users.repository';
import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import { type Applicant, applicant, inDays, moveIntoPast, schedule } from '../support/interviews';

/** What each method finds, what it misses, and another company’s row. */
let app: TestApp;
let us: TestCompany;
let them: TestCompany;
let who: Applicant;
let interviewId: string;
let matchId: string;

const NOBODY = randomUUID();
const repository = <T>(type: Type<T>): T => app.app.get(type, { strict: false });
const viewer = ({ companyId, userId }: TestCompany, sees: Viewer['sees'] = 'all'): Viewer => ({
  companyId,
  userId,
  sees,
});

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  them = await app.newCompany();
  who = await applicant(us);
  const attendees = [us.userId];
  const body = { attendees, scheduled_at: '2090-05-12T10:00:00Z' };
  interviewId = (await schedule(us.api, who, body)).id;
  const found = await repository(InterviewsRepository).find(viewer(us), interviewId);
  matchId = found!.matchId;
});

afterAll(async () => {
  await app.stop();
});

describe('InterviewsRepository', () => {
  const interviews = (): InterviewsRepository => repository(InterviewsRepository);
  const time = {
    startsAt: new Date('2090-05-12T10:59:59.999Z'),
    endsAt: new Date('2090-05-12T12:00:00Z'),
    exceptId: null,
  };

  it('finds an interview for whom it is, and for nobody else', async () => {
    await expect(interviews().find(viewer(us, 'attended'), interviewId)).resolves.toMatchObject({
      id: interviewId,
      attendees: [{ userId: us.userId }],
    });
    const stranger = { ...viewer(us, 'attended'), userId: NOBODY };
    await expect(interviews().find(stranger, interviewId)).resolves.toBeNull();
    await expect(
      interviews().find({ ...stranger, sees: 'own_jobs' }, interviewId),
    ).resolves.toBeNull();
    await expect(interviews().find(viewer(them), interviewId)).resolves.toBeNull();
    await expect(interviews().find(viewer(us), NOBODY)).resolves.toBeNull();
  });

  it('finds clashes to the millisecond, but for the interview that is asked about', async () => {
    const people = { candidateId: who.candidateId, userIds: [us.userId] };
    const clashes = (of: typeof time, companyId = us.companyId): Promise<unknown> =>
      interviews().clashes(companyId, people, of);
    await expect(clashes(time)).resolves.toMatchObject([
      { interviewId, who: 'attendee', userId: us.userId },
      { interviewId, who: 'candidate', userId: null },
    ]);
    const after = { ...time, startsAt: new Date('2090-05-12T11:00:00Z') };
    await expect(clashes(after)).resolves.toEqual([]);
    const except = { ...time, exceptId: interviewId };
    await expect(interviews().clashes(us.companyId, people, except)).resolves.toEqual([]);
    await expect(clashes(time, them.companyId)).resolves.toEqual([]);
    const others = { candidateId: null, userIds: [NOBODY] };
    await expect(interviews().clashes(us.companyId, others, time)).resolves.toEqual([]);
  });

  it('lists by start and id, each once, also those that begin together', async () => {
    const other = await applicant(us);
    const ids: string[] = [];
    for (const day of [1, 1, 1, 1, 2]) {
      const attendees = [(await app.join(us, 'interviewer')).userId];
      const person = await applicant(us, { jobId: other.jobId });
      const body = { attendees, scheduled_at: `2090-06-0${day}T10:00:00Z` };
      ids.push((await schedule(us.api, person, body)).id);
    }
    const listed: string[] = [];
    let cursor: string | null = null;
    do {
      const query = { jobId: other.jobId, limit: 2, ...(cursor === null ? {} : { cursor }) };
      const page = await interviews().list(viewer(us), query);
      expect(page.total).toBe(5);
      listed.push(...page.rows.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(listed).toEqual([...ids.slice(0, 4).sort(), ids[4]]);
    const of = async (filter: object, whose = viewer(us)): Promise<number> =>
      (await interviews().list(whose, { jobId: other.jobId, limit: 1, ...filter })).total;
    await expect(of({ from: new Date('2090-06-02T10:00:00Z') })).resolves.toBe(1);
    await expect(of({ to: new Date('2090-06-02T10:00:00Z') })).resolves.toBe(4);
    await expect(of({ status: 'cancelled' })).resolves.toBe(0);
    await expect(of({ attendeeId: us.userId })).resolves.toBe(0);
    await expect(of({ candidateId: NOBODY })).resolves.toBe(0);
    await expect(of({}, viewer(us, 'attended'))).resolves.toBe(0);
    await expect(of({}, viewer(them))).resolves.toBe(0);
  });

  it('raises the sequence with what calendars are told of alone', async () => {
    const { id } = await schedule(us.api, await applicant(us), { scheduled_at: inDays(50) });
    const read = async (): Promise<unknown> => {
      const found = await interviews().find(viewer(us), id);
      return [found?.icalSequence, found?.notes, found?.status];
    };
    const before = (await interviews().find(viewer(us), id))!;
    const noted = { ...before, notes: 'Ask about SAP.' };
    const quiet = { isForCalendars: false, isNewTime: false };
    await interviews().update({ ...noted, companyId: them.companyId }, quiet);
    await expect(read()).resolves.toEqual([0, null, 'scheduled']);
    await interviews().update(noted, quiet);
    await expect(read()).resolves.toEqual([0, 'Ask about SAP.', 'scheduled']);
    await interviews().update(noted, { ...quiet, isForCalendars: true });
    const cancelled = { status: 'cancelled', reason: 'Ill' } as const;
    await interviews().setStatus(them.companyId, id, cancelled);
    await expect(read()).resolves.toEqual([1, 'Ask about SAP.', 'scheduled']);
    await interviews().setStatus(us.companyId, id, cancelled);
    await expect(read()).resolves.toEqual([2, 'Ask about SAP.', 'cancelled']);
  });

  it('holds what is planned of a job or a resume, and nothing that is over or cancelled', async () => {
    const { companyId } = us;
    const person = await applicant(us);
    const at = (day: number): object => ({ scheduled_at: inDays(day) });
    const planned = await schedule(us.api, person, at(41));
    const over = await schedule(us.api, person, at(42));
    const cancelled = await schedule(us.api, person, at(43));
    await moveIntoPast(app, over.id);
    await interviews().setStatus(companyId, cancelled.id, { status: 'cancelled', reason: null });
    const { jobId, resumeId, candidateId } = person;
    const ids = { companyId, interviewId: planned.id, jobId, resumeId, candidateId };
    for (const about of [{ jobId }, { resumeId }]) {
      const held = (of: object): Promise<unknown> =>
        app.database.transaction(() => interviews().holdPlanned({ companyId, ...about, ...of }));
      await expect(held({})).resolves.toEqual([expect.objectContaining(ids)]);
      await expect(held({ companyId: them.companyId })).resolves.toEqual([]);
    }
    await expect(interviews().holdPlanned({ companyId, jobId: NOBODY })).resolves.toEqual([]);
  });

  it('lists what a person takes part in from a moment on', async () => {
    const of = (company: TestCompany, from: string): Promise<unknown> =>
      interviews().ofAttendee(company.companyId, us.userId, new Date(from));
    await expect(of(us, '2090-05-12T10:00:00Z')).resolves.toHaveLength(1);
    await expect(of(us, '2090-05-12T10:00:01Z')).resolves.toEqual([]);
    await expect(of(them, '2090-05-12T10:00:00Z')).resolves.toEqual([]);
  });
});

it('DecisionsService holds the result that there is', async () => {
  const matches = repository(DecisionsService);
  await expect(matches.hold(us.companyId, who)).resolves.toMatchObject({
    id: matchId,
    candidateId: who.candidateId,
    status: 'pending',
  });
  await expect(matches.hold(them.companyId, who)).rejects.toThrow('no such candidate of this job');
  await expect(matches.hold(us.companyId, { ...who, jobId: NOBODY })).rejects.toThrow();
});

it('UsersRepository finds active users of the company among ids', async () => {
  const users = repository(UsersRepository);
  const ids = [us.userId, them.userId, NOBODY];
  for (const method of ['activeOf', 'holdActive'] as const) {
    const found = await users[method](us.companyId, ids);
    expect(found).toEqual([{ id: us.userId, fullName: 'Robin Example' }]);
  }
});

it('WorkingHoursRepository keeps one row a person', async () => {
  const hours = repository(WorkingHoursRepository);
  await expect(hours.find(us.companyId, us.userId)).resolves.toBeNull();
  for (const timeZone of ['UTC', 'Europe/Berlin']) {
    await hours.save(us.companyId, { userId: us.userId, timeZone, weekly: [] });
  }
  await expect(hours.ofUsers(us.companyId, [us.userId, NOBODY])).resolves.toMatchObject([
    { userId: us.userId, timeZone: 'Europe/Berlin', weekly: [] },
  ]);
  await expect(hours.find(them.companyId, us.userId)).resolves.toBeNull();
});

it('CalendarFeedsRepository finds a feed by its hash or its person', async () => {
  const feeds = repository(CalendarFeedsRepository);
  await feeds.replace(us.companyId, us.userId, 'hash-one');
  await feeds.replace(us.companyId, us.userId, 'hash-two');
  await feeds.noteRead(us.userId);
  await expect(feeds.findByHash('hash-one')).resolves.toBeNull();
  await expect(feeds.findByHash('hash-two')).resolves.toMatchObject({
    userId: us.userId,
    lastReadAt: expect.any(Date),
  });
  await expect(feeds.find(them.companyId, us.userId)).resolves.toBeNull();
  await expect(feeds.delete(them.companyId, us.userId)).resolves.toBe(false);
  await expect(feeds.delete(us.companyId, us.userId)).resolves.toBe(true);
});

it('AttributesRepository keeps names apart within a job', async () => {
  const attributes = repository(AttributesRepository);
  const { companyId } = us;
  const { jobId } = who;
  const id = randomUUID();
  const attribute = { companyId, jobId, name: 'SAP', description: null, position: null };
  await attributes.insert({ ...attribute, id });
  const again = attributes.insert({ ...attribute, id: randomUUID(), name: 'sap' });
  await expect(again).rejects.toBeInstanceOf(AttributeExistsError);
  await expect(attributes.find(companyId, jobId, id)).resolves.toMatchObject({ position: 0 });
  await expect(attributes.find(companyId, jobId, NOBODY)).resolves.toBeNull();
  await expect(attributes.find(them.companyId, jobId, id)).resolves.toBeNull();
  await expect(attributes.ofJob(them.companyId, jobId)).resolves.toEqual([]);
  await expect(attributes.delete(them.companyId, jobId, id)).resolves.toBe(false);
  await expect(attributes.delete(companyId, jobId, id)).resolves.toBe(true);
});

it('ScorecardsRepository tells drafts, submitted and missing ones apart', async () => {
  const cards = repository(ScorecardsRepository);
  const { companyId, userId: authorId } = us;
  const card = { id: randomUUID(), companyId, matchId, interviewId, authorId };
  const draft = { ...card, overallRating: 'yes' as const, summary: null, ratings: [] };
  const about = { matchId, interviewId: null };
  await expect(cards.find(companyId, interviewId, authorId)).resolves.toBeNull();
  await expect(cards.save(draft)).resolves.toBe(true);
  await expect(cards.submitted(companyId, about)).resolves.toEqual([]);
  await expect(cards.missing(companyId, matchId)).resolves.toMatchObject([{ userId: authorId }]);
  await expect(cards.missing(them.companyId, matchId)).resolves.toEqual([]);
  await expect(cards.submit(them.companyId, card.id)).resolves.toBe(false);
  await expect(cards.submit(companyId, card.id)).resolves.toBe(true);
  await expect(cards.submit(companyId, card.id)).resolves.toBe(false);
  await expect(cards.save({ ...draft, id: randomUUID() })).resolves.toBe(false);
  await expect(cards.submitted(companyId, about)).resolves.toMatchObject([{ id: card.id }]);
  await expect(cards.submitted(companyId, { matchId, interviewId: NOBODY })).resolves.toEqual([]);
  await expect(cards.submitted(them.companyId, about)).resolves.toEqual([]);
  await expect(cards.missingOfInterview(companyId, interviewId)).resolves.toEqual([]);
});

it('InterviewSettingsRepository has defaults until a company says otherwise', async () => {
  const settings = repository(InterviewSettingsRepository);
  await settings.save(us.companyId, { reminderHours: [48, 2], scorecardReminderHours: null });
  await settings.save(us.companyId, { reminderHours: [4], scorecardReminderHours: null });
  const own = { reminderHours: [4], scorecardReminderHours: null };
  await expect(settings.get(us.companyId)).resolves.toEqual(own);
  await expect(settings.get(them.companyId)).resolves.toEqual(DEFAULT_SETTINGS);
});

it('RemindersRepository finds what is due by each company’s settings, and claims it once', async () => {
  const reminders = repository(RemindersRepository);
  const startIn = async (company: TestCompany, hours: number): Promise<string> => {
    const body = { scheduled_at: inDays(60) };
    const { id } = await schedule(company.api, await applicant(company), body);
    await app.database.execute(
      `UPDATE interviews SET starts_at = now() + $2 * interval '1 hour', planned_at = now() - interval '60 days',
         ends_at = now() + $2 * interval '1 hour' + interval '1 hour' WHERE id = $1`,
      [id, hours],
    );
    return id;
  };
  const idsOf = async (due: Promise<readonly { id: string }[]>): Promise<string[]> =>
    (await due).map(({ id }) => id).sort();
  await repository(InterviewSettingsRepository).save(us.companyId, {
    reminderHours: [4],
    scorecardReminderHours: null,
  });
  const [ours, theirs] = [await startIn(us, 3), await startIn(them, 23)];
  await startIn(us, 23);
  await startIn(us, -30);
  const theirsOver = await startIn(them, -30);
  await expect(idsOf(reminders.dueBefore(10))).resolves.toEqual([ours, theirs].sort());
  await expect(idsOf(reminders.dueBefore(1))).resolves.toHaveLength(1);
  await expect(idsOf(reminders.dueAfter(10))).resolves.toEqual([theirsOver]);
  await expect(reminders.claimBefore(ours)).resolves.toMatchObject({ offsetHours: 4 });
  await expect(reminders.claimBefore(ours)).resolves.toBeNull();
  await expect(reminders.claimAfter(ours)).resolves.toBeNull();
  await expect(reminders.claimAfter(theirsOver)).resolves.toMatchObject({ offsetHours: 24 });
  await expect(reminders.claimAfter(theirsOver)).resolves.toBeNull();
  await expect(reminders.claimBefore(NOBODY)).resolves.toBeNull();
  await expect(idsOf(reminders.dueBefore(10))).resolves.toEqual([theirs]);
  await expect(reminders.dueAfter(10)).resolves.toEqual([]);
});

it('InterviewFactsRepository knows what mail says', async () => {
  const facts = repository(InterviewFactsRepository);
  await expect(facts.find(us.companyId, interviewId)).resolves.toMatchObject({
    candidateAddress: who.email,
    organizerAddress: us.email,
    attendees: [{ userId: us.userId, address: us.email }],
    isOver: false,
  });
  await expect(facts.find(them.companyId, interviewId)).resolves.toBeNull();
  await expect(facts.find(us.companyId, NOBODY)).resolves.toBeNull();
});
