import { Body, Controller, HttpCode, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiUnsupportedMediaTypeResponse,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import { type Actor, CurrentActor, Roles } from '../../common/http';
import { IdempotencyInterceptor } from '../idempotency';
import { FileMissingError } from '../resumes';
import { ApiQueueFull } from '../tasks';
import { BulkIntakeService, type Wanted } from './bulk-intake.service';
import { QueuedUploadDto } from './dto/bulk.dto';
import { UploadResponseDto, UploadResumeDto, UploadResumeFormDto } from './dto/intake.dto';
import { multipartName } from './file-name';
import { IntakeService } from './intake.service';
import { UploadSources } from './upload-sources';

@ApiTags('resumes')
@Controller('resumes')
export class IntakeController {
  constructor(
    private readonly intake: IntakeService,
    private readonly queue: BulkIntakeService,
    private readonly sources: UploadSources,
  ) {}

  @Post('upload')
  @Roles('admin', 'recruiter')
  @UseInterceptors(FileInterceptor('file'), IdempotencyInterceptor)
  @ApiOperation({ summary: 'Upload a resume; read, embedded and matched before the answer' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadResumeFormDto })
  @ApiCreatedResponse({ type: UploadResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`job_not_found`' })
  @ApiConflictResponse({ type: ProblemDto, description: '`job_closed`, `embedding_model_changed`' })
  @ApiPayloadTooLargeResponse({ type: ProblemDto })
  @ApiServiceUnavailableResponse({ type: ProblemDto, description: '`storage_unavailable`' })
  @ApiUnsupportedMediaTypeResponse({ type: ProblemDto, description: '`unsupported_file_type`' })
  async upload(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() body: UploadResumeDto,
  ): Promise<UploadResponseDto> {
    if (file === undefined) {
      throw new FileMissingError();
    }
    const resume = { name: multipartName(file.originalname), bytes: file.buffer };
    const wanted = await this.wanted(actor, body);
    return UploadResponseDto.from(await this.intake.upload(actor, resume, wanted));
  }

  @Post()
  @HttpCode(202)
  @Roles('admin', 'recruiter')
  @UseInterceptors(FileInterceptor('file'), IdempotencyInterceptor)
  @ApiOperation({ summary: 'Upload a resume to be read in the background' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadResumeFormDto })
  @ApiAcceptedResponse({ type: QueuedUploadDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`job_not_found`' })
  @ApiConflictResponse({ type: ProblemDto, description: '`job_closed`' })
  @ApiPayloadTooLargeResponse({ type: ProblemDto })
  @ApiServiceUnavailableResponse({ type: ProblemDto, description: '`storage_unavailable`' })
  @ApiQueueFull()
  async queueOne(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() body: UploadResumeDto,
  ): Promise<QueuedUploadDto> {
    if (file === undefined) {
      throw new FileMissingError();
    }
    const received = { name: multipartName(file.originalname), bytes: file.buffer };
    const wanted = await this.wanted(actor, body);
    return QueuedUploadDto.from(await this.queue.acceptOne(actor, received, wanted));
  }

  private async wanted(actor: Actor, body: UploadResumeDto): Promise<Wanted> {
    return { jobId: body.job_id ?? null, source: await this.sources.of(actor, body, 'upload') };
  }
}
