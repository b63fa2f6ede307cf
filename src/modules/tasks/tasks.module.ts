import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { TaskDispatcher } from './task-dispatcher';
import { TaskRunner } from './task-runner';
import { TaskWorker } from './task-worker';
import { TaskEntity } from './task.entity';
import { TasksController } from './tasks.controller';
import { TasksRepository } from './tasks.repository';
import { TasksService } from './tasks.service';

/** Writing, reading and dispatching tasks; every module that starts background work imports it. */
@Module({
  imports: [TypeOrmModule.forFeature([TaskEntity])],
  controllers: [TasksController],
  providers: [TasksRepository, TaskDispatcher, TaskRunner, TasksService],
  exports: [TasksService, TaskRunner, TaskDispatcher, TasksRepository],
})
export class TasksModule {}

/** Runs tasks in this process; only composition roots import it. */
@Module({ imports: [TasksModule], providers: [TaskWorker] })
export class TaskWorkerModule {}
