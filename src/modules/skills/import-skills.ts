import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { hasCode } from '../../common/errors';
import { CsvSyntaxError } from './domain/imported-csv';
import { ESCO_FILE, escoLabels } from './domain/imported-esco';
import type { ImportedLabel } from './domain/imported-label';
import { ONET_FILES, onetLabels } from './domain/imported-onet';
import { importedSkills } from './domain/imported-skills';
import { MissingColumnsError } from './domain/imported-table';
import {
  type ImportedVocabulary,
  type ImportSource,
  SOURCE_FACTS,
} from './domain/imported-vocabulary';
import { SkillMatcher } from './domain/skill-matcher';
import { writeVocabulary } from './imported-files';
import { VOCABULARY } from './vocabulary';

/** The folder or a file in it is not what the classification's publisher offers for download. */
export class SkillsImportError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SkillsImportError';
  }
}

export interface SkillsImport {
  readonly source: ImportSource;
  /** The folder that a person downloaded and unpacked. */
  readonly from: string;
  /** See `vocabularyFolder`. */
  readonly to: string;
}

export interface SkillsImported {
  readonly path: string;
  readonly vocabulary: ImportedVocabulary;
  readonly files: readonly string[];
  /** Labels in the files, with those that may not be matched. */
  readonly read: number;
}

/** Reads a classification's official files and keeps what of it can be matched. @throws SkillsImportError */
export async function importSkills({ source, from, to }: SkillsImport): Promise<SkillsImported> {
  const folder = resolve(from);
  const present = await filesOf(folder);
  const { files, labels } = await readSource(source, folder, present);
  if (labels.length === 0) {
    throw new SkillsImportError(`${files.join(', ')} in ${folder} names no skill.`);
  }
  const version = versionOf(source, basename(folder));
  const vocabulary: ImportedVocabulary = {
    source,
    notice: SOURCE_FACTS[source].notice(version),
    version,
    importedAt: new Date().toISOString(),
    skills: importedSkills(labels, new SkillMatcher(VOCABULARY)),
  };
  const path = await writeVocabulary(to, vocabulary);
  return { path, vocabulary, files, read: labels.length };
}

async function readSource(
  source: ImportSource,
  folder: string,
  present: readonly string[],
): Promise<{ files: readonly string[]; labels: readonly ImportedLabel[] }> {
  if (source === 'esco') {
    if (!present.includes(ESCO_FILE)) throw notThere(folder, 'ESCO (CSV, English)', [ESCO_FILE]);
    const text = await readFile(join(folder, ESCO_FILE), 'utf8');
    return { files: [ESCO_FILE], labels: labelsIn(ESCO_FILE, () => escoLabels(text)) };
  }
  const files = ONET_FILES.filter(({ file }) => present.includes(file));
  if (files.length === 0) {
    const names = ONET_FILES.map(({ file }) => file);
    throw notThere(folder, 'the O*NET database (text)', names);
  }
  const labels: ImportedLabel[] = [];
  for (const file of files) {
    const text = await readFile(join(folder, file.file), 'utf8');
    labels.push(...labelsIn(file.file, () => onetLabels(file, text)));
  }
  return { files: files.map(({ file }) => file), labels };
}

function labelsIn(file: string, read: () => Iterable<ImportedLabel>): readonly ImportedLabel[] {
  try {
    return [...read()];
  } catch (error) {
    if (error instanceof MissingColumnsError) {
      throw new SkillsImportError(error.message, { cause: error });
    }
    if (error instanceof CsvSyntaxError) {
      throw new SkillsImportError(`${file} is no sound CSV. ${error.message}`, { cause: error });
    }
    throw error;
  }
}

async function filesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) {
      throw new SkillsImportError(`There is no folder ${folder}.`, { cause: error });
    }
    throw error;
  }
}

function notThere(folder: string, what: string, files: readonly string[]): SkillsImportError {
  return new SkillsImportError(
    `${folder} is no download of ${what}: it has no file named ${files.join(' or ')}. ` +
      'Give the folder that the downloaded archive was unpacked into.',
  );
}

/** Publishers put the release into the archive's name: "ESCO dataset - v1.2.0 - …", "db_28_2_text". */
function versionOf(source: ImportSource, folderName: string): string | null {
  if (source === 'esco') return /\bv?(\d+\.\d+(?:\.\d+)?)\b/i.exec(folderName)?.[1] ?? null;
  const [, major, minor] = /\bdb_(\d+)_(\d+)/i.exec(folderName) ?? [];
  return major === undefined || minor === undefined ? null : `${major}.${minor}`;
}
