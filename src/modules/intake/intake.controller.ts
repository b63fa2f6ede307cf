import { Body, Controller, Post, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiTags,
  ApiUnsupportedMediaTypeResponse,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import { type Actor, CurrentActor, Roles } from '../../common/http';
import { FileMissingError } from '../resumes';
import { UploadResponseDto, UploadResumeDto, UploadResumeFormDto } from './dto/intake.dto';
import { displayName } from './file-name';
import { IntakeService } from './intake.service';

@ApiTags('resumes')
@Controller('resumes')
export class IntakeController {
  constructor(private readonly intake: IntakeService) {}

  @Post('upload')
  @Roles('admin', 'recruiter')
  @UseInterceptors(FileInterceptor('file'))
  @ApiOperation({ summary: 'Upload a resume; read, embedded and matched before the answer' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: UploadResumeFormDto })
  @ApiCreatedResponse({ type: UploadResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`job_not_found`' })
  @ApiConflictResponse({ type: ProblemDto, description: '`job_closed`' })
  @ApiPayloadTooLargeResponse({ type: ProblemDto })
  @ApiUnsupportedMediaTypeResponse({ type: ProblemDto, description: '`unsupported_file_type`' })
  async upload(
    @CurrentActor() actor: Actor,
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() body: UploadResumeDto,
  ): Promise<UploadResponseDto> {
    if (file === undefined) {
      throw new FileMissingError();
    }
    const resume = { name: displayName(file.originalname), bytes: file.buffer };
    return UploadResponseDto.from(await this.intake.upload(actor, resume, body.job_id ?? null));
  }
}
