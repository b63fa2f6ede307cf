export { TaskAcceptedDto } from './dto/task.dto';
export { PermanentTaskError, type TaskContext, type TaskResult } from './task-contract';
export { TaskRunner } from './task-runner';
export { TasksModule, TaskWorkerModule } from './tasks.module';
export { TasksService } from './tasks.service';
