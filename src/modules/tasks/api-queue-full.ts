import { ApiTooManyRequestsResponse } from '@nestjs/swagger';
import { ProblemDto } from '../../common/errors';

/** Documents the refusal of routes that call `TasksService.checkRoom`. */
export function ApiQueueFull(): MethodDecorator {
  return ApiTooManyRequestsResponse({
    type: ProblemDto,
    description: '`queue_full`, with a `Retry-After` header in seconds; nothing was stored',
  });
}
