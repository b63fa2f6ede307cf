import { Controller, Get, StreamableFile } from '@nestjs/common';
import {
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import { type Actor, AnyRole, CurrentActor, UuidParam } from '../../../common/http';
import { InterviewKitDto } from '../dto/kit.dto';
import { InterviewResumes } from './interview-resumes';
import { KitService } from './kit.service';

@ApiTags('interviews')
@Controller('interviews/:interview_id')
@ApiNotFoundResponse({ type: ProblemDto })
export class KitController {
  constructor(
    private readonly kits: KitService,
    private readonly resumes: InterviewResumes,
  ) {}

  @Get('kit')
  @AnyRole()
  @ApiOperation({
    summary: 'What somebody needs who meets the candidate',
    description:
      'The job, the person, questions and what to rate. No score and nobody’s opinion, so that they form their own.',
  })
  @ApiOkResponse({ type: InterviewKitDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('interview_id', 'interview') interviewId: string,
  ): Promise<InterviewKitDto> {
    return InterviewKitDto.from(await this.kits.get(actor, interviewId));
  }

  @Get('resume')
  @AnyRole()
  @ApiOperation({
    summary: 'The candidate’s resume as it was uploaded',
    description: 'Each reading is kept in the audit trail.',
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiServiceUnavailableResponse({ type: ProblemDto, description: '`storage_unavailable`' })
  async resume(
    @CurrentActor() actor: Actor,
    @UuidParam('interview_id', 'interview') interviewId: string,
  ): Promise<StreamableFile> {
    const { resume, bytes } = await this.resumes.open(actor, interviewId);
    return new StreamableFile(bytes, {
      type: resume.mimeType,
      length: resume.sizeBytes,
      // As an attachment, so that a hostile file never runs as a page of ours.
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(resume.fileName)}`,
    });
  }
}
