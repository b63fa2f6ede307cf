import { join } from 'node:path';
import { runProcess } from './process';
import { Supervisor } from './supervisor';

/**
 * `npm run start:worker`: keeps one worker process working, so that a worker can end after so many tasks, and
 * one that breaks down is replaced, whether or not something watches over this process.
 */
runProcess(async () => {
  const supervisor = new Supervisor({
    script: join(__dirname, 'worker-process.js'),
    firstDelayMs: 1_000,
    longestDelayMs: 30_000,
    steadyMs: 60_000,
    log: (fields, message) => {
      const line = { level: 40, time: Date.now(), context: 'Supervisor', ...fields, msg: message };
      process.stdout.write(`${JSON.stringify(line)}\n`);
    },
  });
  process.exit(await supervisor.run());
});
