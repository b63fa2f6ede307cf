import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../../config';
import { hasPrices } from './ai-prices';
import { type AiSettings, AiSettingsRepository } from './ai-settings.repository';
import { AiUsageRepository, type FeatureUsage } from './ai-usage.repository';
import { AiPricesUnknownError } from './company-model.errors';

/** What a company used of the language model in a month, and what that is of its budget. */
export interface MonthlyUsage {
  /** `YYYY-MM`, in UTC. */
  readonly month: string;
  readonly features: readonly FeatureUsage[];
  readonly cost: number;
  readonly monthlyBudget: number | null;
  readonly prices: { readonly prompt: number; readonly completion: number };
}

/** What a company wants of the language model, and what that costs. */
@Injectable()
export class AiSettingsService {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly settings: AiSettingsRepository,
    private readonly usage: AiUsageRepository,
  ) {}

  get(companyId: string): Promise<AiSettings> {
    return this.settings.get(companyId);
  }

  /** What is left out stays. @throws AiPricesUnknownError */
  async update(companyId: string, changes: Partial<AiSettings>): Promise<AiSettings> {
    if (typeof changes.monthlyBudget === 'number' && !hasPrices(this.env)) {
      throw new AiPricesUnknownError();
    }
    await this.settings.update(companyId, changes);
    return this.settings.get(companyId);
  }

  /** Of this month when `month` is null. */
  async usageOf(companyId: string, month: string | null): Promise<MonthlyUsage> {
    const features = await this.usage.listOfMonth(companyId, month === null ? null : `${month}-01`);
    const { monthlyBudget } = await this.settings.get(companyId);
    return {
      month: month ?? (await this.usage.currentMonth()),
      features,
      cost: features.reduce((sum, { cost }) => sum + cost, 0),
      monthlyBudget,
      prices: { prompt: this.env.LLM_PRICE_PROMPT, completion: this.env.LLM_PRICE_COMPLETION },
    };
  }
}
