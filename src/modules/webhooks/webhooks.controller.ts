import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';
import {
  type Actor,
  ApiPage,
  CurrentActor,
  type PageDto,
  pageDto,
  PageQueryDto,
  Roles,
  UuidParam,
} from '../../common/http';
import {
  CreatedWebhookDto,
  CreateWebhookDto,
  DeliveryAcceptedDto,
  DeliveryDto,
  DeliveryQueryDto,
  UpdateWebhookDto,
  WebhookDto,
  WebhookSecretDto,
} from './dto/webhook.dto';
import { WebhookDeliveries } from './webhook-deliveries';
import { WebhooksService } from './webhooks.service';

@ApiTags('webhooks')
@Controller('webhooks')
@Roles('admin')
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly deliveries: WebhookDeliveries,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Have an endpoint told what happens',
    description:
      'Each event is posted as `{id, type, created_at, data}` with ids and states, no personal data. Any 2xx within the ' +
      'time limit is a success; else it is tried 8 times in all, after 30 s, 1, 2, 4, … minutes. Events may come twice and ' +
      'in any order: `id` tells them apart. After 10 failed deliveries in a row, or a 410, the endpoint is switched off and ' +
      'the administrators are told.',
  })
  @ApiCreatedResponse({ type: CreatedWebhookDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`too_many_webhooks`' })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateWebhookDto,
  ): Promise<CreatedWebhookDto> {
    const { url, events, description = '' } = body;
    return CreatedWebhookDto.fromCreated(
      await this.webhooks.create(actor, { url, events, description }),
    );
  }

  @Get()
  @ApiOperation({ summary: 'List the webhooks of your company, oldest first' })
  @ApiPage(WebhookDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<WebhookDto>> {
    const page = await this.webhooks.list(actor.companyId, query);
    return pageDto(page, (webhook) => WebhookDto.from(webhook));
  }

  @Get(':webhook_id')
  @ApiOperation({ summary: 'Read a webhook' })
  @ApiOkResponse({ type: WebhookDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('webhook_id', 'webhook') webhookId: string,
  ): Promise<WebhookDto> {
    return WebhookDto.from(await this.webhooks.get(actor.companyId, webhookId));
  }

  @Patch(':webhook_id')
  @ApiOperation({ summary: 'Change a webhook, or switch it off and on' })
  @ApiOkResponse({ type: WebhookDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async update(
    @CurrentActor() actor: Actor,
    @UuidParam('webhook_id', 'webhook') webhookId: string,
    @Body() body: UpdateWebhookDto,
  ): Promise<WebhookDto> {
    const { is_active: isActive, ...fields } = body;
    const changes = { ...fields, isActive };
    return WebhookDto.from(await this.webhooks.update(actor.companyId, webhookId, changes));
  }

  @Post(':webhook_id/secret')
  @ApiOperation({ summary: 'Make a new secret; the old one ends at once' })
  @ApiCreatedResponse({ type: WebhookSecretDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  async rotateSecret(
    @CurrentActor() actor: Actor,
    @UuidParam('webhook_id', 'webhook') webhookId: string,
  ): Promise<WebhookSecretDto> {
    return { secret: await this.webhooks.rotateSecret(actor.companyId, webhookId) };
  }

  @Delete(':webhook_id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a webhook with the record of its deliveries' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto })
  async delete(
    @CurrentActor() actor: Actor,
    @UuidParam('webhook_id', 'webhook') webhookId: string,
  ): Promise<void> {
    await this.webhooks.delete(actor.companyId, webhookId);
  }

  @Post(':webhook_id/ping')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send a `webhook.ping` to try the endpoint' })
  @ApiAcceptedResponse({ type: DeliveryAcceptedDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`webhook_inactive`' })
  async ping(
    @CurrentActor() actor: Actor,
    @UuidParam('webhook_id', 'webhook') webhookId: string,
  ): Promise<DeliveryAcceptedDto> {
    return { delivery_id: await this.webhooks.ping(actor.companyId, webhookId) };
  }

  @Get(':webhook_id/deliveries')
  @ApiOperation({ summary: 'What the endpoint was told in the last 30 days, newest first' })
  @ApiPage(DeliveryDto)
  @ApiNotFoundResponse({ type: ProblemDto })
  async listDeliveries(
    @CurrentActor() actor: Actor,
    @UuidParam('webhook_id', 'webhook') webhookId: string,
    @Query() query: DeliveryQueryDto,
  ): Promise<PageDto<DeliveryDto>> {
    const { id } = await this.webhooks.get(actor.companyId, webhookId);
    return pageDto(await this.deliveries.list(id, query), (one) => DeliveryDto.from(one));
  }

  @Post(':webhook_id/deliveries/:delivery_id/replay')
  @HttpCode(202)
  @ApiOperation({ summary: 'Send the event of a delivery again' })
  @ApiAcceptedResponse({ type: DeliveryAcceptedDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`webhook_inactive`' })
  async replay(
    @CurrentActor() actor: Actor,
    @UuidParam('webhook_id', 'webhook') webhookId: string,
    @UuidParam('delivery_id', 'delivery') deliveryId: string,
  ): Promise<DeliveryAcceptedDto> {
    const replayed = await this.webhooks.replay(actor.companyId, webhookId, deliveryId);
    return { delivery_id: replayed };
  }
}
