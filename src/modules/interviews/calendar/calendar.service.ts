import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { NotFoundError } from '../../../common/errors';
import type { Actor } from '../../../common/http';
import { ENV, type Env, publicUrl } from '../../../config';
import { calendarText } from '../../../platform/calendar';
import { calendarEvent } from './calendar-event';
import { InterviewsRepository } from '../interviews.repository';
import { InterviewsService } from '../scheduling/interviews.service';
import { type CalendarFeed, CalendarFeedsRepository } from './calendar-feeds.repository';

const TOKEN_BYTES = 32;
/** By which a leaked address can be found. */
const TOKEN_PREFIX = 'slf_';
const DAY_MS = 86_400_000;
/** What is over stays so long in the feed. */
const SHOWN_DAYS = 90;
const REFRESH_MINUTES = 60;

/**
 * Interviews for calendar programs: one as a file, and a person's own at an address that is secret and its
 * only key, since such programs have no login. The address is shown once; only its hash is kept.
 */
@Injectable()
export class CalendarService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly interviews: InterviewsService,
    private readonly repository: InterviewsRepository,
    private readonly feeds: CalendarFeedsRepository,
  ) {}

  /** @throws NotFoundError */
  async file(actor: Actor, interviewId: string): Promise<string> {
    const interview = await this.interviews.get(actor, interviewId);
    return calendarText({ method: 'PUBLISH', events: [calendarEvent(interview)] });
  }

  /** @throws NotFoundError */
  async getFeed({ companyId, userId }: Actor): Promise<CalendarFeed> {
    const feed = await this.feeds.find(companyId, userId);
    if (feed === null) {
      throw new NotFoundError('calendar feed');
    }
    return feed;
  }

  /** The new address; one that there was before is worth nothing any more. */
  async replaceFeed(actor: Actor): Promise<{ readonly feed: CalendarFeed; readonly url: string }> {
    const token = `${TOKEN_PREFIX}${randomBytes(TOKEN_BYTES).toString('base64url')}`;
    const feed = await this.feeds.replace(actor.companyId, actor.userId, hashOf(token));
    const url = `${publicUrl(this.env)}/api/v1/calendar/${token}.ics`;
    return { feed, url };
  }

  /** @throws NotFoundError */
  async removeFeed({ companyId, userId }: Actor): Promise<void> {
    if (!(await this.feeds.delete(companyId, userId))) {
      throw new NotFoundError('calendar feed');
    }
  }

  /** @throws NotFoundError */
  async readFeed(token: string): Promise<string> {
    const feed = await this.feeds.findByHash(hashOf(token));
    if (feed === null) {
      throw new NotFoundError('calendar');
    }
    const { companyId, userId } = feed;
    const from = new Date(Date.now() - SHOWN_DAYS * DAY_MS);
    const interviews = await this.repository.ofAttendee(companyId, userId, from);
    await this.feeds.noteRead(userId);
    return calendarText({
      method: 'PUBLISH',
      name: 'Interviews',
      refreshMinutes: REFRESH_MINUTES,
      events: interviews.map(calendarEvent),
    });
  }
}

/** Enough for 256 random bits, and can be looked up by an index. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
