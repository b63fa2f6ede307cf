import { parseArgs } from 'node:util';
import { loadEnv, type Env } from '../config';
import { createArchive, createBackup, DatabaseSession, type Manifest } from '../platform/backup';
import { loadSigningKey } from '../platform/secrets';
import { runProcess } from '../process';
import { filePlaces, summaryOf } from './backup-support/file-places';

const USAGE = `npm run backup -- --out PATH [--force]

  --out     where the backup goes: a file when it ends in .tar, else a folder
  --force   replace the backup that is there
`;

/**
 * `npm run backup`: the database of one moment and all files, for `npm run restore` in either mode. In server mode
 * everything may run meanwhile; an embedded server must be stopped first. It holds personal data and is as secret
 * as the database.
 */
runProcess(async () => {
  const wanted = argumentsOf(process.argv.slice(2));
  if (wanted === null) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const env = loadEnv();
  const archive = await createArchive(wanted.out, wanted.isReplacing);
  try {
    const manifest = await backUp(env, archive);
    await archive.finish();
    console.log(`Written to ${wanted.out}: ${summaryOf(manifest)}.`);
  } catch (error) {
    await archive.discard();
    throw error;
  }
});

async function backUp(env: Env, archive: Parameters<typeof createBackup>[1]): Promise<Manifest> {
  const session = await DatabaseSession.open(env);
  try {
    return await createBackup(
      {
        session,
        mode: env.embedded ? 'embedded' : 'server',
        files: filePlaces(env),
        signingKey: await loadSigningKey(env),
        isKeyKept: env.SECRET_KEY === '',
        now: () => new Date(),
        onProgress: console.log,
      },
      archive,
    );
  } finally {
    await session.close();
  }
}

function argumentsOf(
  given: readonly string[],
): { readonly out: string; readonly isReplacing: boolean } | null {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { out: { type: 'string' }, force: { type: 'boolean' } },
    });
    return values.out === undefined
      ? null
      : { out: values.out, isReplacing: values.force === true };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
