import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import { type Actor, AnyRole, CurrentActor, Roles, UuidParam } from '../../../common/http';
import { PanelViewDto, SaveScorecardDto, ScorecardDto } from '../dto/scorecard.dto';
import { ScorecardsService } from './scorecards.service';

@ApiTags('scorecards')
@Controller()
@ApiNotFoundResponse({ type: ProblemDto })
export class ScorecardsController {
  constructor(private readonly scorecards: ScorecardsService) {}

  @Get('interviews/:interview_id/scorecard')
  @AnyRole()
  @ApiOperation({ summary: 'Your own scorecard of an interview' })
  @ApiOkResponse({ type: ScorecardDto })
  async getOwn(
    @CurrentActor() actor: Actor,
    @UuidParam('interview_id', 'interview') interviewId: string,
  ): Promise<ScorecardDto> {
    return ScorecardDto.from(await this.scorecards.getOwn(actor, interviewId));
  }

  @Put('interviews/:interview_id/scorecard')
  @AnyRole()
  @ApiOperation({
    summary: 'Write your scorecard',
    description: 'For those who take part. A draft, which nobody else sees, until it is submitted.',
  })
  @ApiOkResponse({ type: ScorecardDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description: '`scorecard_submitted`; `interview_state` when it did not take place',
  })
  async save(
    @CurrentActor() actor: Actor,
    @UuidParam('interview_id', 'interview') interviewId: string,
    @Body() body: SaveScorecardDto,
  ): Promise<ScorecardDto> {
    return ScorecardDto.from(await this.scorecards.save(actor, interviewId, body.draft()));
  }

  @Post('interviews/:interview_id/scorecard/submit')
  @HttpCode(200)
  @AnyRole()
  @ApiOperation({ summary: 'Submit your scorecard for good' })
  @ApiOkResponse({ type: ScorecardDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description:
      '`scorecard_incomplete`, `scorecard_submitted`; `interview_state` before the interview has begun',
  })
  async submit(
    @CurrentActor() actor: Actor,
    @UuidParam('interview_id', 'interview') interviewId: string,
  ): Promise<ScorecardDto> {
    return ScorecardDto.from(await this.scorecards.submit(actor, interviewId));
  }

  @Get('interviews/:interview_id/scorecards')
  @AnyRole()
  @ApiOperation({
    summary: 'What the interviewers of an interview submitted',
    description:
      'Whoever takes part in an interview of this candidate sees the others’ once their own is submitted.',
  })
  @ApiOkResponse({ type: PanelViewDto })
  async ofInterview(
    @CurrentActor() actor: Actor,
    @UuidParam('interview_id', 'interview') interviewId: string,
  ): Promise<PanelViewDto> {
    return PanelViewDto.from(await this.scorecards.ofInterview(actor, interviewId));
  }

  @Get('jobs/:job_id/candidates/:resume_id/scorecards')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'What all interviewers of a candidate submitted, with how often each rating was given',
  })
  @ApiOkResponse({ type: PanelViewDto })
  async ofCandidate(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('resume_id', 'resume') resumeId: string,
  ): Promise<PanelViewDto> {
    return PanelViewDto.from(await this.scorecards.ofCandidate(actor, { jobId, resumeId }));
  }
}
