import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { QueueBoard } from './board/queue-board';
import { QueueBoardController } from './board/queue-board.controller';
import { QueueBoardRepository } from './board/queue-board.repository';
import { QueueWorkers } from './board/queue-workers';
import { TaskSockets } from './live/task-sockets';
import { TaskWatcher } from './live/task-watcher';
import { QueueMetrics } from './queue-metrics';
import { RunLeases } from './run-leases';
import { TASK_PROCESSORS, type TaskProcessors } from './task-contract';
import { TaskDispatcher } from './task-dispatcher';
import { TaskHandlers } from './task-handlers';
import { TaskObserver } from './task-observer';
import { TaskRetention } from './task-retention';
import { TaskRunner } from './task-runner';
import { TaskRunsRepository } from './task-runs.repository';
import { TaskSweeper } from './task-sweeper';
import { TaskWorker } from './task-worker';
import { TaskEntity } from './task.entity';
import { TasksController } from './tasks.controller';
import { TasksRepository } from './tasks.repository';
import { TasksService } from './tasks.service';
import { WorkerLifetime } from './worker-lifetime';

/** Writing, reading and dispatching tasks; every module that starts background work imports it. */
@Module({
  imports: [TypeOrmModule.forFeature([TaskEntity])],
  controllers: [TasksController, QueueBoardController],
  providers: [
    TasksRepository,
    TaskRunsRepository,
    TaskDispatcher,
    TasksService,
    TaskWatcher,
    TaskSockets,
    QueueMetrics,
    QueueBoard,
    QueueBoardRepository,
    QueueWorkers,
  ],
  exports: [TasksRepository, TaskRunsRepository, TaskDispatcher, TasksService, TaskWatcher],
})
export class TasksModule {}

/** Runs tasks in this process; only composition roots import it. */
@Module({})
export class TaskWorkerModule {
  /** With the processors of every kind of task, found among the providers of the whole application. */
  static with(processors: TaskProcessors): DynamicModule {
    return {
      module: TaskWorkerModule,
      imports: [TasksModule],
      providers: [
        { provide: TASK_PROCESSORS, useValue: processors },
        RunLeases,
        TaskHandlers,
        TaskObserver,
        TaskRunner,
        TaskSweeper,
        TaskRetention,
        TaskWorker,
        WorkerLifetime,
      ],
    };
  }
}
