import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchAnalytics } from './analytics';
import { benchEmbedding } from './embedding';
import { benchHttp } from './http';
import { benchRanking } from './ranking';
import { benchIngest } from './ingest';
import { benchLlm } from './llm';
import { benchSearch } from './search';

const PARTS: Readonly<Record<string, (options: BenchOptions) => Promise<object>>> = {
  embedding: benchEmbedding,
  http: benchHttp,
  ranking: benchRanking,
  ingest: benchIngest,
  search: benchSearch,
  analytics: benchAnalytics,
  llm: benchLlm,
};

export interface BenchOptions {
  /** Resumes to upload, or the largest pool to search in; null for what each part usually takes. */
  readonly resumes: number | null;
}

/**
 * `npm run bench [-- --only embedding,http,ranking,ingest,search,analytics,llm --resumes 300]`: speed on this machine, as ratios to a
 * baseline of the same run where there is one. Embedded by default; with DATABASE_URL and REDIS_URL in server mode. A search in
 * `--resumes 1000000` takes about an hour and 8 GB of disk.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      resumes: { type: 'string' },
    },
  });
  const resumes = values.resumes === undefined ? null : Number(values.resumes);
  if (resumes !== null && !(Number.isInteger(resumes) && resumes > 0)) {
    throw new Error('--resumes must be a whole number above 0.');
  }
  const results: Record<string, object> = {};
  for (const name of values.only?.split(',') ?? Object.keys(PARTS)) {
    const part = PARTS[name];
    if (part === undefined) {
      throw new Error(
        `There is no part "${name}"; the parts are ${Object.keys(PARTS).join(', ')}.`,
      );
    }
    results[name] = await part({ resumes });
    console.log(`\n== ${name}`);
    console.table(results[name]);
  }
  await mkdir('bench/results', { recursive: true });
  await writeFile('bench/results/bench.json', `${JSON.stringify(results, null, 2)}\n`);
}

void main();
