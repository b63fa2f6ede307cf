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
 * was made with, once with those that were held out.
 */
export async function evaluateSearch(): Promise<object> {
  const app = await startTestApp();
  try {
    return {
      ...(await evaluateSet('made with', await app.newCompany(), EVAL_PEOPLE, EVAL_QUERIES)),
      ...(await evaluateSet('held out', await app.newCompany(), HELD_OUT_PEOPLE, HELD_OUT_QUERIES)),
    };
  } finally {
    await app.stop();
  }
}

async function evaluateSet(
  set: string,
  company: TestCompany,
  people: readonly EvalPerson[],
  queries: readonly EvalQuery[],
): Promise<Readonly<Record<string, unknown>>> {
  const keys = await uploadAll(company, people);
  const scores = new Map<string, { ndcg: number[]; mrr: number[] }>();
  const worse: string[] = [];
  for (const query of queries) {
    const body = { query: query.query, limit: 2000 };
    const answer = expectStatus(await company.api.post('/search/hybrid', body), 200);
    const rankings = rankingsOf(answer.body.results, keys);
    const own = Object.fromEntries(LISTS.map((list) => [list, ndcgAt10(rankings[list], query)]));
    for (const list of LISTS) {
      for (const kind of ['all', query.kind]) {
        const key = `${kind} ${list}`;
        const sums = scores.get(key) ?? { ndcg: [], mrr: [] };
        sums.ndcg.push(own[list] ?? 0);
        sums.mrr.push(reciprocalRank(rankings[list], query));
        scores.set(key, sums);
      }
    }
    const best = Math.max(...LISTS.map((list) => own[list] ?? 0));
    if ((own['hybrid'] ?? 0) < best) {
      worse.push(query.query);
    }
  }
  const table = [...scores].map(([name, { ndcg, mrr }]) => [
    name,
    { queries: ndcg.length, 'nDCG@10': mean(ndcg), MRR: mean(mrr) },
  ]);
  return {
    [`${set}: people`]: people.length,
    [`${set}: queries`]: queries.length,
    [`${set}: search`]: Object.fromEntries(table),
    [`${set}: queries where a part is better`]: worse.join(' | '),
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
