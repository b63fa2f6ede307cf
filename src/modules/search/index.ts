export { SearchModule } from './search.module';
export type { SearchAnswer, SearchResult } from './search-result';
export { SearchService } from './search.service';
