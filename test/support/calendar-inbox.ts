import type { TestCompany } from './app';
import { type ReadCalendar, readCalendar } from './calendar-reader';
import { partOf, type ReadMail, readMail } from './mail-reader';
import type { SmtpServer } from './smtp-server';
import { finishedTasks } from './waiting';

export interface CalendarMail {
  readonly mail: ReadMail;
  readonly calendar: ReadCalendar;
}

/** What came for people with an entry for their calendars. */
export class CalendarInbox {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly smtp: SmtpServer,
    private readonly company: TestCompany,
  ) {}

  /** What came for this address since the last look, once everything queued was sent. */
  async newTo(address: string): Promise<readonly CalendarMail[]> {
    await finishedTasks(this.company.api);
    const all = this.smtp.received
      .filter(({ to }) => to.includes(address))
      .map(({ raw }) => readMail(raw))
      .filter(({ parts }) => parts.some(({ contentType }) => contentType.includes('calendar')));
    const before = this.seen.get(address) ?? 0;
    this.seen.set(address, all.length);
    return all
      .slice(before)
      .map((mail) => ({ mail, calendar: readCalendar(partOf(mail, 'text/calendar')) }));
  }

  /** The only one that came since the last look; fails when there are none or more. */
  async oneTo(address: string): Promise<CalendarMail> {
    const [mail, ...others] = await this.newTo(address);
    if (mail === undefined || others.length > 0) {
      throw new Error(`Expected one mail to ${address}, got ${mail ? 1 + others.length : 0}.`);
    }
    return mail;
  }
}
