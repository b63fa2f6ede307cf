import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database';
import type { AiFeature } from './ai-feature';

/** What a company used of the language model for one purpose in one month. */
export interface FeatureUsage {
  readonly feature: AiFeature;
  readonly calls: number;
  /** Calls with tokens that we estimated, since the server did not count them. */
  readonly estimatedCalls: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly cost: number;
}

@Injectable()
export class AiUsageRepository {
  constructor(private readonly database: Database) {}

  /** Onto what the company used this month. */
  async add(companyId: string, usage: FeatureUsage): Promise<void> {
    await this.database.query(
      `INSERT INTO ai_usage AS used
         (company_id, month, feature, calls, estimated_calls, prompt_tokens, completion_tokens, cost)
       VALUES ($1, date_trunc('month', now() AT TIME ZONE 'UTC'), $2, $3, $4, $5, $6, $7)
       ON CONFLICT (company_id, month, feature) DO UPDATE SET calls = used.calls + EXCLUDED.calls,
         estimated_calls = used.estimated_calls + EXCLUDED.estimated_calls,
         prompt_tokens = used.prompt_tokens + EXCLUDED.prompt_tokens,
         completion_tokens = used.completion_tokens + EXCLUDED.completion_tokens,
         cost = used.cost + EXCLUDED.cost`,
      [
        companyId,
        usage.feature,
        usage.calls,
        usage.estimatedCalls,
        usage.promptTokens,
        usage.completionTokens,
        usage.cost,
      ],
    );
  }

  async spentThisMonth(companyId: string): Promise<number> {
    const [row] = await this.database.query<{ spent: number | null }>(
      `SELECT sum(cost)::double precision AS spent FROM ai_usage
       WHERE company_id = $1 AND month = date_trunc('month', now() AT TIME ZONE 'UTC')`,
      [companyId],
    );
    return row?.spent ?? 0;
  }

  /** By feature; `month` is its first day, and the running month when it is null. */
  listOfMonth(companyId: string, month: string | null): Promise<FeatureUsage[]> {
    return this.database.query<FeatureUsage>(
      `SELECT feature, calls, estimated_calls AS "estimatedCalls",
         prompt_tokens::double precision AS "promptTokens",
         completion_tokens::double precision AS "completionTokens", cost::double precision AS cost
       FROM ai_usage
       WHERE company_id = $1 AND month = coalesce($2::date, date_trunc('month', now() AT TIME ZONE 'UTC'))
       ORDER BY feature`,
      [companyId, month],
    );
  }

  /** The running month as `YYYY-MM`, by the clock that the rows go by. */
  async currentMonth(): Promise<string> {
    const [row] = await this.database.query<{ month: string }>(
      `SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM') AS month`,
    );
    return row?.month ?? '';
  }
}
