import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Roles } from '../../../common/http';
import { EmailSettingsResponseDto, UpdateEmailSettingsDto } from '../dto/email-settings.dto';
import { EmailSettingsService } from './email-settings.service';

@ApiTags('email')
@Controller('email/settings')
export class EmailSettingsController {
  constructor(private readonly settings: EmailSettingsService) {}

  @Get()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'What your company mails, when, and in whose name' })
  @ApiOkResponse({ type: EmailSettingsResponseDto })
  async get(@CurrentActor() actor: Actor): Promise<EmailSettingsResponseDto> {
    return EmailSettingsResponseDto.from(await this.settings.get(actor.companyId));
  }

  @Patch()
  @Roles('admin')
  @ApiOperation({
    summary: 'Change it',
    description: 'What is left out stays. E-mail that is queued already keeps its time.',
  })
  @ApiOkResponse({ type: EmailSettingsResponseDto })
  async update(
    @CurrentActor() actor: Actor,
    @Body() body: UpdateEmailSettingsDto,
  ): Promise<EmailSettingsResponseDto> {
    return EmailSettingsResponseDto.from(
      await this.settings.update(actor.companyId, body.changes()),
    );
  }
}
