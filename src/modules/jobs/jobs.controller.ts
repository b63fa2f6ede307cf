import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
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
import {
  CreateJobDto,
  GetJobQueryDto,
  JobResponseDto,
  ListJobsQueryDto,
  UpdateJobDto,
} from './dto/job.dto';
import { type JobDraft, JobsService, scopeOf } from './jobs.service';

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Post()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Create a job; its text is embedded before the answer' })
  @ApiCreatedResponse({ type: JobResponseDto })
  async create(@CurrentActor() actor: Actor, @Body() body: CreateJobDto): Promise<JobResponseDto> {
    const draft = { ...draftOf(body), title: body.title, description: body.description };
    return JobResponseDto.from(await this.jobs.create(actor, draft));
  }

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'List jobs, newest first' })
  @ApiPage(JobResponseDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListJobsQueryDto,
  ): Promise<PageDto<JobResponseDto>> {
    return pageDto(await this.jobs.list(scopeOf(actor), query), (job) => JobResponseDto.from(job));
  }

  @Get(':job_id')
  @AnyRole()
  @ApiOperation({ summary: 'Read a job' })
  @ApiOkResponse({ type: JobResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @Query() query: GetJobQueryDto,
  ): Promise<JobResponseDto> {
    const job = await this.jobs.get(scopeOf(actor), jobId);
    if (query.include === undefined) {
      return JobResponseDto.from(job);
    }
    return JobResponseDto.from(job, await this.jobs.getEmbedding(actor.companyId, jobId));
  }

  @Patch(':job_id')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Change a job',
    description:
      'A change of the text, the skills, the least experience or `similarity_weight` scores the existing ' +
      'candidates again in a task.',
  })
  @ApiOkResponse({ type: JobResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`job_changed_meanwhile`' })
  async update(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @Body() body: UpdateJobDto,
  ): Promise<JobResponseDto> {
    return JobResponseDto.from(await this.jobs.update(actor, jobId, draftOf(body)));
  }

  @Delete(':job_id')
  @HttpCode(204)
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'Delete a job with its results; the resumes stay',
    description: 'Interviews that are planned for it are cancelled, with mail to who takes part.',
  })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto })
  async delete(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
  ): Promise<void> {
    await this.jobs.delete(actor, jobId);
  }
}

/** The wire's names to ours; a field that was not sent stays absent. */
function draftOf(body: UpdateJobDto): Partial<JobDraft> {
  const draft = {
    title: body.title,
    description: body.description,
    company: body.company,
    location: body.location,
    employmentType: body.employment_type,
    requirements: body.requirements,
    skillsRequired: body.skills_required,
    minYearsExperience: body.min_years_experience,
    educationLevel: body.education_level,
    similarityWeight: body.similarity_weight,
    status: body.status,
    hiringManagerId: body.hiring_manager_id,
    department: body.department,
    recruiterId: body.recruiter_id,
  };
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));
}
