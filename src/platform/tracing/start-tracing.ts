import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { context, propagation, trace } from '@opentelemetry/api';
import { hasCode } from '../../common/errors';
import type { Env } from '../../config';
import { useTracer } from './spans';

/** What the project does not install by itself: most installations trace nothing, and it weighs 27 MB. */
const TRACING_PACKAGES = [
  '@opentelemetry/sdk-trace-base',
  '@opentelemetry/context-async-hooks',
  '@opentelemetry/resources',
  '@opentelemetry/core',
  '@opentelemetry/exporter-trace-otlp-http',
] as const;

export class TracingUnavailableError extends Error {
  constructor(options: ErrorOptions) {
    super(
      'OTEL_EXPORTER_OTLP_ENDPOINT is set, but the packages that send traces are not installed: ' +
        `npm install --no-save ${TRACING_PACKAGES.join(' ')} (docs/deployment.md has the versions).`,
      options,
    );
    this.name = 'TracingUnavailableError';
  }
}

/**
 * Sends traces to a collector, when `OTEL_EXPORTER_OTLP_ENDPOINT` names one; otherwise loads nothing. Call
 * it before the application is made; `TracingModule` ends it.
 *
 * @throws TracingUnavailableError
 */
export async function startTracing(env: Env, service: string): Promise<void> {
  if (env.OTEL_EXPORTER_OTLP_ENDPOINT === '') {
    return;
  }
  const sdk = await load();
  const exporter = new sdk.OTLPTraceExporter({
    url: `${env.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/+$/, '')}/v1/traces`,
  });
  const provider = new sdk.BasicTracerProvider({
    resource: sdk.resourceFromAttributes({
      'service.name': service,
      'deployment.environment.name': env.ENVIRONMENT,
    }),
    sampler: new sdk.ParentBasedSampler({
      root: new sdk.TraceIdRatioBasedSampler(env.OTEL_SAMPLE_RATIO),
    }),
    spanProcessors: [new sdk.BatchSpanProcessor(exporter)],
  });
  context.setGlobalContextManager(new sdk.AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new sdk.W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  useTracer(provider.getTracer('shortlist'));
  end = async () => {
    useTracer(null);
    await provider.shutdown();
  };
}

let end = (): Promise<void> => Promise.resolve();

/** Sends what is left. A collector that is away does not keep the process from ending. */
@Module({})
export class TracingModule implements OnApplicationShutdown {
  async onApplicationShutdown(): Promise<void> {
    await end().catch(() => undefined);
  }
}

/** The compiler sees the packages, which tests install; a production installation may lack them. */
async function load() {
  try {
    const [base, hooks, resources, core, exporter] = await Promise.all([
      import('@opentelemetry/sdk-trace-base'),
      import('@opentelemetry/context-async-hooks'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/core'),
      import('@opentelemetry/exporter-trace-otlp-http'),
    ]);
    return { ...core, ...resources, ...base, ...hooks, ...exporter };
  } catch (error) {
    if (hasCode(error, 'MODULE_NOT_FOUND') || hasCode(error, 'ERR_MODULE_NOT_FOUND')) {
      throw new TracingUnavailableError({ cause: error });
    }
    throw error;
  }
}
