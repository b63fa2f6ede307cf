import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUrl,
  MaxLength,
} from 'class-validator';
import { Omittable, PageQueryDto } from '../../../common/http';
import { WEBHOOK_EVENTS, type WebhookEventType } from '../domain/webhook-events';
import { type Delivery, DELIVERY_STATES, type DeliveryState, type Webhook } from '../webhook';

const LONGEST_URL = 2000;
const LONGEST_DESCRIPTION = 200;

export class CreateWebhookDto {
  @ApiProperty({ example: 'https://hooks.example.com/shortlist', maxLength: LONGEST_URL })
  @IsString()
  @MaxLength(LONGEST_URL)
  @IsUrl(
    {
      protocols: ['https', 'http'],
      require_protocol: true,
      require_tld: false,
      disallow_auth: true,
    },
    { message: 'must be an http or https address without user and password' },
  )
  readonly url!: string;

  @ApiProperty({ enum: WEBHOOK_EVENTS, isArray: true, example: ['application.status_changed'] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(WEBHOOK_EVENTS, { each: true })
  readonly events!: readonly WebhookEventType[];

  @ApiPropertyOptional({ example: 'Payroll onboarding', maxLength: LONGEST_DESCRIPTION })
  @Omittable()
  @IsString()
  @MaxLength(LONGEST_DESCRIPTION)
  readonly description?: string;
}

export class UpdateWebhookDto extends PartialType(CreateWebhookDto) {
  @ApiPropertyOptional({
    example: true,
    description: 'Switching on again forgets the failures of before.',
  })
  @IsOptional()
  @IsBoolean()
  readonly is_active?: boolean;
}

export class WebhookDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty()
  readonly url!: string;

  @ApiProperty()
  readonly description!: string;

  @ApiProperty({ enum: WEBHOOK_EVENTS, isArray: true })
  readonly events!: readonly WebhookEventType[];

  @ApiProperty({ description: 'Switched off by a person, or by itself after repeated failure.' })
  readonly is_active!: boolean;

  @ApiProperty({ description: 'Deliveries that failed since the last one that arrived.' })
  readonly failures_in_a_row!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly disabled_at!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'The endpoint answered 500.' })
  readonly disabled_reason!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updated_at!: string;

  static from(webhook: Webhook): WebhookDto {
    return {
      id: webhook.id,
      url: webhook.url,
      description: webhook.description,
      events: webhook.events,
      is_active: webhook.isActive,
      failures_in_a_row: webhook.failuresInARow,
      disabled_at: webhook.disabledAt?.toISOString() ?? null,
      disabled_reason: webhook.disabledReason,
      created_at: webhook.createdAt.toISOString(),
      updated_at: webhook.updatedAt.toISOString(),
    };
  }
}

export class WebhookSecretDto {
  @ApiProperty({
    example: 'whsec_3Jx…',
    description:
      'Shown once. Each delivery carries `X-Shortlist-Signature: sha256=<hex>`, the HMAC-SHA256 of the raw body ' +
      'keyed with this secret.',
  })
  readonly secret!: string;
}

export class CreatedWebhookDto extends WebhookDto {
  @ApiProperty({ description: 'Shown once; signs the deliveries.', example: 'whsec_3Jx…' })
  readonly secret!: string;

  static fromCreated({ webhook, secret }: { webhook: Webhook; secret: string }): CreatedWebhookDto {
    return { ...WebhookDto.from(webhook), secret };
  }
}

export class DeliveryQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: DELIVERY_STATES })
  @IsOptional()
  @IsIn(DELIVERY_STATES)
  readonly state?: DeliveryState;
}

export class DeliveryDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid', description: 'The same for every delivery of one event.' })
  readonly event_id!: string;

  @ApiProperty({ example: 'application.status_changed' })
  readonly event_type!: string;

  @ApiProperty({ enum: DELIVERY_STATES })
  readonly state!: DeliveryState;

  @ApiProperty()
  readonly attempts!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Of the last attempt.' })
  readonly response_status!: number | null;

  @ApiProperty({ type: String, nullable: true })
  readonly error!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readonly finished_at!: string | null;

  @ApiProperty({ description: 'The bytes that are sent and signed.' })
  readonly body!: string;

  static from(delivery: Delivery): DeliveryDto {
    return {
      id: delivery.id,
      event_id: delivery.eventId,
      event_type: delivery.eventType,
      state: delivery.state,
      attempts: delivery.attempts,
      response_status: delivery.responseStatus,
      error: delivery.error,
      created_at: delivery.createdAt.toISOString(),
      finished_at: delivery.finishedAt?.toISOString() ?? null,
      body: delivery.body,
    };
  }
}

export class DeliveryAcceptedDto {
  @ApiProperty({ format: 'uuid' })
  readonly delivery_id!: string;
}
