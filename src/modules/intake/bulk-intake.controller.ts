import {
  Body,
  Controller,
  Get,
  HttpCode,
  Post,
  Res,
  UploadedFiles,
  UseInterceptors,
} from '@nestjs/common';
import { FilesInterceptor } from '@nestjs/platform-express';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { ProblemDto } from '../../common/errors';
import {
  type Actor,
  ApiPolling,
  CurrentActor,
  POLLING_HEADERS,
  Roles,
  setPollingHeaders,
  UuidParam,
} from '../../common/http';
import { IdempotencyInterceptor } from '../idempotency';
import { ApiQueueFull, TaskAcceptedDto } from '../tasks';
import { BulkIntakeService } from './bulk-intake.service';
import { BatchAcceptedDto, BatchStatusDto, BulkUploadFormDto, RetriedDto } from './dto/bulk.dto';
import { UploadResumeDto } from './dto/intake.dto';
import { DiscardIncoming } from './multipart';
import { ReprocessService } from './reprocess.service';
import { isFinishedBatch } from './upload-item';
import { UploadSources } from './upload-sources';

@ApiTags('resumes')
@Controller('resumes')
export class BulkIntakeController {
  constructor(
    private readonly intake: BulkIntakeService,
    private readonly reprocessing: ReprocessService,
    private readonly sources: UploadSources,
  ) {}

  @Post('bulk')
  @HttpCode(202)
  @Roles('admin', 'recruiter')
  @UseInterceptors(FilesInterceptor('files'), DiscardIncoming, IdempotencyInterceptor)
  @ApiOperation({
    summary: 'Upload many resumes, also as .zip, to be read in the background',
    description:
      'How far it is: poll `GET /resumes/bulk/{batch_id}/status`, or open the WebSocket ' +
      '`/ws/resumes/bulk/{batch_id}` and be told.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: BulkUploadFormDto })
  @ApiAcceptedResponse({ type: BatchAcceptedDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`job_not_found`' })
  @ApiConflictResponse({ type: ProblemDto, description: '`job_closed`' })
  @ApiPayloadTooLargeResponse({ type: ProblemDto, description: '`too_many_files`' })
  @ApiServiceUnavailableResponse({ type: ProblemDto, description: '`storage_unavailable`' })
  @ApiQueueFull()
  async bulk(
    @CurrentActor() actor: Actor,
    @UploadedFiles() files: readonly Express.Multer.File[] | undefined,
    @Body() body: UploadResumeDto,
  ): Promise<BatchAcceptedDto> {
    const source = await this.sources.of(actor, body, 'bulk');
    const wanted = { jobId: body.job_id ?? null, source };
    const batch = await this.intake.acceptBatch(actor, files ?? [], wanted);
    return BatchAcceptedDto.from(batch);
  }

  @Get('bulk/:batch_id/status')
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'How far a bulk upload is, file by file',
    description:
      'The WebSocket `/ws/resumes/bulk/{batch_id}` tells the same live: first `{"type": "connection", ' +
      'batch_id, status, total_files, processed_files, failed_files}`, then `{"type": "batch_update", …}` ' +
      'with the same fields, `timestamp`, and the file that changed last as `item: {upload_item_id, ' +
      'file_name, status, error_message}`, at most two a second, always ending with the final state.',
  })
  @ApiOkResponse({ type: BatchStatusDto, headers: POLLING_HEADERS })
  @ApiPolling()
  @ApiNotFoundResponse({ type: ProblemDto })
  async status(
    @CurrentActor() actor: Actor,
    @UuidParam('batch_id', 'batch') batchId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BatchStatusDto> {
    const items = await this.intake.progressOf(actor.companyId, batchId);
    setPollingHeaders(response, isFinishedBatch(items));
    return BatchStatusDto.from(batchId, items);
  }

  @Post('bulk/:batch_id/retry')
  @HttpCode(202)
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Read the failed files of a bulk upload again' })
  @ApiAcceptedResponse({ type: RetriedDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiQueueFull()
  async retry(
    @CurrentActor() actor: Actor,
    @UuidParam('batch_id', 'batch') batchId: string,
  ): Promise<RetriedDto> {
    const retried = await this.intake.retryFailed(actor.companyId, batchId);
    return { batch_id: batchId, retried };
  }

  @Post(':resume_id/reprocess')
  @HttpCode(202)
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Read a stored resume again in the background' })
  @ApiAcceptedResponse({ type: TaskAcceptedDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiQueueFull()
  async reprocess(
    @CurrentActor() actor: Actor,
    @UuidParam('resume_id', 'resume') resumeId: string,
  ): Promise<TaskAcceptedDto> {
    return TaskAcceptedDto.of(await this.reprocessing.request(actor, resumeId));
  }
}
