import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
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
import { ChangeStatusesDto, StatusChangesDto } from './dto/change-statuses.dto';
import { ApiQueueFull, TaskAcceptedDto } from '../tasks';
import { ListCandidatesQueryDto } from './dto/list-candidates.dto';
import { ChangeStatusDto, MatchResponseDto } from './dto/match.dto';
import { GetMatchQueryDto, MatchDetailDto } from './dto/match-detail.dto';
import { JobCandidatesService } from './job-candidates.service';
import { MatchingService } from './matching.service';
import { DecisionsService, type Request } from './pipeline/decisions.service';
import { RankedCandidatesService } from './ranked-candidates.service';

@ApiTags('candidates of a job')
@Controller('jobs/:job_id')
export class MatchingController {
  constructor(
    private readonly matching: MatchingService,
    private readonly candidates: JobCandidatesService,
    private readonly ranked: RankedCandidatesService,
    private readonly decisions: DecisionsService,
  ) {}

  @Post('match')
  @HttpCode(202)
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Rank the whole pool for a job in the background' })
  @ApiAcceptedResponse({ type: TaskAcceptedDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`job_closed`, `embedding_model_changed`' })
  @ApiQueueFull()
  async rankPool(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
  ): Promise<TaskAcceptedDto> {
    return TaskAcceptedDto.of(await this.matching.rankPool(actor, jobId));
  }

  @Get('candidates')
  @AnyRole()
  @ApiOperation({
    summary: 'The candidates of a job, ranked',
    description:
      'All filters must hold. `rank` is the place among all of the job’s candidates by match score, whatever ' +
      'filters or sorts the page; `total` is counted with the first page. The pages that follow a cursor keep ' +
      'the order that the first page saw: a candidate who comes in later, or whose score changes, is neither ' +
      'listed twice nor moves others out of sight. Rows themselves are always as they are now. A cursor belongs ' +
      'to one sort and one set of filters.',
  })
  @ApiPage(MatchResponseDto)
  @ApiNotFoundResponse({ type: ProblemDto })
  async list(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @Query() query: ListCandidatesQueryDto,
  ): Promise<PageDto<MatchResponseDto>> {
    const { limit, cursor, sort } = query;
    const page = await this.ranked.list(actor, jobId, {
      filter: query.filter(),
      limit,
      sort,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return pageDto(page, (match) => MatchResponseDto.from(match));
  }

  @Patch('candidates')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Decide on many candidates at once, with the outcome for each',
    description:
      'All in one transaction. Each candidate whose status changes gets an entry of their own in the history, ' +
      'with the score of the moment. Those who have the status already are `unchanged`, those who may not go ' +
      'there are `not_allowed`, and ids that are no candidates of this job are `not_found`: they stop nobody else.',
  })
  @ApiOkResponse({ type: StatusChangesDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`job_not_found`' })
  async changeStatuses(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @Body() body: ChangeStatusesDto,
  ): Promise<StatusChangesDto> {
    const ids = { jobId, resumeIds: body.resume_ids.map((id) => id.toLowerCase()) };
    return StatusChangesDto.from(await this.decisions.changeMany(actor, ids, requestOf(body)));
  }

  @Get('candidates/:resume_id')
  @AnyRole()
  @ApiOperation({
    summary: 'One candidate with the full reasons for the score',
    description:
      'The terms that add up to the score, the words that prove each required skill, the closest passages, what ' +
      'each missing skill would change, and by which rules and model the score came about.',
  })
  @ApiOkResponse({ type: MatchDetailDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('resume_id', 'resume') resumeId: string,
    @Query() query: GetMatchQueryDto,
  ): Promise<MatchDetailDto> {
    const ids = { jobId, resumeId };
    return MatchDetailDto.fromReasons(
      await this.candidates.getWithReasons(actor, ids, query.target()),
    );
  }

  @Patch('candidates/:resume_id')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Decide on a candidate; the decision is kept with the score of the moment',
    description:
      'While an application is active it may get every other status. Who was rejected, has withdrawn or was hired ' +
      'comes back with a `reason` only (422 `reason_required`), and a closed job moves nobody forward. What is not ' +
      'legal is 409 and names what is, as `allowed`.',
  })
  @ApiOkResponse({ type: MatchResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description: '`transition_not_allowed`, `job_closed`, `status_changed_meanwhile`',
  })
  async changeStatus(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('resume_id', 'resume') resumeId: string,
    @Body() body: ChangeStatusDto,
  ): Promise<MatchResponseDto> {
    return MatchResponseDto.from(
      await this.decisions.change(actor, { jobId, resumeId }, requestOf(body)),
    );
  }
}

function requestOf(body: ChangeStatusDto): Request {
  const { status: to, reason = null, rejection_reason_id: rejectionReasonId = null } = body;
  return { to, reason, rejectionReasonId };
}
