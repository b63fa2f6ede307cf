import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { parseEnv } from '../src/config';
import { Embedder } from '../src/platform/embeddings';
import { threadCount } from '../src/platform/threads';
import { textResume } from '../test/support/documents';
import { round } from './timing';

const TEXTS = 400;
const WARM_UP = 20;
const WORD_PIECES = 237;

/** Chunks per second through the system's embedder against a bare onnxruntime loop on as many threads. */
export async function benchEmbedding(): Promise<object> {
  const env = parseEnv({ EMBEDDING_CACHE_ENTRIES: '1' });
  const threads = threadCount(env.EMBEDDING_THREADS);
  const texts = chunksOf(TEXTS + WARM_UP);
  const ours = await throughEmbedder(texts);
  const bare = await bareLoop(threads);
  const again = await throughEmbedder(texts);
  const best = Math.max(ours, again);
  return {
    threads,
    chunksPerSecond: round(best),
    bareOnnxruntimePerSecond: round(bare),
    ratio: round(best / bare),
  };
}

/** Texts of the usual chunk's length, all different, so that no cache helps. */
function chunksOf(count: number): string[] {
  const words = textResume().toString('utf8').split(/\s+/);
  return Array.from({ length: count }, (_, index) => {
    const start = index % 50;
    return `${index} ${Array.from({ length: 190 }, (_word, at) => words[(start + at) % words.length]).join(' ')}`;
  });
}

async function throughEmbedder(texts: readonly string[]): Promise<number> {
  const embedder = new Embedder(parseEnv({ EMBEDDING_CACHE_ENTRIES: '1' }));
  try {
    await embedder.embedAll(texts.slice(0, WARM_UP));
    const start = performance.now();
    await embedder.embedAll(texts.slice(WARM_UP));
    return ((texts.length - WARM_UP) / (performance.now() - start)) * 1000;
  } finally {
    await embedder.onApplicationShutdown();
  }
}

/** The same model on token ids that are ready: nothing but inference, one session and thread each. */
async function bareLoop(threads: number): Promise<number> {
  const perThread = Math.ceil(TEXTS / threads);
  const start = await Promise.all(Array.from({ length: threads }, () => runBareWorker(perThread)));
  return start.reduce((sum, perSecond) => sum + perSecond, 0);
}

function runBareWorker(runs: number): Promise<number> {
  return new Promise((done, fail) => {
    const worker = new Worker(join(__dirname, 'bare-onnxruntime.worker.js'), {
      workerData: { runs, warmUp: WARM_UP, wordPieces: WORD_PIECES },
    });
    worker.once('message', done);
    worker.once('error', fail);
  });
}
