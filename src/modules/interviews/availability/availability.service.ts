import { Injectable } from '@nestjs/common';
import { ForbiddenError, ValidationFailedError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { JobCandidatesService } from '../../matching';
import { UsersService } from '../../users';
import { freeSlots, type WeeklyHours } from '../domain/free-slots';
import { isTimeZone } from '../domain/local-time';
import { USUAL_HOURS, weeklyProblems } from '../domain/weekly-hours';
import type { Clash } from '../interview';
import { InterviewsRepository } from '../interviews.repository';
import { InterviewsService } from '../scheduling/interviews.service';
import { type WorkingHours, WorkingHoursRepository } from './working-hours.repository';

/** Of a person; without `updatedAt` they are the usual ones. */
export type KnownHours = Omit<WorkingHours, 'updatedAt'> & { readonly updatedAt: Date | null };

export interface SlotSearch {
  readonly attendeeIds: readonly string[];
  readonly candidate: { readonly jobId: string; readonly resumeId: string } | null;
  /** The interview that is to be moved; its time is free. */
  readonly movedId: string | null;
  readonly from: Date;
  readonly to: Date;
  readonly durationMinutes: number;
  readonly stepMinutes: number;
  readonly timeZone: string;
  readonly limit: number;
}

export interface Slot {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const LONGEST_SEARCH_DAYS = 62;
const DEFAULT_ZONE = 'UTC';

/** When people work, and when they are free. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly users: UsersService,
    private readonly jobCandidates: JobCandidatesService,
    private readonly hours: WorkingHoursRepository,
    private readonly interviews: InterviewsService,
    private readonly repository: InterviewsRepository,
  ) {}

  /** @throws NotFoundError */
  async hoursOf({ companyId }: Actor, userId: string): Promise<KnownHours> {
    await this.users.getInCompany(companyId, userId);
    return (await this.hours.find(companyId, userId)) ?? usual(userId, DEFAULT_ZONE);
  }

  /** One's own, or as an administrator anybody's. @throws NotFoundError, ForbiddenError, ValidationFailedError */
  async setHours(
    actor: Actor,
    userId: string,
    hours: { readonly timeZone: string; readonly weekly: readonly WeeklyHours[] },
  ): Promise<KnownHours> {
    await this.users.getInCompany(actor.companyId, userId);
    if (userId.toLowerCase() !== actor.userId && actor.role !== 'admin') {
      throw new ForbiddenError('Only administrators set the working hours of others.');
    }
    const problems = [...zoneProblems(hours.timeZone), ...weeklyProblems(hours.weekly)];
    if (problems.length > 0) {
      throw new ValidationFailedError(problems);
    }
    await this.hours.save(actor.companyId, { ...hours, userId });
    return this.hoursOf(actor, userId);
  }

  /** @throws NotFoundError, ValidationFailedError */
  async slots(actor: Actor, search: SlotSearch): Promise<readonly Slot[]> {
    const { companyId } = actor;
    const candidateId =
      search.candidate === null
        ? null
        : (await this.jobCandidates.getMatch(actor, search.candidate)).candidateId;
    const moved = search.movedId === null ? null : await this.interviews.get(actor, search.movedId);
    await this.checkAttendees(companyId, search.attendeeIds);
    const window = windowOf(search, new Date());
    const people = { candidateId, userIds: search.attendeeIds };
    const planned = await this.repository.clashes(companyId, people, {
      startsAt: search.from,
      endsAt: search.to,
      exceptId: moved?.id ?? null,
    });
    const attendees = await this.availabilityOf(companyId, search, planned);
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      from: '00:00',
      to: '24:00',
    }));
    const candidate = {
      timeZone: search.timeZone,
      weekly: attendees.length === 0 ? USUAL_HOURS : always,
      busy: planned.filter(({ who }) => who === 'candidate').map(intervalOf),
    };
    const durationMs = search.durationMinutes * MINUTE_MS;
    const { timeZone, limit } = search;
    const question = {
      window,
      durationMs,
      stepMs: search.stepMinutes * MINUTE_MS,
      timeZone,
      limit,
    };
    return freeSlots([...attendees, candidate], question).map((start) => ({
      startsAt: new Date(start),
      endsAt: new Date(start + durationMs),
    }));
  }

  private async checkAttendees(companyId: string, ids: readonly string[]): Promise<void> {
    const users = await this.users.activeOf(companyId, ids);
    const known = new Set(users.map(({ id }) => id));
    const unknown = ids.flatMap((id, at) =>
      known.has(id)
        ? []
        : [{ field: `attendees.${at}`, message: 'must be an active user of your company' }],
    );
    if (unknown.length > 0) {
      throw new ValidationFailedError(unknown);
    }
  }

  private async availabilityOf(
    companyId: string,
    { attendeeIds, timeZone }: SlotSearch,
    planned: readonly Clash[],
  ): Promise<Parameters<typeof freeSlots>[0]> {
    const known = await this.hours.ofUsers(companyId, attendeeIds);
    return attendeeIds.map((id) => ({
      ...(known.find(({ userId }) => userId === id) ?? usual(id, timeZone)),
      busy: planned.filter(({ userId }) => userId === id).map(intervalOf),
    }));
  }
}

function usual(userId: string, timeZone: string): KnownHours {
  return { userId, timeZone, weekly: USUAL_HOURS, updatedAt: null };
}

function intervalOf({ startsAt, endsAt }: Slot): { from: number; to: number } {
  return { from: startsAt.getTime(), to: endsAt.getTime() };
}

/** Nothing is proposed that is over. */
function windowOf({ from, to, timeZone }: SlotSearch, now: Date): { from: number; to: number } {
  const tooLong = to.getTime() - from.getTime() > LONGEST_SEARCH_DAYS * DAY_MS;
  const problems = [
    ...zoneProblems(timeZone),
    ...(to > from ? [] : [{ field: 'to', message: 'must be later than `from`' }]),
    ...(tooLong
      ? [{ field: 'to', message: `must be within ${LONGEST_SEARCH_DAYS} days of \`from\`` }]
      : []),
  ];
  if (problems.length > 0) {
    throw new ValidationFailedError(problems);
  }
  return { from: Math.max(from.getTime(), now.getTime()), to: to.getTime() };
}

function zoneProblems(timeZone: string): readonly { field: string; message: string }[] {
  return isTimeZone(timeZone)
    ? []
    : [
        {
          field: 'time_zone',
          message: 'must be the IANA name of a time zone, such as Europe/Berlin',
        },
      ];
}
