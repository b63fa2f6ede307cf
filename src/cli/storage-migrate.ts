import { parseArgs } from 'node:util';
import {
  bucketProblems,
  InvalidEnvironmentError,
  loadEnv,
  STORAGE_KINDS,
  type StorageKind,
} from '../config';
import { migrateFiles, openStore } from '../platform/storage';
import { runProcess } from '../process';

const USAGE = `npm run storage:migrate -- --to s3|disk [--prune]

  --to      where the files go; they come from the other place, and stay there too
  --prune   delete what only the target has: files that were deleted at the source since the last run
`;
const REPORT_EVERY_MS = 2_000;

/**
 * `npm run storage:migrate`: copies every file between the disk and the bucket. Run it while the server works,
 * stop the server, run it again with --prune for what changed meanwhile, and start with the new `STORAGE`.
 */
runProcess(async () => {
  const wanted = argumentsOf(process.argv.slice(2));
  if (wanted === null) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const env = loadEnv();
  const problems = bucketProblems(env, 'to migrate files');
  if (problems.length > 0) {
    throw new InvalidEnvironmentError(problems);
  }
  let reportedAt = performance.now();
  const counts = await migrateFiles({
    from: openStore(env, wanted.to === 's3' ? 'disk' : 's3'),
    to: openStore(env, wanted.to),
    isPruning: wanted.isPruning,
    onProgress: ({ copied, kept }) => {
      if (performance.now() - reportedAt >= REPORT_EVERY_MS) {
        reportedAt = performance.now();
        console.log(`${copied + kept} files …`);
      }
    },
  });
  const { copied, kept, pruned, onlyInTarget } = counts;
  console.log(
    `${copied} files copied and compared, ${kept} were there already, ${pruned} deleted from the target.`,
  );
  if (onlyInTarget > 0) {
    console.log(`${onlyInTarget} files are in the target only; --prune deletes them.`);
  }
  console.log(`Start the server with STORAGE=${wanted.to} to use them.`);
});

/** Null when the arguments say something else. */
function argumentsOf(
  given: readonly string[],
): { readonly to: StorageKind; readonly isPruning: boolean } | null {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { to: { type: 'string' }, prune: { type: 'boolean' } },
    });
    const to = STORAGE_KINDS.find((kind) => kind === values.to);
    return to === undefined ? null : { to, isPruning: values.prune === true };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
