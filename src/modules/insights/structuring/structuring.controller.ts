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
import { StructuringResponseDto } from '../dto/structuring.dto';
import { StructuringService } from './structuring.service';

@ApiTags('analyst')
@Controller('resumes/:resume_id/structure')
export class StructuringController {
  constructor(private readonly structuring: StructuringService) {}

  @Post()
  @HttpCode(202)
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'Have the language model complete a resume’s profile in the background',
    description:
      'It fills what the rules left empty with words that the resume holds, and changes nothing that they read. Scores ' +
      'do not change. Without a language model the profile stays as it is.',
  })
  @ApiAcceptedResponse({ type: TaskAcceptedDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async request(
    @CurrentActor() actor: Actor,
    @UuidParam('resume_id', 'resume') resumeId: string,
  ): Promise<TaskAcceptedDto> {
    return TaskAcceptedDto.of(await this.structuring.request(actor, resumeId));
  }

  @Get()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'What the language model added to a resume’s profile the last time' })
  @ApiOkResponse({ type: StructuringResponseDto })
  @ApiNotFoundResponse({
    type: ProblemDto,
    description: '`structuring_not_found` before the first',
  })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('resume_id', 'resume') resumeId: string,
  ): Promise<StructuringResponseDto> {
    return StructuringResponseDto.from(await this.structuring.get(actor, resumeId));
  }
}
