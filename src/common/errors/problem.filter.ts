import { STATUS_CODES } from 'node:http';
import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { requestIdOf } from '../http/request-id';
import { AppError, NotFoundError } from './app-error';
import { goneReference } from './gone-reference';
import { isOutage } from './is-outage';
import type { ProblemDto } from './problem';

type Problem = Omit<ProblemDto, 'type' | 'title' | 'request_id'> &
  Readonly<Record<string, unknown>>;

/** Codes of the failures that the framework raises itself. */
const FRAMEWORK_CODES: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'request_timeout',
  409: 'conflict',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  422: 'validation_failed',
  429: 'too_many_requests',
  503: 'unavailable',
};

const OUTAGE_RETRY_AFTER_SECONDS = 5;

/** What the framework says, as a bad request, when multer's limit of files is passed. */
const TOO_MANY_FILES = 'Too many files';

/** Turns whatever a request throws into problem+json; the unexpected is logged whole and told as one 500. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const problem = toProblem(error);
    if (problem.status >= 500) {
      this.log.error({ err: error, requestId: requestIdOf(request) }, 'request failed');
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const retryAfterSeconds = retryAfter(error, problem.status);
    if (retryAfterSeconds !== null) {
      response.setHeader('Retry-After', retryAfterSeconds);
    }
    response
      .status(problem.status)
      .type('application/problem+json')
      .send(
        JSON.stringify({
          type: 'about:blank',
          title: STATUS_CODES[problem.status] ?? 'Error',
          ...problem,
          request_id: requestIdOf(request),
        }),
      );
  }
}

/** Null when the same request has no better chance later, or the answer tells its own time already. */
function retryAfter(error: unknown, status: number): number | null {
  if (error instanceof AppError) {
    return error.retryAfterSeconds;
  }
  return status === 503 ? OUTAGE_RETRY_AFTER_SECONDS : null;
}

function toProblem(error: unknown): Problem {
  if (error instanceof AppError) {
    return {
      ...error.details,
      status: error.status,
      code: error.code,
      detail: error.message,
      ...(error.errors.length > 0 ? { errors: error.errors } : {}),
    };
  }
  const gone = goneReference(error);
  if (gone !== null) {
    return toProblem(new NotFoundError(gone));
  }
  if (error instanceof HttpException) {
    if (error.message === TOO_MANY_FILES) {
      return { status: 413, code: 'too_many_files', detail: 'The request holds too many files.' };
    }
    const status = error.getStatus();
    return { status, code: FRAMEWORK_CODES[status] ?? 'error', detail: error.message };
  }
  if (isOutage(error)) {
    return {
      status: 503,
      code: 'unavailable',
      detail: 'A part of the service is away. Try again soon.',
    };
  }
  const status = statusOf(error);
  if (status !== null) {
    // body-parser and express raise plain errors with a status; their messages may quote the body.
    const code = FRAMEWORK_CODES[status] ?? 'bad_request';
    return { status, code, detail: STATUS_CODES[status] ?? 'The request cannot be read.' };
  }
  return { status: 500, code: 'internal_error', detail: 'Something went wrong on our side.' };
}

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) {
    return null;
  }
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
