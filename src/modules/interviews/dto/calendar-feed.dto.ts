import { ApiProperty } from '@nestjs/swagger';
import type { CalendarFeed } from '../calendar/calendar-feeds.repository';

export class CalendarFeedDto {
  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'When a calendar program looked last, to the hour.',
  })
  readonly last_read_at!: string | null;

  static from({ createdAt, lastReadAt }: CalendarFeed): CalendarFeedDto {
    return {
      created_at: createdAt.toISOString(),
      last_read_at: lastReadAt === null ? null : lastReadAt.toISOString(),
    };
  }
}

export class NewCalendarFeedDto extends CalendarFeedDto {
  @ApiProperty({
    example: 'https://jobs.example.com/api/v1/calendar/slf_….ics',
    description: 'Shown this once. Whoever knows it sees your interviews.',
  })
  readonly url!: string;

  static fromNew(feed: CalendarFeed, url: string): NewCalendarFeedDto {
    return { ...CalendarFeedDto.from(feed), url };
  }
}
