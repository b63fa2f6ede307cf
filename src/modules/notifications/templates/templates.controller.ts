import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  Post,
  Put,
} from '@nestjs/common';
import {
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { NotFoundError, ProblemDto } from '../../../common/errors';
import {
  type Actor,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  Roles,
} from '../../../common/http';
import { type EmailKind, TEMPLATE_KINDS } from '../domain/email-kinds';
import {
  EmailPreviewDto,
  EmailTemplateResponseDto,
  PreviewEmailTemplateDto,
  SaveEmailTemplateDto,
} from '../dto/email-template.dto';
import { TemplatesService } from './templates.service';

const KindParam = (): ParameterDecorator =>
  Param(
    'email_kind',
    new ParseEnumPipe(TEMPLATE_KINDS, {
      exceptionFactory: () => new NotFoundError('email template'),
    }),
  );

const INVALID = '`email_template_invalid`, which names what is wrong, or `validation_failed`';

@ApiTags('email')
@Controller('email/templates')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get()
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'How your company words each kind of e-mail',
    description:
      'Templates are Mustache: `{{variable}}`, and `{{#variable}}…{{/variable}}` for what needs it.',
  })
  @ApiPage(EmailTemplateResponseDto)
  async list(@CurrentActor() actor: Actor): Promise<PageDto<EmailTemplateResponseDto>> {
    const rows = await this.templates.list(actor.companyId);
    return pageDto({ rows, nextCursor: null, total: rows.length }, (template) =>
      EmailTemplateResponseDto.from(template),
    );
  }

  @Get(':email_kind')
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'One template with the variables that it may use' })
  @ApiParam({ name: 'email_kind', enum: TEMPLATE_KINDS })
  @ApiOkResponse({ type: EmailTemplateResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @KindParam() kind: EmailKind,
  ): Promise<EmailTemplateResponseDto> {
    return EmailTemplateResponseDto.from(await this.templates.get(actor.companyId, kind));
  }

  @Put(':email_kind')
  @Roles('admin')
  @ApiOperation({ summary: 'Write your own wording' })
  @ApiParam({ name: 'email_kind', enum: TEMPLATE_KINDS })
  @ApiOkResponse({ type: EmailTemplateResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiUnprocessableEntityResponse({ type: ProblemDto, description: INVALID })
  async save(
    @CurrentActor() actor: Actor,
    @KindParam() kind: EmailKind,
    @Body() body: SaveEmailTemplateDto,
  ): Promise<EmailTemplateResponseDto> {
    return EmailTemplateResponseDto.from(
      await this.templates.save(actor.companyId, kind, body.template()),
    );
  }

  @Delete(':email_kind')
  @HttpCode(204)
  @Roles('admin')
  @ApiOperation({ summary: 'Go back to the default wording' })
  @ApiParam({ name: 'email_kind', enum: TEMPLATE_KINDS })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto })
  async reset(@CurrentActor() actor: Actor, @KindParam() kind: EmailKind): Promise<void> {
    await this.templates.reset(actor.companyId, kind);
  }

  @Post(':email_kind/preview')
  @HttpCode(200)
  @Roles('admin', 'recruiter')
  @ApiOperation({
    summary: 'See a template with sample data, without saving it',
    description: 'Parts that are left out are the company’s own.',
  })
  @ApiParam({ name: 'email_kind', enum: TEMPLATE_KINDS })
  @ApiOkResponse({ type: EmailPreviewDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiUnprocessableEntityResponse({ type: ProblemDto, description: INVALID })
  async preview(
    @CurrentActor() actor: Actor,
    @KindParam() kind: EmailKind,
    @Body() body: PreviewEmailTemplateDto,
  ): Promise<EmailPreviewDto> {
    return this.templates.preview(actor.companyId, kind, body.changes());
  }
}
