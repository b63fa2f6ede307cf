import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { parseEnv } from '../../config';
import { logStream } from './log-stream';

describe('LOG_FILE', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shortlist-log-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('holds the lines, and begins anew when it is full, keeping so many old ones', async () => {
    const env = parseEnv({
      LOG_FILE: join(folder, 'api.log'),
      LOG_FILE_MAX_MB: '1',
      LOG_FILE_KEEP: '2',
    });
    let toStdout = 0;
    const stdout = {
      write: () => {
        toStdout += 1;
      },
    };
    const log = pino({}, logStream(env, stdout));
    const filler = 'x'.repeat(200_000);
    let lines = 0;
    // It is renamed in between, when the disk has come so far.
    while (!(await readdir(folder)).includes('api.log.2') && lines < 500) {
      log.info({ filler }, 'full');
      lines += 1;
      await sleep(20);
    }
    log.info('the last line');
    await sleep(300);
    expect(toStdout).toBe(lines + 1);
    expect((await readdir(folder)).sort()).toEqual(['api.log', 'api.log.1', 'api.log.2']);
    expect(await readFile(join(folder, 'api.log'), 'utf8')).toContain('the last line');
  });
});
