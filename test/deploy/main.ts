import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { CHECKS } from './checks';
import { startTopology } from './topology';

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Started by deploy/local/prove. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      programs: { type: 'string', default: '/' },
      folder: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  if (values.folder === undefined) {
    throw new Error('--folder is needed: where everything is written.');
  }
  const topology = await startTopology({ programs: values.programs, folder: values.folder });
  let failed = 0;
  try {
    for (const { what, said } of topology.configuration) {
      print(`ok      ${what}: ${said}`);
    }
    for (const [name, check] of CHECKS) {
      try {
        print(`ok      ${name}: ${await check(topology)}`);
      } catch (error) {
        failed += 1;
        print(`FAILED  ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    if (values.keep) {
      print(`Entry ${topology.entry}, Prometheus ${topology.prometheus}. Ctrl-C ends it.`);
      await once(process, 'SIGINT');
    }
  } finally {
    await topology.stop();
  }
  print(failed === 0 ? 'All is well.' : `${failed} failed.`);
  return failed === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(
      `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exit(1);
  },
);
