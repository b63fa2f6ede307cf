import { Injectable } from '@nestjs/common';
import type { TaskProcessor, TaskResult } from '../tasks';
import { InsightsService } from './insights.service';
import type { Provenance } from './provenance';
import { ReviewsService } from './reviews/reviews.service';
import { StructuringService } from './structuring/structuring.service';

type Kinds = 'insights.analyse-match' | 'insights.review-resume' | 'insights.structure-resume';

@Injectable()
export class InsightsProcessor implements TaskProcessor<Kinds> {
  readonly handlers: TaskProcessor<Kinds>['handlers'] = {
    'insights.analyse-match': async ({ companyId, payload, signal }) => {
      const provenance = await this.insights.analyse(companyId, payload, signal);
      return { job_id: payload.jobId, resume_id: payload.resumeId, ...madeBy(provenance) };
    },
    'insights.review-resume': async ({ companyId, payload, signal }) => {
      const provenance = await this.reviews.review(companyId, payload.resumeId, signal);
      return { resume_id: payload.resumeId, ...madeBy(provenance) };
    },
    'insights.structure-resume': async ({ companyId, payload, signal }) => {
      const made = await this.structuring.structure(companyId, payload.resumeId, signal);
      return { resume_id: payload.resumeId, filled_fields: made.filled, ...madeBy(made) };
    },
  };

  constructor(
    private readonly insights: InsightsService,
    private readonly reviews: ReviewsService,
    private readonly structuring: StructuringService,
  ) {}
}

function madeBy({ provider, model, fallbackReason }: Provenance): TaskResult {
  return { provider, model, fallback_reason: fallbackReason };
}
