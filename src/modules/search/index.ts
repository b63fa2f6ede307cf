export type { SearchFilters } from './domain/filters';
export { PeopleSearch } from './people-search';
export { SearchModule } from './search.module';
