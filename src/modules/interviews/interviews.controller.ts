import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import {
  type Actor,
  AnyRole,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  Roles,
  UuidParam,
} from '../../common/http';
import { InterviewResponseDto } from './dto/interview.dto';
import {
  AllowConflictQueryDto,
  CancelInterviewDto,
  ListInterviewsQueryDto,
  RescheduleInterviewDto,
  ScheduleInterviewDto,
} from './dto/schedule-interview.dto';
import { InterviewsService } from './scheduling/interviews.service';
import { SchedulingService } from './scheduling/scheduling.service';

const CONFLICTS =
  '`interview_conflict` with `conflicts` [{interview_id, who, user_id, name, starts_at, ends_at}], ' +
  '`candidate_not_interviewable` with `candidate_status`, `job_closed`';

@ApiTags('interviews')
@Controller('interviews')
export class InterviewsController {
  constructor(
    private readonly scheduling: SchedulingService,
    private readonly interviews: InterviewsService,
  ) {}

  @Post()
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Arrange an interview with a candidate of a job',
    description:
      'The candidate and all attendees get an invitation for their calendars by e-mail. Nobody can be in two ' +
      'interviews at once, unless `allow_conflict=true`.',
  })
  @ApiCreatedResponse({ type: InterviewResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: CONFLICTS })
  async schedule(
    @CurrentActor() actor: Actor,
    @Body() body: ScheduleInterviewDto,
    @Query() query: AllowConflictQueryDto,
  ): Promise<InterviewResponseDto> {
    const ids = { jobId: body.job_id.toLowerCase(), resumeId: body.resume_id.toLowerCase() };
    const wishes = {
      allowConflict: query.allow_conflict,
      moveToInterviewing: body.move_to_interviewing,
    };
    return InterviewResponseDto.from(
      await this.scheduling.schedule(actor, ids, body.draft(), wishes),
    );
  }

  @Get()
  @AnyRole()
  @ApiOperation({
    summary: 'List interviews by their start',
    description:
      'Hiring managers see those of their jobs and those that they take part in, interviewers the latter.',
  })
  @ApiPage(InterviewResponseDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListInterviewsQueryDto,
  ): Promise<PageDto<InterviewResponseDto>> {
    const { limit, cursor } = query;
    const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
    return pageDto(await this.interviews.list(actor, { ...query.filter(), ...page }), (interview) =>
      InterviewResponseDto.from(interview),
    );
  }

  @Get(':interview_id')
  @AnyRole()
  @ApiOperation({ summary: 'Read an interview' })
  @ApiOkResponse({ type: InterviewResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('interview_id', 'interview') interviewId: string,
  ): Promise<InterviewResponseDto> {
    return InterviewResponseDto.from(await this.interviews.get(actor, interviewId));
  }

  @Patch(':interview_id')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Change the time, the place, the kind or the people of an interview',
    description:
      'Everybody whom it concerns gets an update of the same calendar entry: a new time or place all of them, ' +
      'a change of attendees those who come or go.',
  })
  @ApiOkResponse({ type: InterviewResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description: `${CONFLICTS}, \`interview_state\` when it is over or cancelled`,
  })
  async reschedule(
    @CurrentActor() actor: Actor,
    @UuidParam('interview_id', 'interview') interviewId: string,
    @Body() body: RescheduleInterviewDto,
    @Query() query: AllowConflictQueryDto,
  ): Promise<InterviewResponseDto> {
    const wishes = { allowConflict: query.allow_conflict };
    return InterviewResponseDto.from(
      await this.scheduling.reschedule(actor, interviewId, body.changes(), wishes),
    );
  }

  @Post(':interview_id/cancel')
  @HttpCode(200)
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Cancel an interview; all who take part are told' })
  @ApiOkResponse({ type: InterviewResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`interview_state`' })
  async cancel(
    @CurrentActor() actor: Actor,
    @UuidParam('interview_id', 'interview') interviewId: string,
    @Body() body: CancelInterviewDto,
  ): Promise<InterviewResponseDto> {
    return InterviewResponseDto.from(
      await this.interviews.cancel(actor, interviewId, body.reason ?? null),
    );
  }

  @Post(':interview_id/complete')
  @HttpCode(200)
  @AnyRole()
  @ApiOperation({ summary: 'Say that an interview took place' })
  @ApiOkResponse({ type: InterviewResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description: '`interview_state` when it is cancelled or has not begun',
  })
  async complete(
    @CurrentActor() actor: Actor,
    @UuidParam('interview_id', 'interview') interviewId: string,
  ): Promise<InterviewResponseDto> {
    return InterviewResponseDto.from(await this.interviews.end(actor, interviewId, 'completed'));
  }

  @Post(':interview_id/no-show')
  @HttpCode(200)
  @AnyRole()
  @ApiOperation({ summary: 'Say that the candidate did not come' })
  @ApiOkResponse({ type: InterviewResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description: '`interview_state` when it is cancelled or has not begun',
  })
  async noShow(
    @CurrentActor() actor: Actor,
    @UuidParam('interview_id', 'interview') interviewId: string,
  ): Promise<InterviewResponseDto> {
    return InterviewResponseDto.from(await this.interviews.end(actor, interviewId, 'no_show'));
  }
}
