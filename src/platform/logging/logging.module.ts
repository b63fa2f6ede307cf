import { Module, RequestMethod } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { assignRequestId } from '../../common/http';
import { ENV, type Env } from '../../config';
import { taskFields } from './log-context';
import { logStream } from './log-stream';
import { loggedPath } from './logged-path';

/** Asked every few seconds by machines. */
const QUIET_PATHS: readonly string[] = ['/health', '/metrics'];

interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly cause?: LoggedError;
}

/** Nothing else of an error: a failed query carries its parameters, which are people's data. */
function loggedError(error: Error): LoggedError {
  const { cause } = error;
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(cause instanceof Error ? { cause: loggedError(cause) } : {}),
  };
}

/**
 * JSON logs with the request's id on every line of a request, and of the tasks that it asked for. Requests are logged by method, path,
 * status and time only: no bodies, headers, addresses or queries.
 */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [ENV],
      useFactory: (env: Env) => ({
        forRoutes: [{ path: '{*path}', method: RequestMethod.ALL }],
        pinoHttp: {
          stream: logStream(env),
          level: env.LOG_LEVEL,
          mixin: taskFields,
          base: { environment: env.ENVIRONMENT },
          genReqId: assignRequestId,
          customAttributeKeys: { reqId: 'requestId', responseTime: 'durationMs' },
          quietReqLogger: true,
          customLogLevel: (_request, response, error) =>
            error !== undefined || response.statusCode >= 500 ? 'error' : 'info',
          serializers: {
            err: loggedError,
            req: (request: { method: string; url?: string }) => ({
              method: request.method,
              path: loggedPath(request.url),
            }),
            res: (response: { statusCode: number }) => ({ status: response.statusCode }),
          },
          autoLogging: { ignore: (request) => QUIET_PATHS.includes(loggedPath(request.url)) },
        },
      }),
    }),
  ],
})
export class LoggingModule {}
