export { JobClosedError } from './jobs.errors';
export { JobsModule } from './jobs.module';
export type { Job, JobScope, JobSkill } from './jobs.repository';
export { JobsService, scopeOf } from './jobs.service';
