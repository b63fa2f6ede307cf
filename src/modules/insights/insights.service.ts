import { Injectable } from '@nestjs/common';
import { NotFoundError } from '../../common/errors';
import type { Actor } from '../../common/http';
import { JobCandidatesService } from '../matching';
import { PermanentTaskError, TasksService } from '../tasks';
import { AnalysesRepository, type StoredAnalysis } from './analyses.repository';
import { type Analysis, Analyst } from './analyst';
import { Dossiers } from './dossiers';
import type { Provenance } from './provenance';

interface CandidateIds {
  readonly jobId: string;
  readonly resumeId: string;
}

/** Analyses of candidates. They word what the engine found and change neither a score nor an order. */
@Injectable()
export class InsightsService {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly analyst: Analyst,
    private readonly repository: AnalysesRepository,
    private readonly candidates: JobCandidatesService,
    private readonly tasks: TasksService,
  ) {}

  /** Stores nothing. @throws UnreadableResumeError */
  async analyseTexts(
    actor: Actor,
    texts: { readonly jobDescription: string; readonly resumeText: string },
  ): Promise<Analysis> {
    const { jobDescription, resumeText } = texts;
    return this.analyst.analyse(
      actor.companyId,
      await this.dossiers.ofTexts(actor.companyId, jobDescription, resumeText),
    );
  }

  /** In a task; its id. @throws NotFoundError, QueueFullError */
  async request(actor: Actor, ids: CandidateIds): Promise<string> {
    const [taskId = ''] = await this.requestAll(actor, ids.jobId, [ids.resumeId]);
    return taskId;
  }

  /** A task for each; their ids in the order given. Nothing is started unless all are candidates of the job. */
  async requestAll(
    actor: Actor,
    jobId: string,
    resumeIds: readonly string[],
  ): Promise<readonly string[]> {
    for (const resumeId of resumeIds) {
      await this.candidates.getMatch(actor, { jobId, resumeId });
    }
    await this.tasks.checkRoom('insights.analyse-match', actor.companyId);
    const payloads = resumeIds.map((resumeId) => ({ jobId, resumeId }));
    return this.tasks.enqueueAll('insights.analyse-match', payloads, actor);
  }

  /** The work of the task; it may run twice, and the last answer stays. @throws PermanentTaskError */
  async analyse(companyId: string, ids: CandidateIds, signal: AbortSignal): Promise<Provenance> {
    const stored = await this.dossiers.ofMatch(companyId, ids);
    if (stored === null) {
      throw new PermanentTaskError('candidate_gone', 'The candidate or the job is gone.');
    }
    const analysis = await this.analyst.analyse(companyId, stored.dossier, signal);
    await this.repository.replace(stored.match, analysis);
    return analysis.provenance;
  }

  /** The last one. @throws NotFoundError */
  async get(actor: Actor, ids: CandidateIds): Promise<StoredAnalysis> {
    const match = await this.candidates.getMatch(actor, ids);
    const analysis = await this.repository.find(actor.companyId, match.id);
    if (analysis === null) {
      throw new NotFoundError('analysis');
    }
    return analysis;
  }
}
