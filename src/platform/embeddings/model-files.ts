import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { modelFiles, modelFolder, type ModelFile, type ModelPrecision } from './model-manifest';

/** The embedding model is not there, or is not the pinned one. */
export class ModelMissingError extends Error {
  constructor(paths: readonly string[], folder: string) {
    super(
      `The embedding model in ${folder} is missing or not the official one (${paths.join(', ')}): ` +
        'run `npm run model:fetch`.',
    );
    this.name = 'ModelMissingError';
  }
}

/** @throws ModelMissingError unless every file is there with its pinned hash. */
export async function verifyModel(modelDir: string, precision: ModelPrecision): Promise<void> {
  const folder = modelFolder(modelDir);
  const bad: string[] = [];
  for (const file of modelFiles(precision)) {
    if (!(await isOfficial(join(folder, file.path), file))) {
      bad.push(file.path);
    }
  }
  if (bad.length > 0) {
    throw new ModelMissingError(bad, folder);
  }
}

/** Whether the file exists and has the pinned hash. */
export async function isOfficial(path: string, file: ModelFile): Promise<boolean> {
  try {
    await access(path);
  } catch {
    return false;
  }
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex') === file.sha256;
}
