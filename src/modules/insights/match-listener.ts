import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../platform/events';
import { JobCandidatesService } from '../matching';
import { CandidatesMatched } from '../matching/matching.events';
import { TasksService } from '../tasks';
import { AiSettingsService } from './company-model/ai-settings.service';

/**
 * Of those whom nobody sent for the job only who stands among its first so many is analysed by itself: a
 * pool may match with thousands, and a resume with every job. Everybody else can be asked for.
 */
const ANALYSED_OF_POOL = 20;

/** Has new candidates analysed, if their company wants it. */
@Injectable()
export class MatchListener implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly settings: AiSettingsService,
    private readonly candidates: JobCandidatesService,
    private readonly tasks: TasksService,
  ) {}

  onModuleInit(): void {
    this.events.on(CandidatesMatched, (matched) => this.analyse(matched));
  }

  private async analyse(matched: CandidatesMatched): Promise<void> {
    const { companyId, jobId } = matched;
    if (!(await this.settings.get(companyId)).analyseOnMatch) {
      return;
    }
    const payloads = (await this.wanted(matched)).map((resumeId) => ({ jobId, resumeId }));
    if (payloads.length > 0) {
      await this.tasks.enqueueAll('insights.analyse-match', payloads, { companyId, userId: null });
    }
  }

  /** Who applied is always wanted. */
  private async wanted(matched: CandidatesMatched): Promise<readonly string[]> {
    const { companyId, jobId, source, resumeIds } = matched;
    if (source === 'applied') {
      return resumeIds;
    }
    const best = await this.candidates.bestResumeIds(companyId, jobId, ANALYSED_OF_POOL);
    const added = new Set(resumeIds);
    return best.filter((resumeId) => added.has(resumeId));
  }
}
