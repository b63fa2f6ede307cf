import { randomUUID } from 'node:crypto';
import { ApiClient } from '../test/support/api-client';
import type { Database } from '../src/platform/database';
import { fillHistory } from './analytics-data';
import type { BenchOptions } from './index';
import { RankingPlace } from './ranking';
import { logIn } from './server';
import { percentile } from './timing';

const RESULTS = { embedded: 10_000, server: 100_000 } as const;
const JOBS = 200;
const PEOPLE = 20;
const REQUESTS = 40;
const WARM_UP = 5;

const REPORTS = [
  'overview',
  'funnel',
  'time-in-stage',
  'time-to-hire',
  'time-to-fill',
  'sources',
  'skills',
  'pipeline',
  'pipeline?by=recruiter',
  'interviewers',
  'applications',
  'score-agreement',
  'score-agreement/jobs',
];

/**
 * Every report over a company with 100,000 results and their history (10,000 embedded, or `--resumes`): of the last
 * ninety days, which is what is asked for when nothing is said, and of all of it.
 */
export async function benchAnalytics(options: BenchOptions): Promise<object> {
  const place = await RankingPlace.make();
  const size = options.resumes ?? (place.isEmbedded ? RESULTS.embedded : RESULTS.server);
  try {
    const first = await place.serve();
    const token = await logIn(first.url);
    const me = await new ApiClient(first.url, token).get('/auth/me');
    await first.stop();
    await place.withDatabase((database) => fill(database, me.body.company_id, size));
    const server = await place.serve();
    try {
      return await measured(new ApiClient(server.url, token));
    } finally {
      await server.stop();
    }
  } finally {
    await place.remove();
  }
}

async function fill(database: Database, companyId: string, size: number): Promise<void> {
  const jobIds = Array.from({ length: JOBS }, () => randomUUID());
  const userIds = Array.from({ length: PEOPLE }, () => randomUUID());
  await database.query(
    `INSERT INTO users (id, company_id, email, hashed_password, full_name, role)
     SELECT id, $1, id::text || '@example.com', 'none', 'Robin Example', 'recruiter' FROM unnest($2::uuid[]) AS id`,
    [companyId, userIds],
  );
  await database.query(
    `INSERT INTO job_descriptions (id, company_id, title, company, description, requirements, status, created_at, recruiter_id)
     SELECT id, $1, 'Job ' || id, 'Bench', 'Work.', '', 'open', now() - interval '366 days', $3
     FROM unnest($2::uuid[]) AS id`,
    [companyId, jobIds, userIds[0]],
  );
  await fillHistory(database, companyId, { jobIds, userIds, size });
}

async function measured(api: ApiClient): Promise<object[]> {
  const rows: object[] = [];
  for (const report of REPORTS) {
    const ninetyDays = await times(api, report);
    const all = await times(api, `${report}${report.includes('?') ? '&' : '?'}from=2000-01-01`);
    rows.push({
      report,
      p50Ms: percentile(ninetyDays, 0.5),
      p95Ms: percentile(ninetyDays, 0.95),
      allP50Ms: percentile(all, 0.5),
      allP95Ms: percentile(all, 0.95),
    });
    console.log(rows.at(-1));
  }
  return rows;
}

async function times(api: ApiClient, path: string): Promise<number[]> {
  const taken: number[] = [];
  for (let request = 0; request < REQUESTS + WARM_UP; request += 1) {
    const start = performance.now();
    const { status } = await api.get(`/analytics/${path}`);
    if (status !== 200) {
      throw new Error(`"${path}" was answered with ${status}.`);
    }
    taken.push(performance.now() - start);
  }
  return taken.slice(WARM_UP);
}
