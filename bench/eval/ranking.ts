import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from '../../src/config';
import { JobEmbedder } from '../../src/modules/jobs/job-embedder';
import { jobText } from '../../src/modules/jobs/domain/job-text';
import { matchScore, SIMILARITY_WEIGHT } from '../../src/modules/jobs/domain/match-score';
import { ResumeEmbedder } from '../../src/modules/resumes/resume-embedder';
import { ResumeParser } from '../../src/modules/resumes/parsing/resume-parser';
import { UnreadableResumeError } from '../../src/modules/resumes/resumes.errors';
import { extractJobRequirements } from '../../src/modules/skills/domain/job-requirements';
import { scoreSkills, SkillMatcher, VOCABULARY } from '../../src/modules/skills';
import { Embedder, meanVector, normalisedSum } from '../../src/platform/embeddings';
import { Bm25 } from './bm25';
import { meanQuality, type RankingQuality, rankingQuality } from './metrics';

interface Query {
  readonly qid: string;
  readonly title: string;
  readonly text: string;
  readonly relevant: readonly string[];
}

interface Indexed {
  readonly occupation: string;
  readonly content: string;
  readonly vector: Float32Array;
  readonly head: Float32Array;
  readonly mean: Float32Array;
  readonly skills: ReadonlySet<string>;
}

/** Files in flight: enough to keep the threads busy. */
const PARALLEL = 6;

/** Reciprocal rank fusion's constant (Cormack et al. 2009). */
const RRF_K = 60;

/**
 * Ranks every resume for every query, by the system's own score and by baselines of the same run. A
 * resume is relevant when its occupation is among the query's.
 *
 * @param withoutTitle leaves the first line of each resume out, which is often its title
 */
export async function evaluateRanking(dataDir: string, withoutTitle = false): Promise<object> {
  const env = parseEnv({ EMBEDDING_CACHE_ENTRIES: '1' });
  const embedder = new Embedder(env);
  const parser = new ResumeParser(env);
  try {
    const started = performance.now();
    const { indexed, failed } = await indexAll(dataDir, { embedder, parser, withoutTitle });
    const seconds = (performance.now() - started) / 1000;
    const rankings = await rankAll(await queriesOf(dataDir), indexed, embedder);
    return {
      resumes: indexed.length,
      failed,
      resumesPerMinute: Math.round((indexed.length / seconds) * 60),
      rankings,
    };
  } finally {
    await parser.onApplicationShutdown();
    await embedder.onApplicationShutdown();
  }
}

async function queriesOf(dataDir: string): Promise<Query[]> {
  return JSON.parse(await readFile(join(dataDir, 'ranking-queries.json'), 'utf8'));
}

async function indexAll(
  dataDir: string,
  tools: { embedder: Embedder; parser: ResumeParser; withoutTitle: boolean },
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
  tools: { embedder: Embedder; parser: ResumeParser; withoutTitle: boolean },
): Promise<Indexed | null> {
  try {
    const parsed = await tools.parser.parse(await readFile(path), {
      version: null,
      definitions: [],
    });
    const skip = tools.withoutTitle ? parsed.content.indexOf('\n') + 1 : 0;
    const content = parsed.content.slice(skip);
    const sections = parsed.profile.sections
      .map((section) => ({
        ...section,
        start: Math.max(0, section.start - skip),
        end: Math.max(0, section.end - skip),
      }))
      .filter((section) => section.end > section.start);
    const title = tools.withoutTitle ? positionTitle(parsed.profile.positions) : parsed.title;
    const resume = await new ResumeEmbedder(tools.embedder).embed(content, title, sections);
    if (resume.vector === null) {
      return null;
    }
    return {
      occupation,
      content,
      vector: resume.vector,
      head: await tools.embedder.embed(content),
      mean: meanVector(resume.chunks.map((chunk) => chunk.embedding)),
      skills: new Set(parsed.skills.map(({ skill }) => skill)),
    };
  } catch (error) {
    if (error instanceof UnreadableResumeError) {
      return null;
    }
    throw error;
  }
}

function positionTitle(positions: readonly { title: string | null }[]): string | null {
  return positions.find((position) => position.title !== null)?.title ?? null;
}

async function rankAll(
  queries: readonly Query[],
  resumes: readonly Indexed[],
  embedder: Embedder,
): Promise<Record<string, RankingQuality>> {
  const bm25 = new Bm25(resumes.map((resume) => resume.content));
  const matcher = new SkillMatcher(VOCABULARY);
  const jobs = new JobEmbedder(embedder);
  const qualities: Record<string, RankingQuality[]> = {};
  for (const query of queries) {
    const job = { title: query.title, description: query.text, requirements: '' };
    const text = jobText(job);
    const { vector } = await jobs.embed(job);
    const head = await embedder.embed(text);
    const [windows = []] = await embedder.windows(text, [{ start: 0, end: text.length }]);
    const chunks = await embedder.embedAll(windows.map((one) => text.slice(one.start, one.end)));
    const mean = normalisedSum([meanVector(chunks)]);
    const required = extractJobRequirements(job, matcher).skills.map(
      ({ name, weight, mustHave }) => ({ skill: name, weight, mustHave }),
    );
    const similarity = resumes.map((resume) => cosine(vector, resume.vector));
    const match = resumes.map(
      (resume, index) =>
        matchScore(
          Math.max(0, similarity[index]!),
          scoreSkills(required, { named: resume.skills }).score,
          SIMILARITY_WEIGHT.default,
        ).matchScore,
    );
    const lexical = bm25.scores(text);
    const means = resumes.map((resume) => cosine(mean, resume.mean));
    const lists: Record<string, number[]> = {
      'match score': match,
      'similarity (document vector)': similarity,
      'baseline: BM25': lexical,
      'baseline: first 256 tokens': resumes.map((resume) => cosine(head, resume.head)),
      'baseline: mean of chunks': means,
      'baseline: RRF of BM25 and mean': fuse([lexical, means]),
    };
    for (const [name, scores] of Object.entries(lists)) {
      const order = scores.map((_score, index) => index).sort((a, b) => scores[b]! - scores[a]!);
      const relevant = order.map((index) => query.relevant.includes(resumes[index]!.occupation));
      (qualities[name] ??= []).push(rankingQuality(relevant));
    }
  }
  return Object.fromEntries(
    Object.entries(qualities).map(([name, all]) => [name, meanQuality(all)]),
  );
}

function fuse(lists: readonly (readonly number[])[]): number[] {
  const fused = Array.from({ length: lists[0]?.length ?? 0 }, () => 0);
  for (const scores of lists) {
    const order = scores.map((_score, index) => index).sort((a, b) => scores[b]! - scores[a]!);
    order.forEach((index, place) => {
      fused[index] = fused[index]! + 1 / (RRF_K + place + 1);
    });
  }
  return fused;
}

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  let normA = 0;
  let normB = 0;
  a.forEach((value, index) => {
    const other = b[index] ?? 0;
    dot += value * other;
    normA += value * value;
    normB += other * other;
  });
  return normA === 0 || normB === 0 ? 0 : dot / Math.sqrt(normA * normB);
}
