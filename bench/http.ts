import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_JOBS } from '../src/cli/demo';
import { ApiClient } from '../test/support/api-client';
import { uniqueResumePdf } from '../test/support/documents';
import type { BenchOptions } from './index';
import { memoryMb } from './process-usage';
import { logIn, startServer } from './server';
import { percentile } from './timing';

const RESUMES = 300;
const UPLOADS_AT_ONCE = 4;
const PROBE_EVERY_MS = 50;

/** Uploads generated PDFs to a real server process and measures it from outside, over HTTP. */
export async function benchHttp(options: BenchOptions): Promise<object> {
  const dataDir = await mkdtemp(join(tmpdir(), 'shortlist-bench-'));
  const files = await Promise.all(
    Array.from({ length: options.resumes ?? RESUMES }, (_, index) => uniqueResumePdf(index)),
  );
  const started = performance.now();
  const server = await startServer({ DATA_DIR: dataDir });
  const startMs = performance.now() - started;
  try {
    const api = new ApiClient(server.url, await logIn(server.url));
    const [firstJob] = DEMO_JOBS;
    const { key: _key, ...job } = firstJob!;
    const jobId: string = (await api.post('/jobs', job)).body.id;
    await uploadAll(api, jobId, files.slice(0, 4));
    const idle = await latencies(api, jobId, 100);
    const probe = startProbe(api, jobId);
    const uploadStart = performance.now();
    const uploads = await uploadAll(api, jobId, files.slice(4));
    const seconds = (performance.now() - uploadStart) / 1000;
    const during = await probe.stop();
    return {
      mode: process.env['DATABASE_URL'] ? 'server' : 'embedded',
      resumes: files.length,
      failed: uploads.failed,
      resumesPerMinute: Math.round(((files.length - 4) / seconds) * 60),
      uploadP50Ms: percentile(uploads.durations, 0.5),
      uploadP95Ms: percentile(uploads.durations, 0.95),
      listIdleP50Ms: percentile(idle, 0.5),
      listIdleP95Ms: percentile(idle, 0.95),
      listDuringUploadsP50Ms: percentile(during, 0.5),
      listDuringUploadsP95Ms: percentile(during, 0.95),
      startMs: Math.round(startMs),
      serverMemoryMb: await memoryMb(server.process.pid ?? 0),
    };
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function uploadAll(
  api: ApiClient,
  jobId: string,
  files: readonly Buffer[],
): Promise<{ durations: number[]; failed: number }> {
  const durations: number[] = [];
  let failed = 0;
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < files.length; index = next++) {
      const start = performance.now();
      const answer = await api.upload(files[index]!, { jobId, name: `resume-${index}.pdf` });
      durations.push(performance.now() - start);
      failed += answer.status === 201 ? 0 : 1;
    }
  };
  await Promise.all(Array.from({ length: UPLOADS_AT_ONCE }, work));
  return { durations, failed };
}

async function latencies(api: ApiClient, jobId: string, count: number): Promise<number[]> {
  const durations: number[] = [];
  for (let index = 0; index < count; index += 1) {
    durations.push(await timedList(api, jobId));
  }
  return durations;
}

/** Another user's requests while the uploads run. */
export function startProbe(api: ApiClient, jobId: string): { stop: () => Promise<number[]> } {
  const durations: number[] = [];
  const ended = new AbortController();
  const running = (async (): Promise<void> => {
    while (!ended.signal.aborted) {
      durations.push(await timedList(api, jobId));
      await sleep(PROBE_EVERY_MS);
    }
  })();
  return {
    stop: async () => {
      ended.abort();
      await running;
      return durations;
    },
  };
}

async function timedList(api: ApiClient, jobId: string): Promise<number> {
  const start = performance.now();
  await api.get(`/jobs/${jobId}/candidates?limit=20`);
  return performance.now() - start;
}
