import { Controller, Get, Query } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import { type Actor, CurrentActor, Roles, UuidParam } from '../../common/http';
import {
  CompareQueryDto,
  ComparisonDto,
  FEWEST_COMPARED,
  MOST_COMPARED,
} from './dto/comparison.dto';
import { MatchComparison } from './match-comparison';

/** Beside `MatchingController`, and registered before it: "compare" is no resume's id. */
@ApiTags('candidates of a job')
@Controller('jobs/:job_id/candidates/compare')
export class ComparisonController {
  constructor(private readonly comparison: MatchComparison) {}

  @Get()
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: `Compare ${FEWEST_COMPARED} to ${MOST_COMPARED} candidates of a job side by side`,
    description:
      'For each required skill who has it and where it stands, the terms of the scores, experience, education, and ' +
      'what sets the candidates apart in plain words.',
  })
  @ApiQuery({
    name: 'resume_ids',
    required: true,
    style: 'form',
    explode: false,
    schema: {
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      minItems: FEWEST_COMPARED,
      maxItems: MOST_COMPARED,
      uniqueItems: true,
    },
    description: 'With commas between them.',
  })
  @ApiOkResponse({ type: ComparisonDto })
  @ApiNotFoundResponse({
    type: ProblemDto,
    description: '`job_not_found`, `candidate_of_this_job_not_found`',
  })
  async compare(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @Query() query: CompareQueryDto,
  ): Promise<ComparisonDto> {
    return ComparisonDto.from(await this.comparison.compare(actor, jobId, query.resume_ids));
  }
}
