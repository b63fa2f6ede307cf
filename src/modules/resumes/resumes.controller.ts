import { Controller, Delete, Get, HttpCode, Query, StreamableFile } from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiServiceUnavailableResponse,
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
import { ListResumesQueryDto, ResumeDetailDto, ResumeResponseDto } from './dto/resume.dto';
import { ResumeReading } from './resume-reading';
import { ResumeRemoval } from './resume-removal';
import { ResumesService } from './resumes.service';

const READERS =
  'Hiring managers and interviewers read the resumes of the candidates of the jobs that they manage or are on the ' +
  'team of; any other resume is 404 for them.';

@ApiTags('resumes')
@Controller('resumes')
export class ResumesController {
  constructor(
    private readonly resumes: ResumesService,
    private readonly removal: ResumeRemoval,
    private readonly reading: ResumeReading,
  ) {}

  @Get()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'List resumes, newest first' })
  @ApiPage(ResumeResponseDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListResumesQueryDto,
  ): Promise<PageDto<ResumeResponseDto>> {
    const { candidate_id: candidateId, ...page } = query;
    const filter = candidateId === undefined ? page : { ...page, candidateId };
    return pageDto(await this.resumes.list(actor.companyId, filter), (resume) =>
      ResumeResponseDto.from(resume),
    );
  }

  @Get(':resume_id')
  @AnyRole()
  @ApiOperation({
    summary: 'Read a resume with its text; spans are offsets into `content`',
    description: `${READERS} Each reading is kept in the audit trail.`,
  })
  @ApiOkResponse({ type: ResumeDetailDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('resume_id', 'resume') resumeId: string,
  ): Promise<ResumeDetailDto> {
    const resume = await this.reading.read(actor, resumeId);
    return { ...ResumeResponseDto.from(resume), content: resume.content };
  }

  @Get(':resume_id/file')
  @AnyRole()
  @ApiOperation({
    summary: 'The file as it was uploaded',
    description: `${READERS} Each reading is kept in the audit trail.`,
  })
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiServiceUnavailableResponse({ type: ProblemDto, description: '`storage_unavailable`' })
  async file(
    @CurrentActor() actor: Actor,
    @UuidParam('resume_id', 'resume') resumeId: string,
  ): Promise<StreamableFile> {
    const { resume, bytes } = await this.reading.openOriginal(actor, resumeId);
    return new StreamableFile(bytes, {
      type: resume.mimeType,
      length: resume.sizeBytes,
      // As an attachment, so that a hostile file never runs as a page of ours.
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(resume.fileName)}`,
    });
  }

  @Delete(':resume_id')
  @HttpCode(204)
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'Delete a resume with its file, vectors and results',
    description:
      'Interviews that are planned for it are cancelled, with mail to who takes part. The person goes with their last ' +
      'resume, and is told nothing then.',
  })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiServiceUnavailableResponse({ type: ProblemDto, description: '`storage_unavailable`' })
  async delete(
    @CurrentActor() actor: Actor,
    @UuidParam('resume_id', 'resume') resumeId: string,
  ): Promise<void> {
    await this.removal.delete(actor, resumeId);
  }
}
