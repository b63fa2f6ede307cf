import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import {
  type Actor,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  Roles,
  UuidParam,
} from '../../common/http';
import { CandidatesService } from '../candidates';
import { ConnectionsRepository } from './connections.repository';
import {
  CandidateFitDto,
  CandidatesForJobAnswerDto,
  CandidatesForJobDto,
  ConnectionDto,
  ConnectionsQueryDto,
  FitSearchDto,
  JobFitDto,
  JobsForCandidateAnswerDto,
  JobsForCandidateDto,
  SimilarQueryDto,
} from './dto/relations.dto';
import { SearchAnswerDto } from './dto/search.dto';
import { JobSearchService } from './job-search.service';

/** Searches that start from a job, a resume or a person. */
@ApiTags('search')
@Controller()
export class RelationsController {
  constructor(
    private readonly search: JobSearchService,
    private readonly candidates: CandidatesService,
    private readonly connectionsOf: ConnectionsRepository,
  ) {}

  @Post('search/candidates')
  @HttpCode(200)
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Candidates for a job from the whole pool, nothing stored',
    description:
      'By default ordered by similarity, required skills and title, fused by reciprocal rank; both scores are in the answer.',
  })
  @ApiOkResponse({ type: CandidatesForJobAnswerDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description: '`job_not_comparable`, `embedding_model_changed`',
  })
  async forJob(
    @CurrentActor() actor: Actor,
    @Body() body: CandidatesForJobDto,
  ): Promise<CandidatesForJobAnswerDto> {
    const request = FitSearchDto.requestOf(body);
    const { fits, notices } = await this.search.candidatesFor(actor, body.job_id, request);
    const results = fits.map((fit) => CandidateFitDto.ofFit(fit));
    return { query: body.job_id, results, count: results.length, notices };
  }

  @Post('search/jobs')
  @HttpCode(200)
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Open jobs for a candidate' })
  @ApiOkResponse({ type: JobsForCandidateAnswerDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description: '`candidate_not_comparable`, `embedding_model_changed`',
  })
  async forCandidate(
    @CurrentActor() actor: Actor,
    @Body() body: JobsForCandidateDto,
  ): Promise<JobsForCandidateAnswerDto> {
    return this.jobsFor(actor, body.candidate_id, body);
  }

  @Get('candidates/:candidate_id/jobs')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'The open jobs that fit a candidate best' })
  @ApiOkResponse({ type: JobsForCandidateAnswerDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description: '`candidate_not_comparable`, `embedding_model_changed`',
  })
  async jobs(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
    @Query() query: FitSearchDto,
  ): Promise<JobsForCandidateAnswerDto> {
    return this.jobsFor(actor, candidateId, query);
  }

  @Get('candidates/:candidate_id/connections')
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'People who worked at the same employer at the same time',
    description: 'Only where both resumes say from when to when.',
  })
  @ApiPage(ConnectionDto)
  @ApiNotFoundResponse({ type: ProblemDto })
  async connections(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
    @Query() query: ConnectionsQueryDto,
  ): Promise<PageDto<ConnectionDto>> {
    await this.candidates.get(actor.companyId, candidateId);
    const page = await this.connectionsOf.list(actor.companyId, candidateId, query);
    return pageDto(page, (row) => ConnectionDto.from(row));
  }

  @Get('resumes/:resume_id/similar')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Other people’s resumes that read alike' })
  @ApiOkResponse({ type: SearchAnswerDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description: '`resume_not_comparable`, `embedding_model_changed`',
  })
  async similar(
    @CurrentActor() actor: Actor,
    @UuidParam('resume_id', 'resume') resumeId: string,
    @Query() { limit }: SimilarQueryDto,
  ): Promise<SearchAnswerDto> {
    const found = await this.search.similarTo(actor.companyId, resumeId, limit);
    return SearchAnswerDto.of(resumeId, { ...found, nextCursor: null });
  }

  private async jobsFor(
    actor: Actor,
    candidateId: string,
    query: FitSearchDto,
  ): Promise<JobsForCandidateAnswerDto> {
    const request = FitSearchDto.requestOf(query);
    const { fits, notices } = await this.search.jobsFor(actor, candidateId, request);
    const results = fits.map((fit) => JobFitDto.from(fit));
    return { query: candidateId, results, count: results.length, notices };
  }
}
