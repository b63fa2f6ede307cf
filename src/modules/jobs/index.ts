export {
  matchScore,
  type MatchScore,
  type ScoreTerm,
  SIMILARITY_WEIGHT,
} from './domain/match-score';
export { jobText, type JobTexts } from './domain/job-text';
export { CreateJobDto } from './dto/job.dto';
export { JobReader } from './job-reader';
export { JobSkillChanges } from './job-skill-changes';
export { JobVectors } from './job-vectors';
export { JobsModule } from './jobs.module';
export { isOnTeam, type Job } from './jobs.repository';
export { type JobDraft, JobsService, scopeOf } from './jobs.service';
export type { JobStatus } from './job.entity';
export { JobStagesService } from './stages/job-stages.service';
