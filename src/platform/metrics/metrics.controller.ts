import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import {
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { ProblemDto } from '../../common/errors';
import { Public } from '../../common/http';
import { ENV, type Env } from '../../config';
import { Metrics } from './metrics';
import { mayReadMetrics, MetricsTokenError } from './metrics-access';

/** Outside of the API's prefix, where Prometheus looks. */
@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly metrics: Metrics,
  ) {}

  @Get()
  @Public()
  @ApiOperation({
    summary: 'Numbers of this process in the text format of Prometheus',
    description: 'With `METRICS_TOKEN` set only for those who send it as a bearer token.',
  })
  @ApiProduces('text/plain')
  @ApiOkResponse({ schema: { type: 'string' } })
  @ApiUnauthorizedResponse({ type: ProblemDto, description: '`metrics_token_required`.' })
  async read(
    @Headers('authorization') authorization: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<string> {
    if (!mayReadMetrics(authorization, this.env.METRICS_TOKEN)) {
      throw new MetricsTokenError();
    }
    response.setHeader('Content-Type', this.metrics.contentType);
    return this.metrics.text();
  }
}
