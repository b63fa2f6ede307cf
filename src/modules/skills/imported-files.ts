import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasCode } from '../../common/errors';
import {
  IMPORT_SOURCES,
  type ImportedVocabulary,
  type ImportSource,
  parseImportedVocabulary,
} from './domain/imported-vocabulary';

/** A file of the vocabulary folder is not what `npm run skills:import` writes. */
export class BrokenVocabularyError extends Error {
  constructor(path: string, options?: ErrorOptions) {
    super(
      `${path} is not a vocabulary that this version reads. Import it again by npm run skills:import, or delete it.`,
      options,
    );
    this.name = 'BrokenVocabularyError';
  }
}

/** Where imported classifications are kept; shared by all processes and threads, read when they start. */
export function vocabularyFolder(dataDir: string): string {
  return join(dataDir, 'vocabulary');
}

/** What was imported, none without a folder. Synchronous, because threads load it with their script. @throws BrokenVocabularyError */
export function readVocabularies(folder: string): readonly ImportedVocabulary[] {
  return IMPORT_SOURCES.flatMap((source) => readVocabulary(pathOf(folder, source)) ?? []);
}

/** Replaces what was imported from the source before; nobody ever reads half of it. */
export async function writeVocabulary(
  folder: string,
  vocabulary: ImportedVocabulary,
): Promise<string> {
  const path = pathOf(folder, vocabulary.source);
  await mkdir(folder, { recursive: true });
  const partial = `${path}.${randomUUID()}.partial`;
  try {
    await writeFile(partial, `${JSON.stringify(vocabulary)}\n`, { flush: true });
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  return path;
}

function pathOf(folder: string, source: ImportSource): string {
  return join(folder, `${source}.json`);
}

function readVocabulary(path: string): ImportedVocabulary | null {
  const text = readText(path);
  if (text === null) return null;
  const vocabulary = parseImportedVocabulary(parseJson(path, text));
  if (vocabulary === null) throw new BrokenVocabularyError(path);
  return vocabulary;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BrokenVocabularyError(path, { cause: error });
  }
}
