import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ProblemDto } from '../../../common/errors';
import { type Actor, CurrentActor, Roles } from '../../../common/http';
import {
  AiSettingsResponseDto,
  AiUsageQueryDto,
  AiUsageResponseDto,
  UpdateAiSettingsDto,
} from '../dto/ai-settings.dto';
import { AiSettingsService } from './ai-settings.service';

@ApiTags('analyst')
@Controller('ai')
export class AiSettingsController {
  constructor(private readonly service: AiSettingsService) {}

  @Get('settings')
  @Roles('admin')
  @ApiOperation({ summary: 'What your company wants of the language model' })
  @ApiOkResponse({ type: AiSettingsResponseDto })
  async get(@CurrentActor() actor: Actor): Promise<AiSettingsResponseDto> {
    return AiSettingsResponseDto.from(await this.service.get(actor.companyId));
  }

  @Patch('settings')
  @Roles('admin')
  @ApiOperation({ summary: 'Change it', description: 'What is left out stays.' })
  @ApiOkResponse({ type: AiSettingsResponseDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description: '`ai_prices_unknown`: a budget on a server without prices',
  })
  async update(
    @CurrentActor() actor: Actor,
    @Body() body: UpdateAiSettingsDto,
  ): Promise<AiSettingsResponseDto> {
    return AiSettingsResponseDto.from(await this.service.update(actor.companyId, body.changes()));
  }

  @Get('usage')
  @Roles('admin')
  @ApiOperation({
    summary: 'What your company used of the language model in a month, and what that cost',
    description:
      'By the prices that the server had at the time of each call. Months are those of UTC.',
  })
  @ApiOkResponse({ type: AiUsageResponseDto })
  async usage(
    @CurrentActor() actor: Actor,
    @Query() query: AiUsageQueryDto,
  ): Promise<AiUsageResponseDto> {
    return AiUsageResponseDto.from(
      await this.service.usageOf(actor.companyId, query.month ?? null),
    );
  }
}
