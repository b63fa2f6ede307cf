import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Roles } from '../../../common/http';
import {
  InterviewSettingsResponseDto,
  UpdateInterviewSettingsDto,
} from '../dto/interview-settings.dto';
import { InterviewSettingsService } from './interview-settings.service';

@ApiTags('interviews')
@Controller('interview-settings')
export class InterviewSettingsController {
  constructor(private readonly settings: InterviewSettingsService) {}

  @Get()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'When your company reminds people of interviews and scorecards' })
  @ApiOkResponse({ type: InterviewSettingsResponseDto })
  async get(@CurrentActor() actor: Actor): Promise<InterviewSettingsResponseDto> {
    return InterviewSettingsResponseDto.from(await this.settings.get(actor.companyId));
  }

  @Patch()
  @Roles('admin')
  @ApiOperation({
    summary: 'Change it',
    description: 'What is left out stays. It holds for interviews that are planned already, too.',
  })
  @ApiOkResponse({ type: InterviewSettingsResponseDto })
  async update(
    @CurrentActor() actor: Actor,
    @Body() body: UpdateInterviewSettingsDto,
  ): Promise<InterviewSettingsResponseDto> {
    return InterviewSettingsResponseDto.from(
      await this.settings.update(actor.companyId, body.changes()),
    );
  }
}
