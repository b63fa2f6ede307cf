import { setTimeout as sleep } from 'node:timers/promises';
import { type ApiAnswer, ApiClient } from '../test/support/api-client';
import { uniqueResumePdf, UNIQUE_PEOPLE } from '../test/support/documents';
import type { Account } from './server';
import { percentile } from './timing';

/** Requests in a hundred: people read, look for others, decide, and now and then upload or log in. */
const MIX = {
  'GET /jobs/{id}/candidates': 45,
  'GET /jobs/{id}/candidates/{id}': 15,
  'GET /resumes/{id}': 8,
  'POST /search/hybrid': 15,
  'PATCH /jobs/{id}/candidates/{id}': 10,
  'POST /resumes': 3,
  'POST /resumes/upload': 2,
  'POST /auth/login': 2,
} as const;
type Route = keyof typeof MIX;

const MS_PER_MINUTE = 60_000;

/** A step through the hundred that meets each once and puts the kinds beside each other. */
const STRIDE = 37;
const SHUFFLED: readonly Route[] = shuffled();

const STATUSES = ['reviewing', 'shortlisted'] as const;

export interface LoadRow {
  readonly what: string;
  readonly requests: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly mostMs: number;
  /** Any answer but a success, and what got none. */
  readonly failed: number;
}

/** All requests that were due in one minute, so that one sees whether they get slower. */
export interface LoadMinute {
  readonly what: string;
  readonly requests: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface LoadRun {
  readonly requests: number;
  readonly seconds: number;
  readonly rows: readonly LoadRow[];
  readonly minutes: readonly LoadMinute[];
  /** The first failures, each kind once. */
  readonly failures: readonly string[];
}

/** What the load is about. */
export interface LoadTarget {
  /** APIs that take turns. */
  readonly urls: readonly string[];
  readonly account: Account;
  readonly token: string;
  readonly jobId: string;
  /** Applications to read and decide. */
  readonly resumeIds: readonly string[];
  /** The first invented person whose file nobody has uploaded. */
  readonly firstFile: number;
}

/** Sends the mix, the same requests in the same order in every run. Logins replace the token that all use. */
export class MixedLoad {
  private token: string;
  private file: number;
  private sent = 0;
  private decisions = 0;

  constructor(private readonly target: LoadTarget) {
    this.token = target.token;
    this.file = target.firstFile;
  }

  /**
   * `perSecond` requests in the second, or with null as many as `lanes` get answered one after the other. At a rate a
   * request's time counts from when it was due, so that one that waits for slow ones before it is slow too.
   */
  async run(load: {
    readonly seconds: number;
    readonly lanes: number;
    readonly perSecond: number | null;
  }): Promise<LoadRun> {
    const times = new Map<Route, number[]>();
    const timesOf = (route: Route): number[] => {
      const taken = times.get(route) ?? [];
      times.set(route, taken);
      return taken;
    };
    const minutes: number[][] = [];
    const failed = new Map<Route, number>();
    const failures = new Set<string>();
    const start = performance.now();
    const endMs = start + load.seconds * 1000;
    let next = 0;
    const lane = async (): Promise<void> => {
      for (;;) {
        const now = performance.now();
        const due = load.perSecond === null ? now : start + (next++ * 1000) / load.perSecond;
        if (due >= endMs) {
          return;
        }
        await sleep(Math.max(0, due - now));
        const route = SHUFFLED[this.sent++ % SHUFFLED.length]!;
        const failure = await this.send(route, this.sent).catch(String);
        const taken = performance.now() - due;
        timesOf(route).push(taken);
        (minutes[Math.floor((due - start) / MS_PER_MINUTE)] ??= []).push(taken);
        if (failure !== null) {
          failed.set(route, (failed.get(route) ?? 0) + 1);
          failures.add(`${route}: ${failure}`);
        }
      }
    };
    await Promise.all(Array.from({ length: load.lanes }, lane));
    const rows = [...times].map(([route, taken]) => ({
      what: route,
      requests: taken.length,
      p50Ms: percentile(taken, 0.5),
      p99Ms: percentile(taken, 0.99),
      mostMs: percentile(taken, 1),
      failed: failed.get(route) ?? 0,
    }));
    const seconds = (performance.now() - start) / 1000;
    const requests = rows.reduce((sum, row) => sum + row.requests, 0);
    return {
      requests,
      seconds,
      rows,
      minutes: minutes.map((taken, minute) => ({
        what: `minute ${minute + 1}`,
        requests: taken.length,
        p50Ms: percentile(taken, 0.5),
        p99Ms: percentile(taken, 0.99),
      })),
      failures: [...failures].slice(0, 20),
    };
  }

  /** Null after a success, else what came in its place. */
  private async send(route: Route, turn: number): Promise<string | null> {
    const { urls } = this.target;
    const api = new ApiClient(urls[turn % urls.length]!, this.token);
    const answer = await this.ask(api, route, turn);
    if (route === 'POST /auth/login' && answer.status === 200) {
      this.token = answer.body.access_token;
    }
    const isSuccess = answer.status >= 200 && answer.status < 300;
    return isSuccess ? null : `${answer.status} ${answer.body?.code}`;
  }

  private async ask(api: ApiClient, route: Route, turn: number): Promise<ApiAnswer> {
    const { jobId, resumeIds, account } = this.target;
    // Each round of the hundred another one: both lengths may share a factor.
    const resumeId = resumeIds[(turn + Math.floor(turn / SHUFFLED.length)) % resumeIds.length]!;
    switch (route) {
      case 'GET /jobs/{id}/candidates':
        return api.get(`/jobs/${jobId}/candidates?limit=20`);
      case 'GET /jobs/{id}/candidates/{id}':
        return api.get(`/jobs/${jobId}/candidates/${resumeId}`);
      case 'GET /resumes/{id}':
        return api.get(`/resumes/${resumeId}`);
      case 'POST /search/hybrid':
        return api.post('/search/hybrid', { query: `engineer for project ${turn}`, limit: 20 });
      case 'PATCH /jobs/{id}/candidates/{id}':
        return this.decide(api);
      case 'POST /resumes':
        return api.send('POST', '/resumes', await this.form());
      case 'POST /resumes/upload':
        return api.send('POST', '/resumes/upload', await this.form());
      case 'POST /auth/login':
        return api.post('/auth/login', account);
    }
  }

  /** One application after the other, and each time round to the other status. */
  private decide(api: ApiClient): Promise<ApiAnswer> {
    const { jobId, resumeIds } = this.target;
    const decision = this.decisions++;
    return api.patch(`/jobs/${jobId}/candidates/${resumeIds[decision % resumeIds.length]!}`, {
      status: STATUSES[Math.floor(decision / resumeIds.length) % STATUSES.length],
    });
  }

  private async form(): Promise<FormData> {
    const n = this.file++ % UNIQUE_PEOPLE;
    const form = new FormData();
    form.append('file', new File([Uint8Array.from(await uniqueResumePdf(n))], `${n}.pdf`));
    form.append('job_id', this.target.jobId);
    return form;
  }
}

function shuffled(): readonly Route[] {
  // The keys of a record of routes are routes.
  const routes = Object.keys(MIX) as Route[];
  const hundred = routes.flatMap((route) => Array<Route>(MIX[route]).fill(route));
  return hundred.map((_, at) => hundred[(at * STRIDE) % hundred.length]!);
}
