import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '../../platform/database';
import { JobVectors } from '../jobs';
import { ResumeVectors } from '../resumes';
import { MatchingService } from './matching.service';

/** So many are embedded at once: enough for every thread, few enough to lose little when it is stopped. */
const BATCH = 16;

export interface ReembeddingProgress {
  readonly what: 'jobs' | 'resumes';
  readonly done: number;
  readonly total: number;
}

export interface ReembeddingRequest {
  readonly onProgress?: (progress: ReembeddingProgress) => void;
  /** Ends it after the batch that runs. */
  readonly signal?: AbortSignal;
}

export interface ReembeddingResult {
  readonly jobs: number;
  readonly resumes: number;
  /** False when it was stopped: what is left is found by the next run. */
  readonly isComplete: boolean;
}

interface Outdated {
  readonly id: string;
  readonly companyId: string;
}

/** One of the two kinds of things that have vectors. */
interface Vectors<Item extends Outdated, Embedding> {
  countOutdated(): Promise<number>;
  outdated(afterId: string | null, limit: number): Promise<Item[]>;
  embed(item: Item): Promise<Embedding>;
  replace(item: Item, embedding: Embedding): Promise<boolean>;
}

/**
 * Gives jobs and resumes whose vectors another model made vectors of the running one, and scores again what
 * hangs on them. Each is a transaction of its own: stopped or killed, the next run goes on where it was.
 */
@Injectable()
export class Reembedding implements OnApplicationBootstrap {
  private readonly log = new Logger(Reembedding.name);

  constructor(
    private readonly database: Database,
    private readonly jobs: JobVectors,
    private readonly resumes: ResumeVectors,
    private readonly matching: MatchingService,
  ) {}

  /** Says at the start what searches would say later. */
  async onApplicationBootstrap(): Promise<void> {
    const jobs = await this.jobs.countOutdated();
    const resumes = await this.resumes.countOutdated();
    if (jobs + resumes > 0) {
      this.log.warn({ jobs, resumes }, 'vectors of another model: run `npm run reembed`');
    }
  }

  /** Jobs first: when a resume is scored again, every job has a vector that it can be compared with. */
  async run({ onProgress, signal }: ReembeddingRequest = {}): Promise<ReembeddingResult> {
    const report = (what: ReembeddingProgress['what']) => (done: number, total: number) =>
      onProgress?.({ what, done, total });
    const jobs = await this.replaceAll(this.jobs, {
      report: report('jobs'),
      signal,
      rescore: (job) => this.matchArrivals(job.companyId, job.id),
    });
    const resumes = await this.replaceAll(this.resumes, {
      report: report('resumes'),
      signal,
      rescore: async (resume) => {
        await this.matching.rescoreResume(resume.companyId, resume.id);
      },
    });
    return { jobs, resumes, isComplete: signal?.aborted !== true };
  }

  private async replaceAll<Item extends Outdated, Embedding>(
    vectors: Vectors<Item, Embedding>,
    work: {
      readonly report: (done: number, total: number) => void;
      readonly signal: AbortSignal | undefined;
      readonly rescore: (item: Item) => Promise<void>;
    },
  ): Promise<number> {
    const total = await vectors.countOutdated();
    let done = 0;
    let afterId: string | null = null;
    while (work.signal?.aborted !== true) {
      const batch: readonly Item[] = await vectors.outdated(afterId, BATCH);
      if (batch.length === 0) {
        break;
      }
      const embeddings = await Promise.all(batch.map((item) => vectors.embed(item)));
      for (const [index, item] of batch.entries()) {
        const embedding = embeddings[index];
        if (embedding !== undefined) {
          await this.replaceOne(vectors, item, { embedding, rescore: work.rescore });
        }
      }
      done += batch.length;
      afterId = batch.at(-1)?.id ?? null;
      work.report(done, total);
    }
    return done;
  }

  private replaceOne<Item extends Outdated, Embedding>(
    vectors: Vectors<Item, Embedding>,
    item: Item,
    made: { readonly embedding: Embedding; readonly rescore: (item: Item) => Promise<void> },
  ): Promise<void> {
    return this.database.transaction(async () => {
      if (await vectors.replace(item, made.embedding)) {
        await made.rescore(item);
      }
    });
  }

  /** Resumes that came after the change of model could not be compared with the job until now. */
  private async matchArrivals(companyId: string, jobId: string): Promise<void> {
    let afterId: string | null = null;
    for (;;) {
      const ids: readonly string[] = await this.resumes.currentIds(companyId, afterId, BATCH);
      if (ids.length === 0) {
        return;
      }
      await this.matching.matchOpenJob(companyId, jobId, ids);
      afterId = ids.at(-1) ?? null;
    }
  }
}
