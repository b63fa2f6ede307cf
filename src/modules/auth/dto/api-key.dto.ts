import { ApiProperty } from '@nestjs/swagger';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsName, MAXIMUM_NAME_LENGTH } from '../../companies';
import type { ApiKey } from '../api-keys/api-keys.service';
import { API_KEY_SCOPES, type ApiKeyScope } from '../domain/api-key-scope';

export class CreateApiKeyDto {
  @ApiProperty({ example: 'Careers page', maxLength: MAXIMUM_NAME_LENGTH })
  @IsName()
  readonly name!: string;

  @ApiProperty({
    enum: API_KEY_SCOPES,
    isArray: true,
    example: ['read', 'write'],
    description: '`read` allows GET, `write` every other method.',
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(API_KEY_SCOPES, { each: true })
  readonly scopes!: readonly ApiKeyScope[];
}

export class ApiKeyResponseDto {
  @ApiProperty({ format: 'uuid', example: 'c1d3e1a2-9b7d-4e0e-8d7f-0b6b9a4c7e55' })
  readonly id!: string;

  @ApiProperty({ example: 'Careers page' })
  readonly name!: string;

  @ApiProperty({ example: 'slk_Zk3vJq0c', description: 'The first characters of the key.' })
  readonly prefix!: string;

  @ApiProperty({ enum: API_KEY_SCOPES, isArray: true, example: ['read', 'write'] })
  readonly scopes!: readonly ApiKeyScope[];

  @ApiProperty({
    format: 'uuid',
    example: '0d9b1d5e-3f0e-4a52-b7a8-7c8de9d8a001',
    description: 'The key acts as this user.',
  })
  readonly user_id!: string;

  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    example: null,
    description: 'Right to a minute.',
  })
  readonly last_used_at!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-11-20T09:30:00.000Z' })
  readonly created_at!: string;

  static from(key: ApiKey): ApiKeyResponseDto {
    return shownOf(key);
  }
}

/** What every answer about a key holds, as a plain value. */
type Shown = Pick<ApiKeyResponseDto, keyof ApiKeyResponseDto>;

export class CreatedApiKeyDto extends ApiKeyResponseDto {
  @ApiProperty({
    example: 'slk_Zk3vJq0cX1b8mW5tY7uN2pR4sD6fG9hK0lQ3wE5rT8y',
    description: 'Shown only now: send it as `X-Api-Key`.',
  })
  readonly api_key!: string;

  static fromCreated({
    apiKey,
    secret,
  }: {
    readonly apiKey: ApiKey;
    readonly secret: string;
  }): CreatedApiKeyDto {
    return { ...shownOf(apiKey), api_key: secret };
  }
}

function shownOf(key: ApiKey): Shown {
  return {
    id: key.id,
    name: key.name,
    prefix: key.prefix,
    scopes: key.scopes,
    user_id: key.userId,
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    created_at: key.createdAt.toISOString(),
  };
}
