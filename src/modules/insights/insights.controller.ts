import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import { type Actor, AnyRole, CurrentActor, Roles, UuidParam } from '../../common/http';
import { TaskAcceptedDto } from '../tasks';
import {
  AnalysisDto,
  AnalyzeDto,
  RequestAnalysesDto,
  RequestedAnalysesDto,
  StoredAnalysisDto,
} from './dto/analysis.dto';
import { ModelCardDto } from './dto/model-card.dto';
import { InsightsService } from './insights.service';
import { ModelCard } from './model-card';

@ApiTags('analyst')
@Controller()
export class InsightsController {
  constructor(
    private readonly insights: InsightsService,
    private readonly card: ModelCard,
  ) {}

  @Post('ai/analyze')
  @HttpCode(200)
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Analyse a resume for a job, both as plain text',
    description:
      'Read, scored and worded like stored ones, and nothing is stored. Without a language model, or when it fails, a ' +
      'template words what the rules found: `provenance` says which it was and why.',
  })
  @ApiOkResponse({ type: AnalysisDto })
  async analyze(@CurrentActor() actor: Actor, @Body() body: AnalyzeDto): Promise<AnalysisDto> {
    const texts = { jobDescription: body.job_description, resumeText: body.resume_text };
    return AnalysisDto.from(await this.insights.analyseTexts(actor, texts));
  }

  @Get('ai/model-card')
  @AnyRole()
  @ApiOperation({ summary: 'What the machine is for, what it reads, and where its limits are' })
  @ApiOkResponse({ type: ModelCardDto })
  modelCard(@CurrentActor() actor: Actor): Promise<ModelCardDto> {
    return this.card.get(actor.companyId);
  }

  @Post('jobs/:job_id/candidates/:resume_id/analysis')
  @HttpCode(202)
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Analyse a candidate in the background, in place of the last time' })
  @ApiAcceptedResponse({ type: TaskAcceptedDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async request(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('resume_id', 'resume') resumeId: string,
  ): Promise<TaskAcceptedDto> {
    return TaskAcceptedDto.of(await this.insights.request(actor, { jobId, resumeId }));
  }

  @Get('jobs/:job_id/candidates/:resume_id/analysis')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'The last analysis of a candidate',
    description:
      'Each strength is shown by the words of the resume. It has no part in the ranking.',
  })
  @ApiOkResponse({ type: StoredAnalysisDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`analysis_not_found` before the first' })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('resume_id', 'resume') resumeId: string,
  ): Promise<StoredAnalysisDto> {
    return StoredAnalysisDto.fromStored(await this.insights.get(actor, { jobId, resumeId }));
  }

  @Post('jobs/:job_id/analyses')
  @HttpCode(202)
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Analyse several candidates of a job, a task for each' })
  @ApiAcceptedResponse({ type: RequestedAnalysesDto })
  @ApiNotFoundResponse({
    type: ProblemDto,
    description: 'Also when one of them is no candidate of this job; nothing is started then.',
  })
  async requestAll(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @Body() body: RequestAnalysesDto,
  ): Promise<RequestedAnalysesDto> {
    const ids = body.resume_ids.map((id) => id.toLowerCase());
    return RequestedAnalysesDto.of(ids, await this.insights.requestAll(actor, jobId, ids));
  }
}
