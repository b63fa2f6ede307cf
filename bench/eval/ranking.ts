import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv } from '../../src/config';
import { JobEmbedder } from '../../src/modules/jobs/job-embedder';
import { jobText } from '../../src/modules/jobs/domain/job-text';
import { matchScore, SIMILARITY_WEIGHT } from '../../src/modules/jobs/domain/match-score';
import { ResumeParser } from '../../src/modules/resumes/parsing/resume-parser';
import { extractJobRequirements } from '../../src/modules/skills/domain/job-requirements';
import { scoreSkills, SkillMatcher, VOCABULARY } from '../../src/modules/skills';
import { Embedder, meanVector, normalisedSum } from '../../src/platform/embeddings';
import { Bm25 } from './bm25';
import { EVAL_ADVERTS, EVAL_NOTES, type EvalAdvert } from './job-adverts';
import { meanGain, meanQuality, type RankingQuality, rankingQuality } from './metrics';
import { type Indexed, indexAll } from './ranking-index';

/** Reciprocal rank fusion's constant (Cormack et al. 2009). */
const RRF_K = 60;

const BASELINE = 'baseline: first 256 tokens';

/** Per ranking, the quality of each job in their order. */
type Qualities = Readonly<Record<string, readonly RankingQuality[]>>;

/**
 * Ranks every resume for every job, by the system's own score and by baselines of the same run. A resume
 * is relevant when its occupation is among the job's. The jobs: those of the data folder, and invented
 * full advertisements and short notes for each occupation.
 *
 * @param withoutTitle leaves the first line of each resume out, which is often its title
 */
export async function evaluateRanking(dataDir: string, withoutTitle = false): Promise<object> {
  const env = parseEnv({ EMBEDDING_CACHE_ENTRIES: '20000' });
  const embedder = new Embedder(env);
  const parser = new ResumeParser(env);
  try {
    const started = performance.now();
    const { indexed, failed } = await indexAll(dataDir, { embedder, parser, withoutTitle });
    const seconds = (performance.now() - started) / 1000;
    const sets = {
      development: await developmentJobs(dataDir),
      adverts: EVAL_ADVERTS,
      notes: EVAL_NOTES,
    };
    const results: Record<string, object> = {};
    const all: Qualities[] = [];
    for (const [name, jobs] of Object.entries(sets)) {
      const qualities = await rankAll(jobs, indexed, embedder);
      all.push(qualities);
      results[`${name} (${String(jobs.length)})`] = means(qualities);
    }
    const everything = joined(all);
    return {
      resumes: indexed.length,
      failed,
      resumesPerMinute: Math.round((indexed.length / seconds) * 60),
      chunksPerResume: indexed.reduce((sum, { chunks }) => sum + chunks, 0) / indexed.length,
      ...results,
      all: means(everything),
      [`gain over ${BASELINE}, with its 95 % interval`]: gains(everything),
    };
  } finally {
    await parser.onApplicationShutdown();
    await embedder.onApplicationShutdown();
  }
}

async function developmentJobs(dataDir: string): Promise<EvalAdvert[]> {
  const queries: { title: string; text: string; relevant: string[] }[] = JSON.parse(
    await readFile(join(dataDir, 'ranking-queries.json'), 'utf8'),
  );
  return queries.map(({ title, text, relevant }) => ({
    title,
    description: text,
    requirements: '',
    relevant,
  }));
}

async function rankAll(
  jobs: readonly EvalAdvert[],
  resumes: readonly Indexed[],
  embedder: Embedder,
): Promise<Qualities> {
  const bm25 = new Bm25(resumes.map((resume) => resume.content));
  const matcher = new SkillMatcher(VOCABULARY);
  const jobEmbedder = new JobEmbedder(embedder);
  const qualities: Record<string, RankingQuality[]> = {};
  for (const job of jobs) {
    const text = jobText(job);
    const { vector } = await jobEmbedder.embed(job);
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
      [BASELINE]: resumes.map((resume) => cosine(head, resume.head)),
      'baseline: mean of chunks': means,
      'baseline: RRF of BM25 and mean': fuse([lexical, means]),
    };
    for (const [name, scores] of Object.entries(lists)) {
      const order = scores.map((_score, index) => index).sort((a, b) => scores[b]! - scores[a]!);
      const relevant = order.map((index) => job.relevant.includes(resumes[index]!.occupation));
      (qualities[name] ??= []).push(rankingQuality(relevant));
    }
  }
  return qualities;
}

function joined(sets: readonly Qualities[]): Qualities {
  const names = Object.keys(sets[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, sets.flatMap((qualities) => qualities[name] ?? [])]),
  );
}

function means(qualities: Qualities): Record<string, RankingQuality> {
  return Object.fromEntries(
    Object.entries(qualities).map(([name, all]) => [name, meanQuality(all)]),
  );
}

/** What the system's own rankings gain over the baseline, job by job. */
function gains(qualities: Qualities): Record<string, object> {
  const baseline = qualities[BASELINE] ?? [];
  const own = Object.entries(qualities).filter(([name]) => !name.startsWith('baseline'));
  return Object.fromEntries(
    own.flatMap(([name, all]) => [
      [`${name}: nDCG@10`, meanGain(all, baseline, (one) => one.ndcg10)],
      [`${name}: MAP`, meanGain(all, baseline, (one) => one.averagePrecision)],
    ]),
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
