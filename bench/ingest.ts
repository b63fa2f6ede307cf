import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_JOBS } from '../src/cli/demo';
import { ApiClient } from '../test/support/api-client';
import { uniqueResumePdf } from '../test/support/documents';
import { startProbe } from './http';
import type { BenchOptions } from './index';
import type { ProcessFigures } from './process-probe';
import { logIn, startProcess, startServer, stopProcess } from './server';
import { percentile } from './timing';

const RESUMES = 1_000;
const WARM_UP = 8;
const POLL_MS = 500;

/**
 * One bulk upload, from the request to the last ranked match, while another user reads a ranked list. In
 * server mode with one API and one worker, else with the one process there is.
 */
export async function benchIngest(options: BenchOptions): Promise<object> {
  const resumes = options.resumes ?? RESUMES;
  const dataDir = await mkdtemp(join(tmpdir(), 'shortlist-bench-'));
  const probeDir = join(dataDir, 'probes');
  await mkdir(probeDir);
  const isServer = Boolean(process.env['DATABASE_URL']);
  const variables = {
    DATA_DIR: dataDir,
    BENCH_PROBE_DIR: probeDir,
    NODE_OPTIONS: `--require=${join(__dirname, 'process-probe.js')}`,
  };
  // Made before the server runs: it closes connections that are idle for as long as this takes.
  const files = await resumeFiles(WARM_UP + resumes);
  const server = await startServer(variables);
  const worker = isServer ? startProcess('worker.js', variables) : null;
  try {
    const newUser = async (): Promise<ApiClient> =>
      new ApiClient(server.url, await logIn(server.url));
    const [uploader, reader] = [await newUser(), await newUser()];
    const warmUp = await ingest(uploader, await createJob(uploader), files.slice(0, WARM_UP));
    const idle = await startProbeFor(reader, 3_000);
    await beginAnew(probeDir);
    const probe = startProbe(reader, await createJob(reader));
    const ingested = ingest(uploader, await createJob(uploader), files.slice(WARM_UP));
    const during = await ingested.then(probe.stop, probe.stop);
    const run = await ingested;
    return {
      mode: isServer ? 'server, 1 API + 1 worker' : 'embedded',
      resumes,
      failed: warmUp.failed + run.failed,
      acceptedAfterSeconds: run.acceptedSeconds,
      seconds: run.seconds,
      resumesPerMinute: Math.round((resumes / run.seconds) * 60),
      listIdleP95Ms: percentile(idle, 0.95),
      listDuringP50Ms: percentile(during, 0.5),
      listDuringP95Ms: percentile(during, 0.95),
      loadAverage: loadavg()[0]?.toFixed(1),
      ...(await processFigures(probeDir)),
    };
  } finally {
    if (worker !== null) {
      await stopProcess(worker);
    }
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function createJob(api: ApiClient): Promise<string> {
  const { key: _key, ...job } = DEMO_JOBS[0]!;
  return (await api.post('/jobs', job)).body.id;
}

async function resumeFiles(count: number): Promise<readonly File[]> {
  const files: File[] = [];
  for (let n = 0; n < count; n += 1) {
    files.push(new File([Uint8Array.from(await uniqueResumePdf(n))], `${n}.pdf`));
  }
  return files;
}

/** Uploads the resumes in one request and waits until each is matched. */
async function ingest(
  api: ApiClient,
  jobId: string,
  files: readonly File[],
): Promise<{ acceptedSeconds: number; seconds: number; failed: number }> {
  const form = new FormData();
  form.append('job_id', jobId);
  for (const file of files) {
    form.append('files', file);
  }
  const begin = performance.now();
  const accepted = await api.send('POST', '/resumes/bulk', form);
  if (accepted.status !== 202) {
    throw new Error(`The bulk upload was answered ${accepted.status}.`);
  }
  const acceptedSeconds = since(begin);
  for (;;) {
    const status = `/resumes/bulk/${accepted.body.batch_id}/status`;
    const { body } = await api.get(status);
    if (body.processed_files === body.total_files) {
      return { acceptedSeconds, seconds: since(begin), failed: body.failed_files };
    }
    await sleep(POLL_MS);
  }
}

async function startProbeFor(api: ApiClient, ms: number): Promise<number[]> {
  const probe = startProbe(api, await createJob(api));
  await sleep(ms);
  return probe.stop();
}

async function beginAnew(probeDir: string): Promise<void> {
  for (const file of await readdir(probeDir)) {
    process.kill(Number(basename(file, '.json')), 'SIGWINCH');
  }
}

/** By process: the delay of its event loop, and its memory at the begin, at most and at the end. */
async function processFigures(probeDir: string): Promise<Record<string, string>> {
  const figures: Record<string, string> = {};
  for (const file of await readdir(probeDir)) {
    const one = JSON.parse(await readFile(join(probeDir, file), 'utf8')) as ProcessFigures;
    const name = basename(one.script, '.js');
    const memory = [one.memoryMb[0], Math.max(...one.memoryMb), one.memoryMb.at(-1)];
    figures[`${name} loop delay p50/p99/max ms`] =
      `${one.loopDelayP50Ms}/${one.loopDelayP99Ms}/${one.loopDelayMaxMs}`;
    figures[`${name} memory first/most/last MB`] = memory.join('/');
  }
  return figures;
}

function since(begin: number): number {
  return Math.round((performance.now() - begin) / 100) / 10;
}
