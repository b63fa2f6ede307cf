import { expectStatus, startTestApp, type TestCompany } from '../../test/support/app';
import { EVAL_PEOPLE, type EvalPerson } from './search-people';
import { HELD_OUT_PEOPLE } from './search-people-held-out';
import { EVAL_QUERIES, type EvalQuery } from './search-queries';
import { HELD_OUT_QUERIES } from './search-queries-held-out';

const LISTS = ['hybrid', 'text', 'semantic', 'skills'] as const;
type List = (typeof LISTS)[number];

interface Result {
  readonly resume_id: string;
  readonly ranks: readonly { readonly list: string; readonly rank: number }[];
}

/**
 * Hybrid search beside each list that it fuses, on invented people and queries, through the HTTP API:
 * nDCG@10 and mean reciprocal rank, over all queries and by kind. Once with the queries that the search
 * was made with, once with those that were held out, and over the union of both.
 */
export async function evaluateSearch(): Promise<object> {
  const app = await startTestApp();
  try {
    const madeWith = await measureSet(await app.newCompany(), EVAL_PEOPLE, EVAL_QUERIES);
    const heldOut = await measureSet(await app.newCompany(), HELD_OUT_PEOPLE, HELD_OUT_QUERIES);
    return {
      ...report('made with', EVAL_PEOPLE.length, madeWith),
      ...report('held out', HELD_OUT_PEOPLE.length, heldOut),
      ...report('both', EVAL_PEOPLE.length + HELD_OUT_PEOPLE.length, [...madeWith, ...heldOut]),
    };
  } finally {
    await app.stop();
  }
}

/** One query with what each list made of it. */
interface Measured {
  readonly query: EvalQuery;
  readonly ndcg: Readonly<Record<List, number>>;
  readonly mrr: Readonly<Record<List, number>>;
}

async function measureSet(
  company: TestCompany,
  people: readonly EvalPerson[],
  queries: readonly EvalQuery[],
): Promise<readonly Measured[]> {
  const keys = await uploadAll(company, people);
  const measured: Measured[] = [];
  for (const query of queries) {
    const body = { query: query.query, limit: 2000 };
    const answer = expectStatus(await company.api.post('/search/hybrid', body), 200);
    const rankings = rankingsOf(answer.body.results, keys);
    const each = (score: (ranking: readonly string[], query: EvalQuery) => number) => ({
      hybrid: score(rankings.hybrid, query),
      text: score(rankings.text, query),
      semantic: score(rankings.semantic, query),
      skills: score(rankings.skills, query),
    });
    measured.push({ query, ndcg: each(ndcgAt10), mrr: each(reciprocalRank) });
  }
  return measured;
}

function report(set: string, people: number, measured: readonly Measured[]): object {
  const kinds = ['all', ...new Set(measured.map(({ query }) => query.kind))];
  const table = kinds.flatMap((kind) => {
    const own = measured.filter(({ query }) => kind === 'all' || query.kind === kind);
    return LISTS.map((list) => [
      `${kind} ${list}`,
      {
        queries: own.length,
        'nDCG@10': mean(own.map(({ ndcg }) => ndcg[list])),
        MRR: mean(own.map(({ mrr }) => mrr[list])),
      },
    ]);
  });
  const worse = measured.filter(({ ndcg }) => LISTS.some((list) => ndcg[list] > ndcg.hybrid));
  return {
    [`${set}: people`]: people,
    [`${set}: queries`]: measured.length,
    [`${set}: search`]: Object.fromEntries(table),
    [`${set}: queries where a part is better`]: worse.map(({ query }) => query.query).join(' | '),
  };
}

async function uploadAll(
  company: TestCompany,
  people: readonly EvalPerson[],
): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  for (const [index, person] of people.entries()) {
    const answer = await company.api.upload(textOf(person, index), { name: `${person[0]}.txt` });
    keys.set(expectStatus(answer, 201).body.resume.id, person[0]);
  }
  return keys;
}

function textOf([key, headline, summary, work, skills]: EvalPerson, index: number): Buffer {
  const lines = [
    `Person Number ${String.fromCharCode(65 + (index % 26))}`,
    headline,
    `${key}.${index}@example.com`,
    '',
    'SUMMARY',
    summary,
    '',
    'EXPERIENCE',
    `${headline}, Example Works ${index}`,
    '01/2019 - 12/2023',
    ...work.map((line) => `- ${line}`),
    '',
    'SKILLS',
    skills,
  ];
  return Buffer.from(`${lines.join('\n')}\n`);
}

/** The hybrid order as answered, and each list's own from the ranks in the answer. */
function rankingsOf(
  results: readonly Result[],
  keys: ReadonlyMap<string, string>,
): Readonly<Record<List, readonly string[]>> {
  const keyOf = (result: Result): string => keys.get(result.resume_id) ?? '';
  const byList = (list: List): readonly string[] =>
    results
      .flatMap((result) => {
        const rank = result.ranks.find((one) => one.list === list)?.rank;
        return rank === undefined ? [] : [{ key: keyOf(result), rank }];
      })
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ key }) => key);
  return {
    hybrid: results.map(keyOf),
    text: byList('text'),
    semantic: byList('semantic'),
    skills: byList('skills'),
  };
}

function ndcgAt10(ranking: readonly string[], { relevant }: EvalQuery): number {
  const gain = (index: number): number => 1 / Math.log2(index + 2);
  const found = ranking
    .slice(0, 10)
    .reduce((sum, key, index) => sum + (relevant.includes(key) ? gain(index) : 0), 0);
  const best = relevant.reduce((sum, _key, index) => sum + gain(index), 0);
  return found / best;
}

function reciprocalRank(ranking: readonly string[], { relevant }: EvalQuery): number {
  const first = ranking.findIndex((key) => relevant.includes(key));
  return first < 0 ? 0 : 1 / (first + 1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
