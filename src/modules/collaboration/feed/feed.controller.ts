import { Controller, Get, Query } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import {
  type Actor,
  AnyRole,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  PageQueryDto,
  UuidParam,
} from '../../../common/http';
import { ActivityDto } from '../dto/feed.dto';
import { FeedService } from './feed.service';

@ApiTags('activity')
@Controller()
export class FeedController {
  constructor(private readonly feed: FeedService) {}

  @Get('candidates/:candidate_id/activity')
  @AnyRole()
  @ApiOperation({ summary: 'What happened around a person, newest first' })
  @ApiPage(ActivityDto)
  @ApiNotFoundResponse({ type: ProblemDto })
  async ofCandidate(
    @CurrentActor() actor: Actor,
    @UuidParam('candidate_id', 'candidate') candidateId: string,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<ActivityDto>> {
    const page = await this.feed.ofCandidate(actor, candidateId, query);
    return pageDto(page, (row) => ActivityDto.from(row));
  }

  @Get('jobs/:job_id/activity')
  @AnyRole()
  @ApiOperation({ summary: 'What happened around a job and its candidates, newest first' })
  @ApiPage(ActivityDto)
  @ApiNotFoundResponse({ type: ProblemDto })
  async ofJob(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<ActivityDto>> {
    return pageDto(await this.feed.ofJob(actor, jobId, query), (row) => ActivityDto.from(row));
  }
}
