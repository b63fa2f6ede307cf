import { Controller, Delete, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import { type Actor, AnyRole, CurrentActor, Public, UuidParam } from '../../../common/http';
import { CalendarFeedDto, NewCalendarFeedDto } from '../dto/calendar-feed.dto';
import { CalendarService } from './calendar.service';

const CALENDAR = 'text/calendar; charset=utf-8';

@ApiTags('interviews')
@Controller()
export class CalendarController {
  constructor(private readonly calendar: CalendarService) {}

  @Get('interviews/:interview_id/calendar.ics')
  @AnyRole()
  @Header('Content-Type', CALENDAR)
  @Header('Content-Disposition', 'attachment; filename="interview.ics"')
  @ApiOperation({ summary: 'An interview as a file for calendar programs' })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiNotFoundResponse({ type: ProblemDto })
  file(
    @CurrentActor() actor: Actor,
    @UuidParam('interview_id', 'interview') interviewId: string,
  ): Promise<string> {
    return this.calendar.file(actor, interviewId);
  }

  @Get('calendar-feed')
  @AnyRole()
  @ApiOperation({ summary: 'Whether you have a calendar feed, and when it was read last' })
  @ApiOkResponse({ type: CalendarFeedDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`calendar_feed_not_found`' })
  async get(@CurrentActor() actor: Actor): Promise<CalendarFeedDto> {
    return CalendarFeedDto.from(await this.calendar.getFeed(actor));
  }

  @Post('calendar-feed')
  @AnyRole()
  @ApiOperation({
    summary: 'A secret address at which calendar programs find your interviews',
    description:
      'Subscribe to it in your calendar program. An address that you had before ends with it.',
  })
  @ApiCreatedResponse({ type: NewCalendarFeedDto })
  async create(@CurrentActor() actor: Actor): Promise<NewCalendarFeedDto> {
    const { feed, url } = await this.calendar.replaceFeed(actor);
    return NewCalendarFeedDto.fromNew(feed, url);
  }

  @Delete('calendar-feed')
  @HttpCode(204)
  @AnyRole()
  @ApiOperation({ summary: 'End your calendar feed' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto, description: '`calendar_feed_not_found`' })
  async delete(@CurrentActor() actor: Actor): Promise<void> {
    await this.calendar.removeFeed(actor);
  }

  @Get('calendar/:calendar_token.ics')
  @Public()
  @Header('Content-Type', CALENDAR)
  @Header('Cache-Control', 'private, no-cache')
  @ApiOperation({
    summary: 'The interviews of whoever has this address, for calendar programs',
    description: 'Those of the last 90 days and all that are to come, without cancelled ones.',
  })
  @ApiProduces('text/calendar')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`calendar_not_found`' })
  read(@Param('calendar_token') token: string): Promise<string> {
    return this.calendar.readFeed(token);
  }
}
