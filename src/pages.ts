import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Beside `dist`, which the compiled file is in. */
const WEB_DIR = join(__dirname, '../../web');

/** The pages that the server has of its own; plain files, which the content policy lets run as they are. */
export function setUpPages(app: NestExpressApplication): void {
  app.useStaticAssets(join(WEB_DIR, 'ws-test'), { prefix: '/ws-test' });
  app.useStaticAssets(join(WEB_DIR, 'chat'), { prefix: '/chat' });
}
