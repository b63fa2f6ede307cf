import { setTimeout as sleep } from 'node:timers/promises';
import type { DEMO_COMPANY, DemoJob, DemoJobKey, DemoResume } from './index';

export interface RankedCandidate {
  readonly rank: number;
  readonly candidate_name: string | null;
  readonly match_score: number;
  readonly matched_skills: readonly string[];
  readonly missing_skills: readonly string[];
  readonly explanation: string;
}

interface Answer {
  readonly status: number;
  // What the API documents for the route; the demo trusts its own server.
  readonly body: unknown;
}

const POLL_MS = 200;

/** The few calls of the API that the demo makes; safe to repeat on a server that has the demo already. */
export class DemoClient {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async logIn(url: string, company: typeof DEMO_COMPANY): Promise<DemoClient> {
    const { recruiter, name } = company;
    const anonymous = new DemoClient(url, '');
    const registered = await anonymous.send('POST', '/auth/register', {
      ...recruiter,
      role: 'recruiter',
      company_name: name,
    });
    if (registered.status !== 201 && registered.status !== 409) {
      throw new Error(`The demo company could not be registered: ${describe(registered)}`);
    }
    const { email, password } = recruiter;
    const login = await anonymous.expect('POST', '/auth/login', { email, password });
    return new DemoClient(url, (login as { access_token: string }).access_token);
  }

  /** The ids of the demo's jobs; the ones that are missing are created. */
  async ensureJobs(jobs: readonly DemoJob[]): Promise<ReadonlyMap<DemoJobKey, string>> {
    const list = (await this.expect('GET', '/jobs?limit=100')) as {
      data: { id: string; title: string }[];
    };
    const ids = new Map<DemoJobKey, string>();
    for (const { key, ...job } of jobs) {
      const known = list.data.find((one) => one.title === job.title);
      const { id } = known ?? ((await this.expect('POST', '/jobs', job)) as { id: string });
      ids.set(key, id);
    }
    return ids;
  }

  async upload(resume: DemoResume, jobId: string | null): Promise<void> {
    const form = new FormData();
    form.append('file', new File([Uint8Array.from(resume.bytes)], resume.fileName));
    if (jobId !== null) {
      form.append('job_id', jobId);
    }
    await this.expect('POST', '/resumes/upload', form);
  }

  /** Ranks everybody for the job and waits until that is done. */
  async rankPool(jobId: string): Promise<void> {
    const { task_id: taskId } = (await this.expect('POST', `/jobs/${jobId}/match`)) as {
      task_id: string;
    };
    for (;;) {
      const task = (await this.expect('GET', `/tasks/${taskId}`)) as { state: string };
      if (task.state === 'completed') {
        return;
      }
      if (task.state === 'failed' || task.state === 'cancelled') {
        throw new Error(`Ranking the pool ended as ${task.state}.`);
      }
      await sleep(POLL_MS);
    }
  }

  async topCandidates(jobId: string, limit: number): Promise<readonly RankedCandidate[]> {
    const page = await this.expect('GET', `/jobs/${jobId}/candidates?limit=${limit}`);
    return (page as { data: RankedCandidate[] }).data;
  }

  private async expect(method: string, path: string, body?: unknown): Promise<unknown> {
    const answer = await this.send(method, path, body);
    if (answer.status >= 400) {
      throw new Error(`${method} ${path}: ${describe(answer)}`);
    }
    return answer.body;
  }

  private async send(method: string, path: string, body?: unknown): Promise<Answer> {
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  }
}

function describe(answer: Answer): string {
  return `${answer.status} ${JSON.stringify(answer.body)}`;
}
