import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ResumeEmbedder } from '../../src/modules/resumes/resume-embedder';
import type { Resume } from '../../src/modules/resumes/domain/profile/profile';
import type { ParsedResume } from '../../src/modules/resumes/parsing/parser.messages';
import { type ResumeParser } from '../../src/modules/resumes/parsing/resume-parser';
import { UnreadableResumeError } from '../../src/modules/resumes/resumes.errors';
import { type Embedder, meanVector } from '../../src/platform/embeddings';

/** One resume of the pool with its vector and those of the baselines. */
export interface Indexed {
  readonly occupation: string;
  readonly content: string;
  readonly vector: Float32Array;
  /** Of the first 256 word pieces. */
  readonly head: Float32Array;
  /** Of all chunks, unweighted. */
  readonly mean: Float32Array;
  readonly skills: ReadonlySet<string>;
  /** Chunks stored. */
  readonly chunks: number;
}

export interface IndexTools {
  readonly embedder: Embedder;
  readonly parser: ResumeParser;
  /** Leaves the first line of each resume out, which is often its title. */
  readonly withoutTitle: boolean;
}

/** Files in flight: enough to keep the threads busy. */
const PARALLEL = 6;

/** Every resume under `resumes-by-occupation`; the unreadable ones are counted. */
export async function indexAll(
  dataDir: string,
  tools: IndexTools,
): Promise<{ indexed: Indexed[]; failed: number }> {
  const root = join(dataDir, 'resumes-by-occupation');
  const files: { occupation: string; path: string }[] = [];
  for (const occupation of (await readdir(root)).sort()) {
    for (const name of (await readdir(join(root, occupation))).sort()) {
      files.push({ occupation, path: join(root, occupation, name) });
    }
  }
  const found: (Indexed | null)[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      const file = files[index]!;
      found[index] = await indexOne(file.path, file.occupation, tools);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  const indexed = found.filter((one) => one !== null);
  return { indexed, failed: found.length - indexed.length };
}

async function indexOne(
  path: string,
  occupation: string,
  { parser, embedder, withoutTitle }: IndexTools,
): Promise<Indexed | null> {
  const parsed = await readable(parser, await readFile(path));
  if (parsed === null) {
    return null;
  }
  const { content, profile } = withoutTitle ? withoutFirstLine(parsed) : parsed;
  const resume = await new ResumeEmbedder(embedder).embed(content, profile);
  if (resume.vector === null) {
    return null;
  }
  return {
    occupation,
    content,
    vector: resume.vector,
    head: await embedder.embed(content),
    mean: meanVector(resume.chunks.map((chunk) => chunk.embedding)),
    skills: new Set(parsed.skills.map(({ skill }) => skill)),
    chunks: resume.chunks.length,
  };
}

async function readable(parser: ResumeParser, bytes: Buffer): Promise<ParsedResume | null> {
  try {
    return await parser.parse(bytes, { version: null, definitions: [] });
  } catch (error) {
    if (error instanceof UnreadableResumeError) {
      return null;
    }
    throw error;
  }
}

function withoutFirstLine({ content, profile }: ParsedResume): {
  content: string;
  profile: Resume;
} {
  const skip = content.indexOf('\n') + 1;
  const sections = profile.sections
    .map((section) => ({
      ...section,
      start: Math.max(0, section.start - skip),
      end: Math.max(0, section.end - skip),
    }))
    .filter((section) => section.end > section.start);
  const person = { ...profile.personal_info, name: null, headline: null, sources: {} };
  return {
    content: content.slice(skip),
    profile: { ...profile, sections, personal_info: person },
  };
}
