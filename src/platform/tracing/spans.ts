import {
  type Attributes,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';

export interface SpanOptions {
  readonly kind?: 'internal' | 'client' | 'consumer';
  readonly attributes?: Attributes;
  /** W3C `traceparent` of what caused this, when that was in another process. */
  readonly parent?: string | null;
}

const KINDS = {
  internal: SpanKind.INTERNAL,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
} as const;

/** Null while tracing is off: nothing is then made, kept or sent. */
let tracer: Tracer | null = null;

export function useTracer(next: Tracer | null): void {
  tracer = next;
}

/** Null while tracing is off. */
export function currentTracer(): Tracer | null {
  return tracer;
}

/** The work as a span of the current trace; what it throws is noted by its class, never by its words. */
export async function inSpan<T>(
  name: string,
  options: SpanOptions,
  work: () => Promise<T>,
): Promise<T> {
  if (tracer === null) {
    return work();
  }
  const parent = contextOf(options.parent ?? null);
  const kind = KINDS[options.kind ?? 'internal'];
  const span = tracer.startSpan(name, { kind, attributes: options.attributes ?? {} }, parent);
  try {
    return await context.with(trace.setSpan(parent, span), work);
  } catch (error) {
    markFailed(span, error);
    throw error;
  } finally {
    span.end();
  }
}

/** Work that began at this `performance.now()` and has just ended. */
export function recordSpan(name: string, startMs: number, attributes: Attributes): void {
  if (tracer === null || trace.getActiveSpan() === undefined) {
    return;
  }
  const startTime = performance.timeOrigin + startMs;
  tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes, startTime }).end();
}

/** The current trace as a W3C `traceparent`, to be carried to another process. */
export function currentTraceParent(): string | null {
  if (tracer === null) {
    return null;
  }
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'] ?? null;
}

/** The current context, or that of a `traceparent`. */
export function contextOf(traceParent: string | null): ReturnType<typeof context.active> {
  return traceParent === null
    ? context.active()
    : propagation.extract(ROOT_CONTEXT, { traceparent: traceParent });
}

export function markFailed(span: Span, error: unknown): void {
  const type = error instanceof Error ? error.name : 'unknown';
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
