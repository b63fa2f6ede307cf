import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { benchEmbedding } from './embedding';
import { benchHttp } from './http';
import { benchSearch } from './search';

const PARTS: Readonly<Record<string, (options: BenchOptions) => Promise<object>>> = {
  embedding: benchEmbedding,
  http: benchHttp,
  search: benchSearch,
};

export interface BenchOptions {
  /** Resumes to upload. */
  readonly resumes: number;
  /** Also search in a million vectors; takes long and 8 GB. */
  readonly million: boolean;
}

/**
 * `npm run bench [-- --only embedding,http,search --resumes 300 --million]`: speed on this machine, as ratios to a baseline
 * of the same run where there is one. Embedded by default; with DATABASE_URL and REDIS_URL in server mode.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      resumes: { type: 'string', default: '300' },
      million: { type: 'boolean', default: false },
    },
  });
  const results: Record<string, object> = {};
  for (const name of values.only?.split(',') ?? Object.keys(PARTS)) {
    const part = PARTS[name];
    if (part === undefined) {
      throw new Error(
        `There is no part "${name}"; the parts are ${Object.keys(PARTS).join(', ')}.`,
      );
    }
    results[name] = await part({ resumes: Number(values.resumes), million: values.million });
    console.log(`\n== ${name}`);
    console.table(results[name]);
  }
  await mkdir('bench/results', { recursive: true });
  await writeFile('bench/results/bench.json', `${JSON.stringify(results, null, 2)}\n`);
}

void main();
