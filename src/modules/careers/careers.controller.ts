import { randomUUID } from 'node:crypto';
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
  Query,
  UploadedFile,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiProduces,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnprocessableEntityResponse,
  ApiUnsupportedMediaTypeResponse,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import { ApiPage, type PageDto, pageDto, PageQueryDto, Public, UuidParam } from '../../common/http';
import { multipartName } from '../intake';
import { FileMissingError } from '../resumes';
import { ApplicationLimitGuard } from './application-limit.guard';
import { CareersService } from './careers.service';
import { ApplicationAcceptedDto, ApplyDto, ApplyFormDto, PublicJobDto } from './dto/careers.dto';

/** For people who look for a job and have no account. */
@ApiTags('careers')
@Controller('careers/:company_slug')
export class CareersController {
  constructor(private readonly careers: CareersService) {}

  @Get('jobs')
  @Public()
  @ApiOperation({
    summary: 'The open jobs of a company that has a careers page, newest first',
  })
  @ApiPage(PublicJobDto)
  @ApiNotFoundResponse({ type: ProblemDto, description: '`company_not_found`' })
  @ApiUnprocessableEntityResponse({ type: ProblemDto })
  async list(
    @Param('company_slug') slug: string,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<PublicJobDto>> {
    return pageDto(await this.careers.list(slug, query), (job) => PublicJobDto.from(job));
  }

  @Get('jobs.rss')
  @Public()
  @Header('Content-Type', 'application/rss+xml; charset=utf-8')
  @ApiOperation({ summary: 'The same as RSS 2.0' })
  @ApiProduces('application/rss+xml')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`company_not_found`' })
  feed(@Param('company_slug') slug: string): Promise<string> {
    return this.careers.feed(slug);
  }

  @Get('jobs/:job_id')
  @Public()
  @ApiOperation({ summary: 'An open job' })
  @ApiOkResponse({ type: PublicJobDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`company_not_found`, `job_not_found`' })
  async get(
    @Param('company_slug') slug: string,
    @UuidParam('job_id', 'job') jobId: string,
  ): Promise<PublicJobDto> {
    return PublicJobDto.from(await this.careers.get(slug, jobId));
  }

  @Post('jobs/:job_id/applications')
  @HttpCode(202)
  @Public()
  @UseGuards(ApplicationLimitGuard)
  @UseInterceptors(FileInterceptor('file'))
  @ApiOperation({
    summary: 'Apply for a job',
    description:
      'The resume is read in the background and the applicant gets a mail that says that it arrived. What ' +
      'they agreed to is kept with its time. The answer is the same for everybody.',
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ type: ApplyFormDto })
  @ApiAcceptedResponse({ type: ApplicationAcceptedDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`company_not_found`, `job_not_found`' })
  @ApiPayloadTooLargeResponse({ type: ProblemDto })
  @ApiUnprocessableEntityResponse({ type: ProblemDto })
  @ApiUnsupportedMediaTypeResponse({ type: ProblemDto, description: '`unsupported_file_type`' })
  @ApiTooManyRequestsResponse({
    type: ProblemDto,
    description: '`too_many_applications`, `queue_full`',
  })
  @ApiServiceUnavailableResponse({ type: ProblemDto, description: '`storage_unavailable`' })
  async apply(
    @Param('company_slug') slug: string,
    @UuidParam('job_id', 'job') jobId: string,
    @UploadedFile() file: Express.Multer.File | undefined,
    @Body() body: ApplyDto,
  ): Promise<ApplicationAcceptedDto> {
    if ((body.website ?? '') !== '') {
      // Only a program fills in what nobody sees: it learns nothing, and nothing is kept.
      return { application_id: randomUUID() };
    }
    if (file === undefined) {
      throw new FileMissingError();
    }
    const application = {
      fullName: body.name,
      email: body.email,
      file: { name: multipartName(file.originalname), bytes: file.buffer },
      consentText: body.consent_text ?? null,
    };
    return { application_id: await this.careers.apply(slug, jobId, application) };
  }
}
