import { Controller, Get, Res } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiServiceUnavailableResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { Public } from '../../common/http';
import { BREAKER_STATES, type BreakerState } from '../breakers';
import { HEALTH_PARTS, type HealthPart, ReadinessService } from './readiness.service';

const RETRY_AFTER_SECONDS = 5;

class LivenessDto {
  @ApiProperty({ example: 'ok' })
  readonly status!: 'ok';
}

class PartDto {
  @ApiProperty({ enum: ['up', 'down'] })
  readonly status!: 'up' | 'down';

  @ApiProperty({ example: 2, description: 'How long the check took.' })
  readonly duration_ms!: number;
}

class ReadinessDto {
  @ApiProperty({
    enum: ['ok', 'degraded', 'unavailable', 'draining'],
    description:
      '`degraded`: ready, but what a breaker that is not closed stands for is away. `draining`: about to end; it answers still, and wants no further requests.',
  })
  readonly status!: 'ok' | 'degraded' | 'unavailable' | 'draining';

  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: '#/components/schemas/PartDto' },
    example: Object.fromEntries(
      HEALTH_PARTS.map((part) => [part, { status: 'up', duration_ms: 1 }]),
    ),
  })
  readonly parts!: Readonly<Record<HealthPart, PartDto>>;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', enum: [...BREAKER_STATES] },
    example: { smtp: 'closed', storage: 'closed' },
  })
  readonly breakers!: Readonly<Record<string, BreakerState>>;
}

/** Outside of the API's prefix, for load balancers and process managers. */
@ApiTags('health')
@Controller('health')
export class LivenessController {
  @Get()
  @Public()
  @ApiOperation({ summary: 'Liveness: the process answers; asks nobody else' })
  @ApiOkResponse({ type: LivenessDto })
  live(): LivenessDto {
    return { status: 'ok' };
  }
}

@ApiTags('health')
@ApiExtraModels(PartDto)
@Controller('api/v1/health')
export class HealthController {
  constructor(private readonly readiness: ReadinessService) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Readiness: database, queue, model and disk work' })
  @ApiOkResponse({ type: ReadinessDto })
  @ApiServiceUnavailableResponse({ type: ReadinessDto })
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessDto> {
    const parts = await this.readiness.check();
    const isReady = Object.values(parts).every((part) => part.status === 'up');
    const { isDraining } = this.readiness;
    if (isReady && !isDraining) {
      response.status(200);
    } else {
      response.status(503).setHeader('Retry-After', RETRY_AFTER_SECONDS);
    }
    const breakers = this.readiness.breakerStates();
    const isWhole = Object.values(breakers).every((state) => state === 'closed');
    const whenReady = isWhole ? 'ok' : 'degraded';
    const whenServing = isReady ? whenReady : 'unavailable';
    return { status: isDraining ? 'draining' : whenServing, parts, breakers };
  }
}
