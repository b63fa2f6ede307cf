import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  Inject,
  Injectable,
  type OnApplicationShutdown,
  type OnModuleInit,
  Optional,
} from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ENV, type Env } from '../../config';
import { Cache } from '../cache';
import { Metrics } from '../metrics';
import { threadCount, WorkerPool } from '../threads';
import type {
  EmbeddingWorkerOptions,
  TextRange,
  TextWindow,
  WindowRequest,
} from './embedding.messages';
import { EmbeddingMetrics } from './embedding-metrics';
import { verifyModel } from './model-files';
import { MAX_WORD_PIECES, modelFolder, modelName } from './model-manifest';
import { SharedVectors } from './shared-vectors';

/** The model puts one special piece before and one after each text. */
const SPECIAL_PIECES = 2;

/**
 * Sentence embeddings by all-MiniLM-L6-v2 in worker threads: 384 dimensions, L2-normalised. A text's
 * vector depends on the text and the model alone, so results are cached by the content's hash.
 */
@Injectable()
export class Embedder implements OnModuleInit, OnApplicationShutdown {
  /** Store it with every vector. */
  readonly modelName: string;
  private pool: WorkerPool | null = null;
  private readonly cache: LRUCache<string, Promise<Float32Array>>;
  private readonly shared: SharedVectors;
  private readonly metrics: EmbeddingMetrics;

  constructor(
    @Inject(ENV) private readonly env: Env,
    @Optional() @Inject(Cache) cache: Cache | null = null,
    @Optional() @Inject(Metrics) metrics: Metrics = new Metrics(),
  ) {
    // onnxruntime reports its use to its maker otherwise. It reads the process's own environment, which
    // only the main thread can set.
    process.env['ORT_DISABLE_TELEMETRY'] = '1';
    this.modelName = modelName(env.MODEL_PRECISION);
    this.cache = new LRUCache({ max: Math.max(1, env.EMBEDDING_CACHE_ENTRIES) });
    this.shared = new SharedVectors(cache);
    this.metrics = new EmbeddingMetrics(metrics);
  }

  /** @throws ModelMissingError when a file of the model is missing or not the pinned one. */
  async onModuleInit(): Promise<void> {
    await verifyModel(this.env.MODEL_DIR, this.env.MODEL_PRECISION);
    this.threads();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.close();
  }

  /**
   * The vector of the first 256 word pieces of a text. With an owner it is shared with other processes for
   * a while, for texts that are asked for again and again; nobody else's question finds it. Without one it
   * is remembered by this process only.
   */
  embed(text: string, owner: string | null = null): Promise<Float32Array> {
    const key = createHash('sha256')
      .update(JSON.stringify([owner, this.modelName, text]))
      .digest('base64');
    const known = this.cache.get(key);
    if (known !== undefined) {
      this.metrics.answeredFrom('memory');
      return known;
    }
    const computing = owner === null ? this.compute(text) : this.computeOnce(key, text);
    this.cache.set(key, computing);
    computing.catch(() => {
      this.cache.delete(key);
    });
    return computing;
  }

  /** One vector per text, in order, shared out over the threads. */
  embedAll(texts: readonly string[], owner: string | null = null): Promise<Float32Array[]> {
    return Promise.all(texts.map((text) => this.embed(text, owner)));
  }

  /**
   * Cuts each range into windows that the model reads whole, leaving room for `reservedWordPieces` that
   * the caller will put in front.
   */
  windows(
    text: string,
    ranges: readonly TextRange[],
    reservedWordPieces = 0,
  ): Promise<TextWindow[][]> {
    const maxWordPieces = MAX_WORD_PIECES - SPECIAL_PIECES - reservedWordPieces;
    return this.threads().run<TextWindow[][]>('windows', {
      text,
      ranges,
      maxWordPieces,
    } satisfies WindowRequest);
  }

  private compute(text: string): Promise<Float32Array> {
    return this.metrics.computed(() => this.threads().run<Float32Array>('embed', text));
  }

  private async computeOnce(key: string, text: string): Promise<Float32Array> {
    const shared = await this.shared.find(key);
    if (shared !== null) {
      this.metrics.answeredFrom('cache');
      return shared;
    }
    const vector = await this.compute(text);
    void this.shared.keep(key, vector);
    return vector;
  }

  /** Started by the first call: they load the model at once, so it must be there. */
  private threads(): WorkerPool {
    if (this.pool === null) {
      const threads = threadCount(this.env.EMBEDDING_THREADS);
      const options: EmbeddingWorkerOptions = {
        folder: modelFolder(this.env.MODEL_DIR),
        precision: this.env.MODEL_PRECISION,
      };
      this.pool = new WorkerPool({
        script: join(__dirname, 'embedding.worker.js'),
        threads,
        workerData: options,
        lastCall: 'letGo',
      });
    }
    return this.pool;
  }
}
