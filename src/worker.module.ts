import { Module } from '@nestjs/common';
import { AppModule } from './app.module';
import { TaskWorkerModule } from './modules/tasks';
import { PROCESSORS } from './task-processors';

/** The application with the background work running in this process. */
@Module({ imports: [AppModule, TaskWorkerModule.with(PROCESSORS)] })
export class WorkerModule {}
