export { ApiQueueFull } from './api-queue-full';
export { TaskAcceptedDto } from './dto/task.dto';
export {
  PermanentTaskError,
  PostponedTaskError,
  type TaskContext,
  type TaskProcessor,
  type TaskProcessors,
  type TaskResult,
} from './task-contract';
export { TasksExpired } from './tasks.events';
export { TasksModule, TaskWorkerModule } from './tasks.module';
export { TasksService } from './tasks.service';
export { WorkerLifetime } from './worker-lifetime';
