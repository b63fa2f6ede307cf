import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ValidationFailedError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { ENV, type Env } from '../../../config';
import { Database } from '../../../platform/database';
import { EventBus } from '../../../platform/events';
import type { DecidedMatch } from '../../matching';
import { type PlannedTime, plannedTime } from '../domain/local-time';
import type { Interview, InterviewFields } from '../interview';
import { InterviewStateError } from '../interviews.errors';
import { InterviewRescheduled, InterviewScheduled } from '../interviews.events';
import { InterviewsRepository } from '../interviews.repository';
import { InterviewsService } from './interviews.service';
import { Participants } from './participants';

/** As people say it; `at` is a local time of the zone unless it has an offset. */
export interface InterviewDraft {
  readonly interviewType: Interview['interviewType'];
  readonly at: string;
  readonly timeZone: string | null;
  readonly durationMinutes: number;
  readonly location: string | null;
  readonly meetingUrl: string | null;
  readonly notes: string | null;
  readonly attendeeIds: readonly string[];
}

interface Wishes {
  readonly allowConflict: boolean;
}

const MINUTE_MS = 60_000;
const DEFAULT_ZONE = 'UTC';
/** So far ahead nobody plans: it was a slip of the keyboard. */
const FURTHEST_MS = 100 * 366 * 24 * 60 * MINUTE_MS;

/** Arranges interviews, and arranges them anew. */
@Injectable()
export class SchedulingService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly participants: Participants,
    private readonly interviews: InterviewsService,
    private readonly repository: InterviewsRepository,
    private readonly events: EventBus,
  ) {}

  /**
   * @throws NotFoundError, JobClosedError, CandidateNotInterviewableError, InterviewConflictError,
   * ValidationFailedError
   */
  async schedule(
    actor: Actor,
    ids: { readonly jobId: string; readonly resumeId: string },
    draft: InterviewDraft,
    wishes: Wishes & { readonly moveToInterviewing: boolean },
  ): Promise<Interview> {
    const { companyId, userId } = actor;
    const candidate = await this.participants.find(actor, ids);
    const fields = fieldsOf(draft, timeOf(draft, DEFAULT_ZONE));
    const id = randomUUID();
    await this.database.transaction(async () => {
      const held = await this.participants.holdCandidate(companyId, candidate);
      const meeting = { ...fields, ...wishes, attendeeIds: draft.attendeeIds, exceptId: null };
      await this.participants.hold(companyId, held.candidateId, meeting);
      const icalUid = `${id}@${this.mailDomain()}`;
      const row = { ...fields, id, companyId, matchId: held.id, icalUid, createdBy: userId };
      await this.repository.insert(row, draft.attendeeIds);
      await this.events.publish(new InterviewScheduled(eventIds(held, id, actor)));
      if (wishes.moveToInterviewing) {
        await this.participants.moveToInterviewing(actor, held);
      }
    });
    return this.interviews.get(actor, id);
  }

  /**
   * What is left out stays.
   *
   * @throws NotFoundError, ForbiddenError, InterviewStateError, JobClosedError, CandidateNotInterviewableError,
   * InterviewConflictError, ValidationFailedError
   */
  async reschedule(
    actor: Actor,
    id: string,
    changes: Partial<InterviewDraft>,
    wishes: Wishes,
  ): Promise<Interview> {
    const { companyId } = actor;
    const seen = await this.interviews.getManaged(actor, id);
    await this.database.transaction(async () => {
      const held = await this.participants.holdCandidate(companyId, seen);
      await this.repository.lock(companyId, id);
      const before = await this.interviews.get(actor, id);
      if (before.status !== 'scheduled') {
        const message = `The interview is ${before.status} and cannot be changed any more.`;
        throw new InterviewStateError(message, before.status);
      }
      const fields = changedFields(before, changes);
      const people = changeOfPeople(before, changes.attendeeIds);
      const change = changeBetween(before, fields);
      if (change.isNewTime) {
        await this.participants.checkOpen(actor, before.jobId);
      }
      if (change.isNewTime || people.addedUserIds.length > 0) {
        await this.participants.hold(companyId, held.candidateId, {
          ...fields,
          ...wishes,
          attendeeIds: people.attendeeIds,
          exceptId: id,
        });
      }
      const { addedUserIds, removedUserIds } = people;
      const isForCalendars =
        change.concernsAll || addedUserIds.length > 0 || removedUserIds.length > 0;
      await this.repository.update({ ...fields, id, companyId }, { ...change, isForCalendars });
      await this.repository.addAttendees(before, addedUserIds);
      await this.repository.removeAttendees(id, removedUserIds);
      if (isForCalendars) {
        const { concernsAll } = change;
        const ids = eventIds(held, id, actor);
        await this.events.publish(
          new InterviewRescheduled(ids, { concernsAll, addedUserIds, removedUserIds }),
        );
      }
    });
    return this.interviews.getAfterChange(actor, id);
  }

  private mailDomain(): string {
    return this.env.MAIL_FROM.split('@')[1] ?? 'localhost';
  }
}

function eventIds(
  match: DecidedMatch,
  interviewId: string,
  { userId: changedBy }: Actor,
): ConstructorParameters<typeof InterviewScheduled>[0] {
  const { id: matchId, companyId, jobId, resumeId, candidateId } = match;
  return { companyId, interviewId, matchId, jobId, resumeId, candidateId, changedBy };
}

/** @throws ValidationFailedError also for what is over, and for a year that nobody meant. */
function timeOf(
  { at, timeZone }: Pick<InterviewDraft, 'at' | 'timeZone'>,
  fallbackZone: string,
): PlannedTime {
  const time = plannedTime({ at, timeZone }, fallbackZone);
  if ('field' in time) {
    throw new ValidationFailedError([time]);
  }
  const wait = time.instant.getTime() - Date.now();
  if (wait <= 0 || wait > FURTHEST_MS) {
    const message = wait <= 0 ? 'must be in the future' : 'must be within the next hundred years';
    throw new ValidationFailedError([{ field: 'scheduled_at', message }]);
  }
  return time;
}

function fieldsOf(draft: InterviewDraft, { instant, timeZone }: PlannedTime): InterviewFields {
  const { interviewType, location, meetingUrl, notes } = draft;
  const endsAt = new Date(instant.getTime() + draft.durationMinutes * MINUTE_MS);
  return { interviewType, startsAt: instant, endsAt, timeZone, location, meetingUrl, notes };
}

/** A new local time without a zone is one of the zone that the interview has. */
function changedFields(before: Interview, changes: Partial<InterviewDraft>): InterviewFields {
  const durationMinutes =
    changes.durationMinutes ?? (before.endsAt.getTime() - before.startsAt.getTime()) / MINUTE_MS;
  const draft = { ...before, ...changes, durationMinutes, attendeeIds: [] };
  const timeZone = changes.timeZone ?? before.timeZone;
  const at = changes.at ?? before.startsAt.toISOString();
  const unchanged = plannedTime({ at, timeZone }, before.timeZone);
  if (changes.at === undefined && !('field' in unchanged)) {
    return fieldsOf({ ...draft, at, timeZone }, unchanged);
  }
  return fieldsOf({ ...draft, at, timeZone }, timeOf({ at, timeZone }, before.timeZone));
}

function changeBetween(
  before: Interview,
  after: InterviewFields,
): { readonly isNewTime: boolean; readonly concernsAll: boolean } {
  const isNewTime =
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime();
  const concernsAll =
    isNewTime ||
    before.timeZone !== after.timeZone ||
    before.interviewType !== after.interviewType ||
    before.location !== after.location ||
    before.meetingUrl !== after.meetingUrl;
  return { isNewTime, concernsAll };
}

function changeOfPeople(
  { attendees }: Interview,
  wanted: readonly string[] | undefined,
): {
  readonly attendeeIds: readonly string[];
  readonly addedUserIds: readonly string[];
  readonly removedUserIds: readonly string[];
} {
  const before = attendees.map(({ userId }) => userId);
  const attendeeIds = wanted ?? before;
  return {
    attendeeIds,
    addedUserIds: attendeeIds.filter((userId) => !before.includes(userId)),
    removedUserIds: before.filter((userId) => !attendeeIds.includes(userId)),
  };
}
