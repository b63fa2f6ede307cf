import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Omittable } from '../../../common/http';
import { type EmailKind, TEMPLATE_KINDS } from '../domain/email-kinds';
import type { EmailTemplate, RenderedEmail } from '../domain/email-template';
import type { TemplateOfKind } from '../templates/templates.service';

const LONGEST_SUBJECT = 300;
const LONGEST_TEXT = 20_000;
const LONGEST_HTML = 100_000;

const SUBJECT_EXAMPLE = 'Application Update: {{job_title}}';
const TEXT_EXAMPLE =
  'Hello{{#candidate_name}} {{candidate_name}}{{/candidate_name}},\n\nThank you for your interest in {{job_title}}.';

export class EmailTemplateResponseDto {
  @ApiProperty({ enum: TEMPLATE_KINDS })
  readonly kind!: EmailKind;

  @ApiProperty({ example: SUBJECT_EXAMPLE })
  readonly subject!: string;

  @ApiProperty({ example: TEXT_EXAMPLE })
  readonly text!: string;

  @ApiProperty({
    nullable: true,
    type: String,
    description: 'Null: the text is shown as HTML too.',
  })
  readonly html!: string | null;

  @ApiProperty({
    type: [String],
    example: ['candidate_name', 'job_title', 'company_name', 'status'],
  })
  readonly variables!: readonly string[];

  @ApiProperty({ description: 'Whether this is the wording that comes with Shortlist.' })
  readonly is_default!: boolean;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  readonly updated_at!: string | null;

  static from(template: TemplateOfKind): EmailTemplateResponseDto {
    return {
      kind: template.kind,
      subject: template.subject,
      text: template.text,
      html: template.html,
      variables: template.variables,
      is_default: template.updatedAt === null,
      updated_at: template.updatedAt?.toISOString() ?? null,
    };
  }
}

export class SaveEmailTemplateDto {
  @ApiProperty({ minLength: 1, maxLength: LONGEST_SUBJECT, example: SUBJECT_EXAMPLE })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_SUBJECT)
  readonly subject!: string;

  @ApiProperty({ minLength: 1, maxLength: LONGEST_TEXT, example: TEXT_EXAMPLE })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_TEXT)
  readonly text!: string;

  @ApiPropertyOptional({
    nullable: true,
    type: String,
    maxLength: LONGEST_HTML,
    example: '<p>Thank you for your interest in <b>{{job_title}}</b>.</p>',
    description: 'Values are escaped. Without it the text is shown as HTML too.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_HTML)
  readonly html?: string | null;

  template(): EmailTemplate {
    return { subject: this.subject, text: this.text, html: this.html ?? null };
  }
}

/** Parts that are left out are the company's own. */
export class PreviewEmailTemplateDto {
  @ApiPropertyOptional({ minLength: 1, maxLength: LONGEST_SUBJECT, example: SUBJECT_EXAMPLE })
  @Omittable()
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_SUBJECT)
  readonly subject?: string;

  @ApiPropertyOptional({ minLength: 1, maxLength: LONGEST_TEXT, example: TEXT_EXAMPLE })
  @Omittable()
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_TEXT)
  readonly text?: string;

  @ApiPropertyOptional({
    nullable: true,
    type: String,
    maxLength: LONGEST_HTML,
    example: '<p>Thank you for your interest in <b>{{job_title}}</b>.</p>',
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_HTML)
  readonly html?: string | null;

  changes(): Partial<EmailTemplate> {
    return {
      ...(this.subject === undefined ? {} : { subject: this.subject }),
      ...(this.text === undefined ? {} : { text: this.text }),
      ...(this.html === undefined ? {} : { html: this.html }),
    };
  }
}

export class EmailPreviewDto implements RenderedEmail {
  @ApiProperty({ example: 'Application Update: Warehouse Operations Manager' })
  readonly subject!: string;

  @ApiProperty({ example: 'Hello Jane Example, …' })
  readonly text!: string;

  @ApiProperty({ example: '<p>Hello Jane Example, …</p>' })
  readonly html!: string;
}
