export { IDEMPOTENCY_HEADER } from './idempotency-header';
export { IdempotencyInterceptor } from './idempotency.interceptor';
export { IdempotencyModule } from './idempotency.module';
