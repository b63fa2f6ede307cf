export { CandidateImports } from './candidate-imports';
export { CandidatesModule } from './candidates.module';
export { CandidatesService } from './candidates.service';
