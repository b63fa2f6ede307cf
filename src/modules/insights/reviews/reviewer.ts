import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { LlmError } from '../../../platform/llm';
import { CompanyModel } from '../company-model/company-model';
import type { ReviewWording } from '../domain/review/review';
import type { ReviewedResume } from '../domain/review/reviewed-resume';
import { templateReview } from '../domain/review/template-review';
import { type Origin, type Provenance, timed, withoutModel } from '../provenance';
import {
  MODEL_REVIEW,
  REVIEW_PROMPT_VERSION,
  reviewMessages,
  supportedReview,
} from './model-review';

/** Changes with every change of the rules. */
export const REVIEW_RULES_VERSION = 'review-rules-1';
const MOST_TOKENS = 2000;

/** A review with how it came about. */
export interface Review extends ReviewWording {
  readonly provenance: Provenance;
}

type Worded = ReviewWording & { readonly provenance: Origin };

/** Says what could be better in a resume: what rules measure, and what a model adds, when there is one. */
@Injectable()
export class Reviewer {
  private readonly log = new Logger(Reviewer.name);

  constructor(private readonly model: CompanyModel) {}

  review(companyId: string, resume: ReviewedResume, signal: AbortSignal): Promise<Review> {
    return timed(() => this.worded(companyId, resume, signal));
  }

  private async worded(
    companyId: string,
    resume: ReviewedResume,
    signal: AbortSignal,
  ): Promise<Worded> {
    const found = templateReview(resume);
    const identity = await this.model.identity(companyId);
    const { content, profile } = resume;
    if (identity === null || content.trim() === '') {
      return { ...found, provenance: withoutModel(REVIEW_RULES_VERSION, null) };
    }
    const readable = await this.model.readable(companyId, {
      content,
      person: profile.personal_info,
    });
    const shown = readable.text;
    const messages = reviewMessages(found, shown, randomUUID());
    try {
      const request = { messages, maxTokens: MOST_TOKENS, signal };
      const answer = await this.model.completeAs(companyId, 'review', request, MODEL_REVIEW);
      const { wording, droppedClaims } = supportedReview(answer.value, found, { content, shown });
      const promptVersion = REVIEW_PROMPT_VERSION;
      const counted = {
        ...answer.usage,
        droppedClaims,
        withheldLines: readable.withheldLines,
      };
      return {
        ...wording,
        provenance: { ...identity, promptVersion, fallbackReason: null, ...counted },
      };
    } catch (error) {
      if (!(error instanceof LlmError)) {
        throw error;
      }
      this.log.warn(`review by rules: ${error.code}`);
      return { ...found, provenance: withoutModel(REVIEW_RULES_VERSION, error.code) };
    }
  }
}
