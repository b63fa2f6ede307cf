import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { LlmError } from '../../../platform/llm';
import { completeProfile, type Completion, type ResumeProfile } from '../../resumes';
import { CompanyModel } from '../company-model/company-model';
import { type Origin, type Provenance, timed, withoutModel } from '../provenance';
import {
  MODEL_READING,
  READING_PROMPT_VERSION,
  readingMessages,
  shownValues,
} from './model-reading';

/** Of a profile that no model completed. */
export const RULES_VERSION = 'profile-rules';
const MOST_TOKENS = 3000;

/** A profile with what the model added, and how that came about. */
export interface Structured {
  readonly completion: Completion;
  readonly provenance: Provenance;
}

/** Has a model read what the rules did not, where the text supports it; without one the rules’ profile stays. */
@Injectable()
export class Structurer {
  private readonly log = new Logger(Structurer.name);

  constructor(private readonly model: CompanyModel) {}

  structure(
    companyId: string,
    resume: { readonly content: string; readonly profile: ResumeProfile },
    signal: AbortSignal,
  ): Promise<Structured> {
    return timed(() => this.completed(companyId, resume, signal));
  }

  private async completed(
    companyId: string,
    { content, profile }: { readonly content: string; readonly profile: ResumeProfile },
    signal: AbortSignal,
  ): Promise<Omit<Structured, 'provenance'> & { readonly provenance: Origin }> {
    const unchanged: Completion = { profile, filled: [], dropped: 0, contradicted: 0 };
    const identity = await this.model.identity(companyId);
    if (identity === null || content.trim() === '') {
      return { completion: unchanged, provenance: withoutModel(RULES_VERSION, null) };
    }
    const person = profile.personal_info;
    const { text: shown, withheldLines } = await this.model.readable(companyId, {
      content,
      person,
    });
    const messages = readingMessages(shown, randomUUID());
    try {
      const request = { messages, maxTokens: MOST_TOKENS, signal };
      const answer = await this.model.completeAs(companyId, 'structuring', request, MODEL_READING);
      const { reading, dropped } = shownValues(answer.value, shown);
      const completion = completeProfile(content, profile, reading, new Date());
      const promptVersion = READING_PROMPT_VERSION;
      const droppedClaims = dropped + completion.dropped;
      const counted = { ...answer.usage, droppedClaims, withheldLines };
      return {
        completion,
        provenance: { ...identity, promptVersion, fallbackReason: null, ...counted },
      };
    } catch (error) {
      if (!(error instanceof LlmError)) {
        throw error;
      }
      this.log.warn(`the profile stays that of the rules: ${error.code}`);
      return { completion: unchanged, provenance: withoutModel(RULES_VERSION, error.code) };
    }
  }
}
