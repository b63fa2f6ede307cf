import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
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
  PageQueryDto,
  Roles,
  UuidParam,
} from '../../../common/http';
import {
  CreatedInvitationDto,
  CreateInvitationDto,
  InvitationResponseDto,
} from '../dto/invitation.dto';
import { InvitationsService } from './invitations.service';

@ApiTags('users')
@Controller('invitations')
@Roles('admin')
export class InvitationsController {
  constructor(private readonly invitations: InvitationsService) {}

  @Post()
  @ApiOperation({
    summary: 'Invite a person to your company',
    description:
      'They get the token by e-mail, register with it within 7 days, and get the role given here. An expired invitation is replaced.',
  })
  @ApiCreatedResponse({ type: CreatedInvitationDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`email_taken` or `invitation_exists`' })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateInvitationDto,
  ): Promise<CreatedInvitationDto> {
    return CreatedInvitationDto.fromCreated(await this.invitations.create(actor, body));
  }

  @Get()
  @ApiOperation({ summary: 'List the invitations not yet accepted, oldest first' })
  @ApiPage(InvitationResponseDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<InvitationResponseDto>> {
    return pageDto(await this.invitations.list(actor.companyId, query), (invitation) =>
      InvitationResponseDto.from(invitation),
    );
  }

  @Delete(':invitation_id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw an invitation' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto, description: '`invitation_not_found`' })
  async withdraw(
    @CurrentActor() actor: Actor,
    @UuidParam('invitation_id', 'invitation') invitationId: string,
  ): Promise<void> {
    await this.invitations.withdraw(actor.companyId, invitationId);
  }
}
