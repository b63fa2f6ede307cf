export {
  type Actor,
  AnyRole,
  CurrentActor,
  Public,
  PUBLIC_ROUTE,
  type Role,
  ROLES,
  Roles,
  ROUTE_ROLES,
} from './access';
export { csvFile, type CsvValue, WantsCsv } from './csv';
export { Omittable } from './omittable';
export {
  ApiPage,
  type CursorPart,
  decodeCursor,
  encodeCursor,
  type Page,
  type PageDto,
  pageDto,
  pageOf,
  PageQueryDto,
} from './page';
export { ApiPolling, POLLING_HEADERS, setPollingHeaders } from './polling';
export { assignRequestId } from './request-id';
export { isSecret } from './secret';
export { StorableTextPipe } from './storable-text.pipe';
export { UuidParam } from './uuid-param';
