import { EnvError, makeValidator, str, url } from 'envalid';
import { fraction, integer } from './validators';

const MINIMUM_PASSWORD_LENGTH = 16;

const password = makeValidator<string>((input) => {
  if (input.length < MINIMUM_PASSWORD_LENGTH) {
    throw new EnvError(`must have ${MINIMUM_PASSWORD_LENGTH} characters or more`);
  }
  return input;
});

/** The settings of logs, metrics, traces and the operator's page. */
export const OBSERVABILITY_VARIABLES = {
  LOG_FILE: str({
    default: '',
    desc: 'File that logs are written to beside stdout, one for each process. Empty: none.',
  }),
  LOG_FILE_MAX_MB: integer(
    1,
    10_240,
  )({
    default: 50,
    desc: 'Size at which LOG_FILE is renamed and begun anew.',
  }),
  LOG_FILE_KEEP: integer(
    1,
    1000,
  )({
    default: 10,
    desc: 'Renamed log files that are kept.',
  }),
  METRICS_PORT: integer(
    0,
    65_535,
  )({
    default: 0,
    desc: 'Port on HOST where a worker process answers /metrics, /health and /api/v1/health; 0 is none. The API answers them on PORT.',
  }),
  METRICS_TOKEN: str({
    default: '',
    desc: 'Bearer token that /metrics asks for. Empty: none, so keep /metrics inside your network, as the nginx of deploy/ does.',
  }),
  OPERATOR_PASSWORD: password({
    default: '',
    desc: 'Password of the user operator at /admin/queues, which shows the queues of all companies; 16 characters or more. Empty: there is no such page.',
  }),
  OTEL_EXPORTER_OTLP_ENDPOINT: url({
    default: '',
    desc: 'OpenTelemetry collector that takes OTLP over HTTP, as in http://localhost:4318. Empty: nothing is traced.',
  }),
  OTEL_SAMPLE_RATIO: fraction({
    default: 1,
    desc: 'Share of the traces that begin here which are kept (0 to 1).',
  }),
} as const;
