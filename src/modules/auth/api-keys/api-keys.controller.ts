import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
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
import { SessionOnly } from '../access/session-only';
import { ApiKeyResponseDto, CreateApiKeyDto, CreatedApiKeyDto } from '../dto/api-key.dto';
import { ApiKeysService } from './api-keys.service';

@ApiTags('api keys')
@Controller('api-keys')
@Roles('admin')
@SessionOnly()
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  @Post()
  @ApiOperation({
    summary: 'Make a key for a program, acting as you',
    description:
      'Send it as `X-Api-Key` instead of a bearer token. Keys cannot manage keys or passwords.',
  })
  @ApiCreatedResponse({ type: CreatedApiKeyDto })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateApiKeyDto,
  ): Promise<CreatedApiKeyDto> {
    return CreatedApiKeyDto.fromCreated(await this.apiKeys.create(actor, body));
  }

  @Get()
  @ApiOperation({ summary: 'List the keys of your company, oldest first' })
  @ApiPage(ApiKeyResponseDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: PageQueryDto,
  ): Promise<PageDto<ApiKeyResponseDto>> {
    return pageDto(await this.apiKeys.list(actor.companyId, query), (key) =>
      ApiKeyResponseDto.from(key),
    );
  }

  @Delete(':api_key_id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a key' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse({ type: ProblemDto, description: '`api_key_not_found`' })
  async revoke(
    @CurrentActor() actor: Actor,
    @UuidParam('api_key_id', 'api key') apiKeyId: string,
  ): Promise<void> {
    await this.apiKeys.revoke(actor.companyId, apiKeyId);
  }
}
