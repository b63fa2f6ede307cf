export { MatchResponseDto } from './dto/match.dto';
export { MatchingModule } from './matching.module';
export { MatchingProcessor } from './matching.processor';
export type { MatchRow } from './matches.repository';
export { Reembedding, type ReembeddingProgress } from './reembedding';
export { MatchingService } from './matching.service';
