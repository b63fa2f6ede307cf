import { Injectable } from '@nestjs/common';
import type { TaskProcessor } from '../tasks';
import { InsightsService } from './insights.service';

@Injectable()
export class InsightsProcessor implements TaskProcessor<'insights.analyse-match'> {
  readonly handlers: TaskProcessor<'insights.analyse-match'>['handlers'] = {
    'insights.analyse-match': async ({ companyId, payload, signal }) => {
      const { provider, model, fallbackReason } = await this.insights.analyse(
        companyId,
        payload,
        signal,
      );
      const { jobId, resumeId } = payload;
      return {
        job_id: jobId,
        resume_id: resumeId,
        provider,
        model,
        fallback_reason: fallbackReason,
      };
    },
  };

  constructor(private readonly insights: InsightsService) {}
}
