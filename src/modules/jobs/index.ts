export { matchScore, type MatchScore, type ScoreTerm } from './domain/match-score';
export { JobSkillChanges } from './job-skill-changes';
export { JobVectors } from './job-vectors';
export { JobsModule } from './jobs.module';
export type { Job } from './jobs.repository';
export { JobsService, scopeOf } from './jobs.service';
