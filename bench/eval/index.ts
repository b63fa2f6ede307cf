import { mkdir, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { evaluateChat } from './chat';
import { evaluateParsing } from './parsing';
import { evaluateProfiles } from './profile';
import { evaluateRanking } from './ranking';
import { evaluateSanity } from './sanity';
import { evaluateSearch } from './search';
import { evaluateSkills } from './skills';

const PARTS: Readonly<Record<string, (dataDir: string) => Promise<object>>> = {
  parsing: evaluateParsing,
  profiles: evaluateProfiles,
  skills: evaluateSkills,
  ranking: (dataDir) => evaluateRanking(dataDir),
  'ranking-without-titles': (dataDir) => evaluateRanking(dataDir, true),
  sanity: () => evaluateSanity(),
  search: () => evaluateSearch(),
  chat: () => evaluateChat(),
};

/** `npm run eval -- --data DIR [--only ranking,…]`: quality figures on development data, as a table and JSON. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, only: { type: 'string' } },
  });
  if (values.data === undefined) {
    throw new Error(
      `Name the data folder: npm run eval -- --data DIR [--only ${Object.keys(PARTS).join(',')}]`,
    );
  }
  const wanted = values.only?.split(',') ?? Object.keys(PARTS);
  const results: Record<string, object> = {};
  for (const name of wanted) {
    const part = PARTS[name];
    if (part === undefined) {
      throw new Error(
        `There is no part "${name}"; the parts are ${Object.keys(PARTS).join(', ')}.`,
      );
    }
    results[name] = await part(values.data);
    console.log(`\n== ${name}`);
    print(results[name]);
  }
  await mkdir('bench/results', { recursive: true });
  await writeFile('bench/results/eval.json', `${JSON.stringify(results, null, 2)}\n`);
}

/** Plain members as lines, members that are tables as tables. */
function print(result: object): void {
  for (const [name, value] of Object.entries(result)) {
    if (typeof value === 'object' && value !== null) {
      console.log(name);
      console.table(rounded(value));
    } else {
      console.log(`${name}: ${String(value)}`);
    }
  }
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') {
    return Math.round(value * 1000) / 1000;
  }
  if (Array.isArray(value)) {
    return value.map(rounded);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
  }
  return value;
}

void main();
