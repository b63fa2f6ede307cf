import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../platform/database';
import { EventBus } from '../../../platform/events';
import { InterviewReminderDue, ScorecardsMissing } from '../interviews.events';
import { InterviewsRepository } from '../interviews.repository';
import { ScorecardsRepository } from '../scorecards/scorecards.repository';
import { type DueInterview, RemindersRepository } from './reminders.repository';

const INTERVAL_MS = 60_000;
const BATCH = 200;

/**
 * Looks every minute for reminders that are due and publishes each once, however many processes look: which
 * were sent is written in the transaction that queues the mail, with the interview held against changes.
 */
@Injectable()
export class InterviewReminders implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(InterviewReminders.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly interviews: InterviewsRepository,
    private readonly scorecards: ScorecardsRepository,
    private readonly reminders: RemindersRepository,
    private readonly events: EventBus,
  ) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.running = this.running.then(async () => {
        try {
          await this.remindDue();
        } catch (error) {
          this.log.warn({ err: error }, 'reminders not looked for, tried again in a minute');
        }
      });
    }, INTERVAL_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer !== null) {
      clearInterval(this.timer);
    }
    await this.running;
  }

  /** Everything that is due now. One that fails is tried again and holds up no other. */
  async remindDue(): Promise<void> {
    for (const interview of await this.reminders.dueBefore(BATCH)) {
      await this.quietly(interview, () => this.remind(interview));
    }
    for (const interview of await this.reminders.dueAfter(BATCH)) {
      await this.quietly(interview, () => this.askForScorecards(interview));
    }
  }

  private async remind({ companyId, id }: DueInterview): Promise<void> {
    await this.interviews.lock(companyId, id);
    const claimed = await this.reminders.claimBefore(id);
    if (claimed !== null) {
      const cause = `interview-reminder:${id}:${claimed.startsAt.toISOString()}:${claimed.offsetHours}`;
      await this.events.publish(new InterviewReminderDue(companyId, id, cause));
    }
  }

  private async askForScorecards({ companyId, id }: DueInterview): Promise<void> {
    await this.interviews.lock(companyId, id);
    const claimed = await this.reminders.claimAfter(id);
    if (claimed === null) {
      return;
    }
    const missing = await this.scorecards.missingOfInterview(companyId, id);
    if (missing.length > 0) {
      const cause = `scorecard-reminder:${id}:${claimed.startsAt.toISOString()}`;
      const userIds = missing.map(({ userId }) => userId);
      await this.events.publish(new ScorecardsMissing(companyId, id, cause, userIds));
    }
  }

  private async quietly({ id }: DueInterview, work: () => Promise<void>): Promise<void> {
    try {
      await this.database.transaction(work);
    } catch (error) {
      this.log.warn({ err: error, interviewId: id }, 'reminder not sent, tried again in a minute');
    }
  }
}
