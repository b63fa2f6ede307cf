import { Inject, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import {
  TASK_PROCESSORS,
  type TaskHandler,
  type TaskName,
  type TaskProcessor,
  type TaskProcessors,
} from './task-contract';

/** Finds what does a kind of task among the providers of the whole application. */
@Injectable()
export class TaskHandlers {
  constructor(
    @Inject(TASK_PROCESSORS) private readonly processors: TaskProcessors,
    private readonly modules: ModuleRef,
  ) {}

  of<Name extends TaskName>(name: Name): TaskHandler<Name> {
    const type = this.processors[name];
    const { handlers } = this.modules.get<TaskProcessor<Name>>(type, { strict: false });
    return handlers[name];
  }
}
