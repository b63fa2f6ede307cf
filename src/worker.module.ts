import { Module } from '@nestjs/common';
import { AppModule } from './app.module';
import { TaskWorkerModule } from './modules/tasks';

/** The application with the background work running in this process. */
@Module({ imports: [AppModule, TaskWorkerModule] })
export class WorkerModule {}
