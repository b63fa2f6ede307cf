import { Body, Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
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
import {
  type Actor,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  Roles,
  UuidParam,
} from '../../../common/http';
import { AttributeDto, CreateAttributeDto, UpdateAttributeDto } from '../dto/scorecard.dto';
import { AttributesService } from './attributes.service';

@ApiTags('scorecards')
@Controller('jobs/:job_id/scorecard-attributes')
@ApiNotFoundResponse({ type: ProblemDto })
export class AttributesController {
  constructor(private readonly attributes: AttributesService) {}

  @Get()
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'What the interviewers of a job rate, in its order' })
  @ApiPage(AttributeDto)
  async list(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
  ): Promise<PageDto<AttributeDto>> {
    const rows = await this.attributes.list(actor, jobId);
    return pageDto({ rows, nextCursor: null, total: rows.length }, (attribute) =>
      AttributeDto.from(attribute),
    );
  }

  @Post()
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Add something to rate' })
  @ApiCreatedResponse({ type: AttributeDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`attribute_exists`' })
  async create(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @Body() body: CreateAttributeDto,
  ): Promise<AttributeDto> {
    return AttributeDto.from(await this.attributes.add(actor, jobId, body.fields()));
  }

  @Patch(':attribute_id')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'Rename, describe or move it',
    description: 'Scorecards keep the name that they were written under.',
  })
  @ApiOkResponse({ type: AttributeDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`attribute_exists`' })
  async update(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('attribute_id', 'attribute') attributeId: string,
    @Body() body: UpdateAttributeDto,
  ): Promise<AttributeDto> {
    const ids = { jobId, attributeId };
    return AttributeDto.from(await this.attributes.update(actor, ids, body.changes()));
  }

  @Delete(':attribute_id')
  @HttpCode(204)
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'Take it off; scorecards keep what they say of it' })
  @ApiNoContentResponse()
  async delete(
    @CurrentActor() actor: Actor,
    @UuidParam('job_id', 'job') jobId: string,
    @UuidParam('attribute_id', 'attribute') attributeId: string,
  ): Promise<void> {
    await this.attributes.remove(actor, { jobId, attributeId });
  }
}
