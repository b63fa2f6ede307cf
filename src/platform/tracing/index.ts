export { currentTraceParent, inSpan, recordSpan } from './spans';
export { startTracing, TracingModule, TracingUnavailableError } from './start-tracing';
export { traceRequests } from './trace-requests';
