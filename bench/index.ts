import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchAnalytics } from './analytics';
import { benchCapacity } from './capacity';
import { benchEmbedding } from './embedding';
import { benchHttp } from './http';
import { benchRanking } from './ranking';
import { benchIngest } from './ingest';
import { benchLlm } from './llm';
import { benchSearch } from './search';
import { benchSoak } from './soak';
import { benchWordSearch } from './word-search';

const PARTS: Readonly<Record<string, (options: BenchOptions) => Promise<object>>> = {
  embedding: benchEmbedding,
  http: benchHttp,
  ranking: benchRanking,
  ingest: benchIngest,
  search: benchSearch,
  words: benchWordSearch,
  analytics: benchAnalytics,
  llm: benchLlm,
  capacity: benchCapacity,
};

/** Those that run only when they are named: they take long. */
const LONG_PARTS: typeof PARTS = { soak: benchSoak };

export interface BenchOptions {
  /** Resumes to upload, or the largest pool to search in; null for what each part usually takes. */
  readonly resumes: number | null;
  /** How long the soak loads the servers. */
  readonly minutes: number;
}

const SOAK_MINUTES = '30';

/**
 * `npm run bench [-- --only embedding,http,ranking,ingest,search,words,analytics,llm,capacity --resumes 300]`: speed on this machine, as ratios to a
 * baseline of the same run where there is one. Embedded by default; with DATABASE_URL and REDIS_URL in server mode. A search in
 * `--resumes 1000000` takes about an hour and 8 GB of disk. `--only soak --minutes 30` loads two APIs and two workers for so long, in server mode.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      resumes: { type: 'string' },
      minutes: { type: 'string', default: SOAK_MINUTES },
    },
  });
  const resumes = values.resumes === undefined ? null : Number(values.resumes);
  if (resumes !== null && !(Number.isInteger(resumes) && resumes > 0)) {
    throw new Error('--resumes must be a whole number above 0.');
  }
  const minutes = Number(values.minutes);
  if (!(minutes >= 1)) {
    throw new Error('--minutes must be a number, 1 or more.');
  }
  const parts = { ...PARTS, ...LONG_PARTS };
  const results: Record<string, object> = {};
  for (const name of values.only?.split(',') ?? Object.keys(PARTS)) {
    const part = parts[name];
    if (part === undefined) {
      throw new Error(
        `There is no part "${name}"; the parts are ${Object.keys(parts).join(', ')}.`,
      );
    }
    results[name] = await part({ resumes, minutes });
    console.log(`\n== ${name}`);
    console.table(results[name]);
  }
  await mkdir('bench/results', { recursive: true });
  await writeFile('bench/results/bench.json', `${JSON.stringify(results, null, 2)}\n`);
}

void main();
