import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import { type Actor, CurrentActor, Roles, UuidParam } from '../../../common/http';
import { TaskAcceptedDto } from '../../tasks';
import { ReviewResponseDto } from '../dto/review.dto';
import { ReviewsService } from './reviews.service';

@ApiTags('analyst')
@Controller('resumes/:resume_id/review')
export class ReviewsController {
  constructor(private readonly reviews: ReviewsService) {}

  @Post()
  @HttpCode(202)
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'Review a resume in the background, in place of the last time',
    description:
      'What could be better, and how. It judges the text, not the person, and changes no score.',
  })
  @ApiAcceptedResponse({ type: TaskAcceptedDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async request(
    @CurrentActor() actor: Actor,
    @UuidParam('resume_id', 'resume') resumeId: string,
  ): Promise<TaskAcceptedDto> {
    return TaskAcceptedDto.of(await this.reviews.request(actor, resumeId));
  }

  @Get()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'The last review of a resume, by its sections' })
  @ApiOkResponse({ type: ReviewResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`review_not_found` before the first' })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('resume_id', 'resume') resumeId: string,
  ): Promise<ReviewResponseDto> {
    return ReviewResponseDto.from(await this.reviews.get(actor, resumeId));
  }
}
