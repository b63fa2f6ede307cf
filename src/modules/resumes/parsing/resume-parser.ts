import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationShutdown, Optional } from '@nestjs/common';
import { ENV, type Env } from '../../../config';
import { Metrics } from '../../../platform/metrics';
import { threadCount, WorkerLimitError, WorkerPool } from '../../../platform/threads';
import { type CompanySkills, vocabularyFolder } from '../../skills';
import { UnreadableResumeError } from '../resumes.errors';
import { ParsingMetrics } from './parsing-metrics';
import type { ParseAnswer, ParsedResume, ParserOptions, ParseRequest } from './parser.messages';

/** Reads files in worker threads, so that a hostile one costs only itself. */
@Injectable()
export class ResumeParser implements OnApplicationShutdown {
  private readonly log = new Logger(ResumeParser.name);
  private readonly pool: WorkerPool;
  private readonly metrics: ParsingMetrics;

  constructor(
    @Inject(ENV) private readonly env: Env,
    @Optional() @Inject(Metrics) metrics: Metrics = new Metrics(),
  ) {
    this.metrics = new ParsingMetrics(metrics);
    const options: ParserOptions = { vocabularyFolder: vocabularyFolder(env.DATA_DIR) };
    this.pool = new WorkerPool({
      script: join(__dirname, 'resume-parser.worker.js'),
      threads: threadCount(env.PARSER_THREADS),
      workerData: options,
      timeoutMs: env.PARSER_TIMEOUT_SECONDS * 1000,
      memoryMb: env.PARSER_MEMORY_MB,
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.close();
  }

  /** @throws UnreadableResumeError */
  async parse(bytes: Uint8Array, companySkills: CompanySkills): Promise<ParsedResume> {
    const request: ParseRequest = {
      bytes,
      maxPages: this.env.PARSER_MAX_PAGES,
      ocrPageTimeoutMs: this.env.OCR_PAGE_TIMEOUT_SECONDS * 1000,
      companySkills: { version: companySkills.version, definitions: companySkills.definitions },
      today: new Date().toISOString(),
    };
    const answer = await this.metrics.measured(() => this.run(request));
    if (!answer.ok) {
      throw new UnreadableResumeError(answer.reason, answer.message);
    }
    if (answer.resume.extraction.flags.some((flag) => flag.code === 'ocr_unavailable')) {
      this.log.error('text recognition does not start, pictures are kept unread');
    }
    return answer.resume;
  }

  private async run(request: ParseRequest): Promise<ParseAnswer> {
    try {
      return await this.pool.run<ParseAnswer>('parse', request);
    } catch (error) {
      if (error instanceof WorkerLimitError) {
        const message = `Reading the file took more ${error.limit} than allowed. It may be damaged or made to be slow.`;
        return { ok: false, reason: 'timeout', message, type: null };
      }
      throw error;
    }
  }
}
