export { MatchResponseDto } from './dto/match.dto';
export { ENGINE_VERSION } from './domain/engine-version';
export { JobCandidatesService } from './job-candidates.service';
export type { CandidateProof } from './job-candidates.service';
export { MatchingModule } from './matching.module';
export { MatchingProcessor } from './matching.processor';
export type { MatchRow } from './matches.repository';
export { Reembedding, type ReembeddingProgress } from './reembedding';
export { MatchingService } from './matching.service';
