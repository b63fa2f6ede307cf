import { parseArgs } from 'node:util';
import { loadEnv } from '../config';
import {
  type ImportSource,
  importSkills,
  SkillsImportError,
  SOURCE_FACTS,
  vocabularyFolder,
} from '../modules/skills';
import { runProcess } from '../process';

const USAGE = `npm run skills:import -- --esco DIR | --onet DIR

  --esco DIR   the unpacked English CSV download of https://esco.ec.europa.eu/en/use-esco/download
  --onet DIR   the unpacked text download of https://www.onetcenter.org/database.html
`;

/** `npm run skills:import`: keeps official classifications in DATA_DIR for the matcher. */
runProcess(async () => {
  const folders = foldersOf(process.argv.slice(2));
  if (folders === null) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const to = vocabularyFolder(loadEnv().DATA_DIR);
  for (const [source, from] of folders) {
    if (!(await imported(source, from, to))) {
      process.exitCode = 1;
      return;
    }
  }
  console.log('Restart the server and its workers: they read imported skills when they start.');
});

/** False when the folder is not what it should be, which the person is told. */
async function imported(source: ImportSource, from: string, to: string): Promise<boolean> {
  try {
    const { path, vocabulary, files, read } = await importSkills({ source, from, to });
    console.log(`${SOURCE_FACTS[source].title}: ${files.join(', ')}`);
    console.log(
      `${read} labels read, ${vocabulary.skills.length} skills kept that texts can be searched for.`,
    );
    console.log(`Written to ${path}\n\n${vocabulary.notice}\n`);
    return true;
  } catch (error) {
    if (error instanceof SkillsImportError) {
      process.stderr.write(`${error.message}\n`);
      return false;
    }
    throw error;
  }
}

/** Null when the arguments say something else. */
function foldersOf(given: readonly string[]): readonly (readonly [ImportSource, string])[] | null {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { esco: { type: 'string' }, onet: { type: 'string' } },
    });
    const { esco, onet } = values;
    const folders: (readonly [ImportSource, string])[] = [];
    if (esco !== undefined) folders.push(['esco', esco]);
    if (onet !== undefined) folders.push(['onet', onet]);
    return folders.length === 0 ? null : folders;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
