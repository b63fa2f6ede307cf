import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../../config';
import {
  type ChatRequest,
  type CompletionPart,
  type Consumption,
  LanguageModel,
  LlmNotConfiguredError,
  type ModelIdentity,
  type OutputShape,
  type Structured,
} from '../../../platform/llm';
import { type PersonalInfo, withoutPerson } from '../../resumes';
import { resumeForModel, type TextForModel } from '../domain/resume-for-model';
import type { AiFeature } from './ai-feature';
import { costOf } from './ai-prices';
import { AiSettingsRepository } from './ai-settings.repository';
import { AiUsageRepository } from './ai-usage.repository';
import { AiBudgetExhaustedError, AiSwitchedOffError } from './company-model.errors';

/** What a request says to the model; the rest is ours. */
export type CompanyRequest = Omit<ChatRequest, 'onConsumed'>;

/**
 * The one way of the business to the language model: on behalf of a company, by its settings, within its
 * budget, and counted. Never call it in a transaction.
 *
 * A budget is looked at before a call. Calls that run already when it is reached end as they would, so
 * it can be passed by what they cost.
 */
@Injectable()
export class CompanyModel {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly model: LanguageModel,
    private readonly settings: AiSettingsRepository,
    private readonly usage: AiUsageRepository,
  ) {}

  /** Which model answers this company: null when the server has none, or the company wants none. */
  async identity(companyId: string): Promise<ModelIdentity | null> {
    const { identity } = this.model;
    return identity !== null && (await this.settings.get(companyId)).useModel ? identity : null;
  }

  /**
   * What a model may read of a resume: never the lines that would give it orders, and nobody's name, home
   * or contact data unless the company says that they may leave. Quotes of it are found in `content` by
   * `findQuote`, since blanks and line ends differ.
   */
  async readable(
    companyId: string,
    resume: { readonly content: string; readonly person: PersonalInfo },
  ): Promise<TextForModel> {
    const { redactContactData } = await this.settings.get(companyId);
    return redactContactData
      ? resumeForModel(withoutPerson(resume.content, resume.person), { isRedacted: true })
      : resumeForModel(resume.content, { isRedacted: false });
  }

  /**
   * An answer of this shape, with one repair.
   *
   * @throws LlmError, among them AiSwitchedOffError and AiBudgetExhaustedError before anything is sent.
   */
  async completeAs<T>(
    companyId: string,
    feature: AiFeature,
    request: CompanyRequest,
    shape: OutputShape<T>,
  ): Promise<Structured<T>> {
    await this.checkAllowed(companyId);
    const consumed: Consumption[] = [];
    const onConsumed = consumed.push.bind(consumed);
    try {
      return await this.model.completeAs({ ...request, onConsumed }, shape);
    } finally {
      await this.record(companyId, feature, consumed);
    }
  }

  /**
   * The answer as it comes. What came is counted also when the stream breaks off or nobody reads it on.
   *
   * @throws LlmError as `completeAs` does, and in the middle of the answer.
   */
  async *stream(
    companyId: string,
    feature: AiFeature,
    request: CompanyRequest,
  ): AsyncGenerator<CompletionPart> {
    await this.checkAllowed(companyId);
    const consumed: Consumption[] = [];
    const onConsumed = consumed.push.bind(consumed);
    try {
      yield* this.model.stream({ ...request, onConsumed });
    } finally {
      await this.record(companyId, feature, consumed);
    }
  }

  private async checkAllowed(companyId: string): Promise<void> {
    if (this.model.identity === null) {
      throw new LlmNotConfiguredError();
    }
    const { useModel, monthlyBudget } = await this.settings.get(companyId);
    if (!useModel) {
      throw new AiSwitchedOffError();
    }
    if (monthlyBudget !== null && (await this.usage.spentThisMonth(companyId)) >= monthlyBudget) {
      throw new AiBudgetExhaustedError();
    }
  }

  /** One call, with all that its repairs and retries took. */
  private async record(
    companyId: string,
    feature: AiFeature,
    consumed: readonly Consumption[],
  ): Promise<void> {
    if (consumed.length === 0) {
      return;
    }
    const promptTokens = consumed.reduce((sum, one) => sum + one.promptTokens, 0);
    const completionTokens = consumed.reduce((sum, one) => sum + one.completionTokens, 0);
    await this.usage.add(companyId, {
      feature,
      calls: 1,
      estimatedCalls: consumed.some(({ isEstimated }) => isEstimated) ? 1 : 0,
      promptTokens,
      completionTokens,
      cost: costOf(this.env, { promptTokens, completionTokens }),
    });
  }
}
