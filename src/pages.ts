import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';

/** Beside `dist`, which the compiled file is in. */
const WEB_DIR = join(__dirname, '../../web');

/**
 * `shared` is what the others load: the session, the socket that comes back, the base of their looks. `admin` has the
 * looks alone: its page is made by the server.
 */
const FOLDERS = ['shared', 'console', 'chat', 'ws-test', 'admin'] as const;

/** The pages that the server has of its own; plain files, which the content policy lets run as they are. */
export function setUpPages(app: NestExpressApplication): void {
  for (const folder of FOLDERS) {
    app.useStaticAssets(join(WEB_DIR, folder), { prefix: `/${folder}` });
  }
  app.use(leadToConsole);
}

/** Who opens the server's bare address looks for the console. */
function leadToConsole(request: Request, response: Response, next: NextFunction): void {
  if (request.method === 'GET' && request.path === '/') {
    response.redirect('/console/');
    return;
  }
  next();
}
