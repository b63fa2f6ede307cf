export { ApiQueueFull } from './api-queue-full';
export { TaskAcceptedDto } from './dto/task.dto';
export {
  PermanentTaskError,
  PostponedTaskError,
  type TaskContext,
  type TaskProcessor,
  type TaskProcessors,
  type TaskResult,
  type TaskState,
} from './task-contract';
export type { TaskError } from './task.entity';
export type { TaskView } from './live/task-update';
export { TaskSubscription, TaskWatcher } from './live/task-watcher';
export { TasksExpired } from './tasks.events';
export { TasksModule, TaskWorkerModule } from './tasks.module';
export { type TaskOwner, TasksService } from './tasks.service';
export { WorkerLifetime } from './worker-lifetime';
