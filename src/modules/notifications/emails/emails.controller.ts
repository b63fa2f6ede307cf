import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiConflictResponse,
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
import { EmailDetailDto, EmailResponseDto, ListEmailsQueryDto } from '../dto/email.dto';
import { EmailsService } from './emails.service';

@ApiTags('email')
@Controller('emails')
@Roles('admin', 'recruiter')
export class EmailsController {
  constructor(private readonly emails: EmailsService) {}

  @Get()
  @ApiOperation({
    summary: 'What was or will be sent to whom, newest first',
    description: 'E-mail without an address or that bounced is here too: filter by `state`.',
  })
  @ApiPage(EmailResponseDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListEmailsQueryDto,
  ): Promise<PageDto<EmailResponseDto>> {
    const { candidate_id: candidateId, job_id: jobId, ...rest } = query;
    const page = await this.emails.list(actor.companyId, {
      ...rest,
      ...(candidateId === undefined ? {} : { candidateId }),
      ...(jobId === undefined ? {} : { jobId }),
    });
    return pageDto(page, (email) => EmailResponseDto.from(email));
  }

  @Get(':email_id')
  @ApiOperation({ summary: 'One e-mail with its text' })
  @ApiOkResponse({ type: EmailDetailDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('email_id', 'email') emailId: string,
  ): Promise<EmailDetailDto> {
    return EmailDetailDto.from(await this.emails.get(actor.companyId, emailId));
  }

  @Post(':email_id/resend')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Send an e-mail again that did not arrive',
    description: 'As it is, to the address that the person has now.',
  })
  @ApiOkResponse({ type: EmailResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({
    type: ProblemDto,
    description: '`email_not_resendable` or `email_address_missing`',
  })
  async resend(
    @CurrentActor() actor: Actor,
    @UuidParam('email_id', 'email') emailId: string,
  ): Promise<EmailResponseDto> {
    return EmailResponseDto.from(await this.emails.resend(actor.companyId, emailId));
  }
}
