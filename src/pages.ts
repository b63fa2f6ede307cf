import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Beside `dist`, which the compiled file is in. */
const WEB_DIR = join(__dirname, '../../web');

/** `shared` is what the others load: the session, the socket that comes back, the base of their looks. */
const FOLDERS = ['shared', 'chat', 'ws-test'] as const;

/** The pages that the server has of its own; plain files, which the content policy lets run as they are. */
export function setUpPages(app: NestExpressApplication): void {
  for (const folder of FOLDERS) {
    app.useStaticAssets(join(WEB_DIR, folder), { prefix: `/${folder}` });
  }
}
