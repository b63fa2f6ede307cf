import { parseArgs } from 'node:util';
import { type Env, loadEnv } from '../config';
import { checkBackup, DatabaseSession, openArchive, restoreBackup } from '../platform/backup';
import { findSigningKey, keepSigningKey } from '../platform/secrets';
import { runProcess } from '../process';
import { filePlaces, summaryOf } from './backup-support/file-places';

const USAGE = `npm run restore -- --from PATH [--check] [--force] [--new-key]

  --from      a backup that npm run backup wrote, in whichever mode
  --check     only read it and compare it with its manifest
  --force     replace the data that is there
  --new-key   go on although SECRET_KEY is not that of the backup
`;

interface Wanted {
  readonly from: string;
  readonly isChecking: boolean;
  readonly isReplacing: boolean;
  readonly isNewKeyMeant: boolean;
}

/**
 * `npm run restore`: makes the database and the files of the settings what a backup holds, also of the other
 * mode. Stop the server and the workers first. When it fails the database is as it was.
 */
runProcess(async () => {
  const wanted = argumentsOf(process.argv.slice(2));
  if (wanted === null) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const archive = await openArchive(wanted.from);
  try {
    if (wanted.isChecking) {
      const manifest = await checkBackup(archive);
      console.log(`The backup of ${manifest.createdAt} is whole: ${summaryOf(manifest)}.`);
      return;
    }
    await restore(loadEnv(), archive, wanted);
  } finally {
    await archive.close();
  }
});

async function restore(
  env: Env,
  archive: Awaited<ReturnType<typeof openArchive>>,
  wanted: Wanted,
): Promise<void> {
  const session = await DatabaseSession.open(env);
  try {
    // A key in the data directory gives way to the backup's; one of the settings does not.
    const isKeyFixed = env.SECRET_KEY !== '' || !wanted.isReplacing;
    const manifest = await restoreBackup(archive, {
      session,
      files: filePlaces(env),
      signingKey: isKeyFixed ? await findSigningKey(env) : null,
      keepSigningKey: (key) => keepSigningKey(env, key),
      isReplacing: wanted.isReplacing,
      isNewKeyMeant: wanted.isNewKeyMeant,
      onProgress: console.log,
    });
    console.log(`Restored as of ${manifest.createdAt}: ${summaryOf(manifest)}, compared by hash.`);
  } finally {
    await session.close();
  }
}

/** Null when the arguments say something else. */
function argumentsOf(given: readonly string[]): Wanted | null {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        from: { type: 'string' },
        check: { type: 'boolean' },
        force: { type: 'boolean' },
        'new-key': { type: 'boolean' },
      },
    });
    return values.from === undefined
      ? null
      : {
          from: values.from,
          isChecking: values.check === true,
          isReplacing: values.force === true,
          isNewKeyMeant: values['new-key'] === true,
        };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
