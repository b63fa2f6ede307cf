import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import { type Actor, ApiPage, CurrentActor, type PageDto, pageDto, Roles } from '../../common/http';
import { ReplicaReads } from '../../platform/database';
import {
  JobAgreementDto,
  JobAgreementsQueryDto,
  rangeOf,
  ScoreAgreementDto,
  ScoreAgreementQueryDto,
} from './dto/score-agreement.dto';
import { ScoreAgreementService } from './score-agreement.service';

@ApiTags('analytics')
@Controller('analytics/score-agreement')
@UseInterceptors(ReplicaReads)
export class ScoreAgreementController {
  constructor(private readonly agreement: ScoreAgreementService) {}

  @Get()
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'How far decisions of people go with the ranking',
    description:
      'Compares every candidate who was taken further with every one who was rejected on the same ranking: the same ' +
      'job, version of the job and engine. Of each candidate the last decision in the time counts, with the score of that ' +
      'moment. Low values are a reason to look at the job’s skills and weights, not at the people.',
  })
  @ApiOkResponse({ type: ScoreAgreementDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async measure(
    @CurrentActor() actor: Actor,
    @Query() query: ScoreAgreementQueryDto,
  ): Promise<ScoreAgreementDto> {
    const { job_id: jobId } = query;
    const asked = { ...rangeOf(query), ...(jobId === undefined ? {} : { jobId }) };
    return ScoreAgreementDto.from(await this.agreement.measure(actor.companyId, asked));
  }

  @Get('jobs')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'The same for each job with decisions, by title' })
  @ApiPage(JobAgreementDto)
  async measureByJob(
    @CurrentActor() actor: Actor,
    @Query() query: JobAgreementsQueryDto,
  ): Promise<PageDto<JobAgreementDto>> {
    const { limit, cursor } = query;
    const page = await this.agreement.measureByJob(actor.companyId, {
      ...rangeOf(query),
      limit,
      ...(cursor === undefined ? {} : { cursor }),
    });
    return pageDto(page, (job) => JobAgreementDto.from(job));
  }
}
