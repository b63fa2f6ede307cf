import type { NextFunction, Request, Response } from 'express';
import { AppError } from '../../common/errors';
import type { RealtimeServer } from './realtime-server';

export class UpgradeRequiredError extends AppError {
  readonly status = 426;
  readonly code = 'upgrade_required';

  constructor() {
    super('This address is a WebSocket: connect with ws:// or wss:// and an access token.');
  }
}

/** Tells a plain request to the address of a WebSocket what is there; what nobody serves stays a 404. */
export function requireUpgrade(
  server: Pick<RealtimeServer, 'serves'>,
): (request: Request, response: Response, next: NextFunction) => void {
  return (request, response, next) => {
    if (!server.serves(request.path)) {
      next();
      return;
    }
    response.setHeader('Upgrade', 'websocket').setHeader('Connection', 'Upgrade');
    next(new UpgradeRequiredError());
  };
}
