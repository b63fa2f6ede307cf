import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import { type Actor, AnyRole, CurrentActor, Roles, UuidParam } from '../../../common/http';
import { JobStagesService } from './job-stages.service';
import { CreateStageDto, OrderStagesDto, StageDto, UpdateStageDto } from './stage.dto';

@ApiTags('jobs')
@Controller('jobs/:job_id/stages')
export class JobStagesController {
  constructor(private readonly stages: JobStagesService) {}

  @Get()
  @AnyRole()
  @ApiOperation({ summary: 'A job’s own stages, in order' })
  @ApiOkResponse({ type: [StageDto] })
  @ApiNotFoundResponse({ type: ProblemDto })
  async list(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
  ): Promise<StageDto[]> {
    const stages = await this.stages.list(actor, jobId);
    return stages.map((stage) => StageDto.from(stage));
  }

  @Post()
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Add a stage to a job',
    description: 'A stage sits on top of a status: who is moved to the stage gets the status.',
  })
  @ApiCreatedResponse({ type: StageDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`stage_name_taken`, `too_many_stages`' })
  async add(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @Body() body: CreateStageDto,
  ): Promise<StageDto> {
    return StageDto.from(await this.stages.add(actor, jobId, body));
  }

  @Put('order')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Put a job’s stages in another order' })
  @ApiOkResponse({ type: [StageDto] })
  @ApiNotFoundResponse({ type: ProblemDto })
  async order(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @Body() body: OrderStagesDto,
  ): Promise<StageDto[]> {
    const ids = body.stage_ids.map((id) => id.toLowerCase());
    const stages = await this.stages.order(actor, jobId, ids);
    return stages.map((stage) => StageDto.from(stage));
  }

  @Patch(':stage_id')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Rename a stage, or give it another status while nobody is in it',
  })
  @ApiOkResponse({ type: StageDto })
  @ApiNotFoundResponse({ type: ProblemDto, description: '`job_not_found`, `stage_not_found`' })
  @ApiConflictResponse({ type: ProblemDto, description: '`stage_name_taken`, `stage_in_use`' })
  async update(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('stage_id', 'stage') stageId: string,
    @Body() body: UpdateStageDto,
  ): Promise<StageDto> {
    return StageDto.from(await this.stages.update(actor, { jobId, stageId }, body));
  }

  @Delete(':stage_id')
  @HttpCode(204)
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Delete a stage; who is in it keeps their status' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto, description: '`job_not_found`, `stage_not_found`' })
  async remove(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('stage_id', 'stage') stageId: string,
  ): Promise<void> {
    await this.stages.remove(actor, jobId, stageId);
  }
}
