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
import { type Actor, CurrentActor, Roles, UuidParam } from '../../../common/http';
import {
  CreateRejectionReasonDto,
  RejectionReasonDto,
  UpdateRejectionReasonDto,
} from './rejection-reason.dto';
import { RejectionReasonsService } from './rejection-reasons.service';

@ApiTags('candidates of a job')
@Controller('rejection-reasons')
export class RejectionReasonsController {
  constructor(private readonly reasons: RejectionReasonsService) {}

  @Get()
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({ summary: 'The company’s reasons to reject, by name' })
  @ApiOkResponse({ type: [RejectionReasonDto] })
  async list(@CurrentActor() actor: Actor): Promise<RejectionReasonDto[]> {
    const reasons = await this.reasons.list(actor.companyId);
    return reasons.map((reason) => RejectionReasonDto.from(reason));
  }

  @Post()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Add a reason to reject' })
  @ApiCreatedResponse({ type: RejectionReasonDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`rejection_reason_taken`' })
  async add(
    @CurrentActor() actor: Actor,
    @Body() body: CreateRejectionReasonDto,
  ): Promise<RejectionReasonDto> {
    return RejectionReasonDto.from(await this.reasons.add(actor.companyId, body.name));
  }

  @Patch(':rejection_reason_id')
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'Rename a reason or retire it',
    description: 'Decisions that named it keep the name of their moment.',
  })
  @ApiOkResponse({ type: RejectionReasonDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`rejection_reason_taken`' })
  async update(
    @CurrentActor() actor: Actor,
    @UuidParam('rejection_reason_id', 'rejection reason') id: string,
    @Body() body: UpdateRejectionReasonDto,
  ): Promise<RejectionReasonDto> {
    const change = {
      ...(body.name === undefined ? {} : { name: body.name }),
      ...(body.is_active === undefined ? {} : { isActive: body.is_active }),
    };
    return RejectionReasonDto.from(await this.reasons.update(actor.companyId, id, change));
  }

  @Delete(':rejection_reason_id')
  @HttpCode(204)
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Delete a reason; decisions keep its name' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto })
  async remove(
    @CurrentActor() actor: Actor,
    @UuidParam('rejection_reason_id', 'rejection reason') id: string,
  ): Promise<void> {
    await this.reasons.remove(actor.companyId, id);
  }
}
