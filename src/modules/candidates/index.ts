export { ActivityLog, ACTIVITY_KINDS, type ActivityKind } from './activity/activity-log';
export { CandidateImports } from './candidate-imports';
export { CandidatesModule } from './candidates.module';
export { CandidatesService } from './candidates.service';
export { CandidateSources, SOURCE_KINDS, type SourceDraft } from './sources/candidate-sources';
