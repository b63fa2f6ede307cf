import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RESTART_EXIT_CODE } from './supervisor';

/** Supervises, in a process of its own, a child that does what the test says on its first, second, … life. */
describe('Supervisor', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shortlist-supervisor-'));
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  /** Each life is JavaScript; a life that does nothing else goes on until a signal ends it with code 0. */
  async function supervise(
    ...lives: readonly string[]
  ): Promise<{ code: number | null; lives: number }> {
    const child = join(folder, 'child.js');
    const count = join(folder, 'lives');
    await writeFile(count, '');
    await writeFile(
      child,
      `process.on('SIGTERM', () => process.exit(0));
       const fs = require('node:fs');
       fs.appendFileSync(${JSON.stringify(count)}, 'x');
       const life = fs.readFileSync(${JSON.stringify(count)}, 'utf8').length;
       const ready = () => process.send('ready');
       [${lives.map((life) => `() => { ${life} }`).join(', ')}][life - 1]?.();
       setInterval(() => undefined, 1000);`,
    );
    const parent = join(folder, 'parent.js');
    await writeFile(
      parent,
      `const { Supervisor } = require(${JSON.stringify(join(__dirname, 'supervisor.js'))});
       const options = { script: ${JSON.stringify(child)}, firstDelayMs: 10, longestDelayMs: 40, steadyMs: 60000 };
       const log = (fields, message) => console.log(message);
       new Supervisor({ ...options, log }).run().then((code) => process.exit(code));`,
    );
    const supervisor = spawn(process.execPath, [parent], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(supervisor, 'exit');
    const timer = setInterval(() => {
      void readFile(count, 'utf8').then((text) => {
        if (text.length > lives.length) {
          supervisor.kill('SIGTERM');
        }
      });
    }, 20);
    const [code] = (await ended) as [number | null];
    clearInterval(timer);
    return { code, lives: (await readFile(count, 'utf8')).length };
  }

  it('starts a successor when the child asks for one, and ends with it on a signal', async () => {
    const restart = `ready(); setTimeout(() => process.exit(${RESTART_EXIT_CODE}), 20);`;
    await expect(supervise(restart, restart)).resolves.toMatchObject({ code: 0, lives: 3 });
  });

  it('replaces a child that breaks down after it worked', async () => {
    const killed = `ready(); setTimeout(() => process.kill(process.pid, 'SIGKILL'), 20);`;
    const failed = 'process.exit(1);';
    await expect(supervise(killed, failed, killed)).resolves.toMatchObject({ code: 0, lives: 4 });
  });

  it('does not try again what never worked, and ends with its code', async () => {
    await expect(supervise('process.exit(3);')).resolves.toMatchObject({ code: 3, lives: 1 });
  });
});
