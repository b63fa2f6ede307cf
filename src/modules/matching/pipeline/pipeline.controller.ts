import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import {
  type Actor,
  AnyRole,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  PageQueryDto,
  Roles,
  UuidParam,
} from '../../../common/http';
import { StatusChangesDto } from '../dto/change-statuses.dto';
import { MatchResponseDto } from '../dto/match.dto';
import {
  AssignCandidateDto,
  HistoryEntryDto,
  MoveManyToStageDto,
  MoveToStageDto,
} from '../dto/pipeline.dto';
import { AssignmentsService } from './assignments.service';
import { DecisionHistory } from './decision-history';
import { DecisionsService } from './decisions.service';

/** A job's candidates on their way: stages, who looks after them, and what happened so far. */
@ApiTags('candidates of a job')
@Controller('jobs/:job_id/candidates')
export class PipelineController {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly assignments: AssignmentsService,
    private readonly history: DecisionHistory,
  ) {}

  @Put('stage')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Move many candidates to a stage, with the outcome for each',
    description: 'They get the stage’s status by the same rules as by `PATCH …/candidates`.',
  })
  @ApiOkResponse({ type: StatusChangesDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`job_not_found`, `stage_not_found`' })
  async moveMany(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @Body() body: MoveManyToStageDto,
  ): Promise<StatusChangesDto> {
    const ids = { jobId, resumeIds: body.resume_ids.map((id) => id.toLowerCase()) };
    const request = { stageId: body.stage_id, reason: body.reason ?? null };
    return StatusChangesDto.from(await this.decisions.changeMany(actor, ids, request));
  }

  @Put(':resume_id/stage')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Move a candidate to a stage, which sets their status' })
  @ApiOkResponse({ type: MatchResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description: '`transition_not_allowed`, `job_closed`, `status_changed_meanwhile`',
  })
  async move(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('resume_id', 'resume') resumeId: string,
    @Body() body: MoveToStageDto,
  ): Promise<MatchResponseDto> {
    const request = { stageId: body.stage_id, reason: body.reason ?? null };
    const ids = { jobId, resumeId };
    return MatchResponseDto.from(await this.decisions.change(actor, ids, request));
  }

  @Put(':resume_id/assignee')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Say who looks after a candidate' })
  @ApiOkResponse({ type: MatchResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async assign(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('resume_id', 'resume') resumeId: string,
    @Body() body: AssignCandidateDto,
  ): Promise<MatchResponseDto> {
    const ids = { jobId, resumeId };
    return MatchResponseDto.from(await this.assignments.assign(actor, ids, body.user_id));
  }

  @Get(':resume_id/history')
  @AnyRole()
  @ApiOperation({
    summary: 'What was decided on a candidate, by whom and when, oldest first',
    description: 'Stages and reasons have the names of their moment, also when they are gone.',
  })
  @ApiPage(HistoryEntryDto)
  @ApiNotFoundResponse({ type: ProblemDto })
  async listHistory(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('resume_id', 'resume') resumeId: string,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<HistoryEntryDto>> {
    const page = await this.history.list(actor, { jobId, resumeId }, query);
    return pageDto(page, (row) => HistoryEntryDto.from(row));
  }
}
