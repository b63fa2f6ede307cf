import { Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import {
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Response } from 'express';
import { ProblemDto } from '../../common/errors';
import {
  type Actor,
  ApiPage,
  ApiPolling,
  CurrentActor,
  type PageDto,
  pageDto,
  POLLING_HEADERS,
  Roles,
  setPollingHeaders,
  UuidParam,
} from '../../common/http';
import { ListTasksQueryDto, TaskResponseDto } from './dto/task.dto';
import { isFinalState } from './live/task-update';
import { ApiQueueFull } from './api-queue-full';
import { TasksService } from './tasks.service';

@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: TasksService) {}

  @Get()
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'List background tasks, newest first' })
  @ApiPage(TaskResponseDto)
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: ListTasksQueryDto,
  ): Promise<PageDto<TaskResponseDto>> {
    return pageDto(await this.tasks.list(actor.companyId, query), (task) =>
      TaskResponseDto.from(task),
    );
  }

  @Get(':task_id')
  @Roles('admin', 'recruiter', 'hiring_manager')
  @ApiOperation({
    summary: 'State, progress and result of a task',
    description:
      'To be told instead of asking, open the WebSocket `/ws/tasks/{task_id}`, or `/ws/tasks` for many ' +
      '(the page `/ws-test` shows it). To ask again, send `If-None-Match`, after `Retry-After`.',
  })
  @ApiOkResponse({ type: TaskResponseDto, headers: POLLING_HEADERS })
  @ApiPolling()
  @ApiNotFoundResponse({ type: ProblemDto })
  async get(
    @CurrentActor() actor: Actor,
    @UuidParam('task_id', 'task') taskId: string,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TaskResponseDto> {
    const task = await this.tasks.get(actor.companyId, taskId);
    setPollingHeaders(response, isFinalState(task.state));
    return TaskResponseDto.from(task);
  }

  @Post(':task_id/cancel')
  @HttpCode(200)
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Cancel an unfinished task' })
  @ApiOkResponse({ type: TaskResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`task_finished`' })
  async cancel(
    @CurrentActor() actor: Actor,
    @UuidParam('task_id', 'task') taskId: string,
  ): Promise<TaskResponseDto> {
    return TaskResponseDto.from(await this.tasks.cancel(actor.companyId, taskId));
  }

  @Post(':task_id/retry')
  @HttpCode(200)
  @Roles('admin', 'recruiter')
  @ApiOperation({ summary: 'Run a failed or cancelled task again' })
  @ApiOkResponse({ type: TaskResponseDto })
  @ApiNotFoundResponse({ type: ProblemDto })
  @ApiConflictResponse({ type: ProblemDto, description: '`task_not_repeatable`' })
  @ApiQueueFull()
  async retry(
    @CurrentActor() actor: Actor,
    @UuidParam('task_id', 'task') taskId: string,
  ): Promise<TaskResponseDto> {
    return TaskResponseDto.from(await this.tasks.retry(actor.companyId, taskId));
  }
}
