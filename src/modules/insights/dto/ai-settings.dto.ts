import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import { Omittable } from '../../../common/http';
import { AI_FEATURES, type AiFeature } from '../company-model/ai-feature';
import type { AiSettings } from '../company-model/ai-settings.repository';
import type { MonthlyUsage } from '../company-model/ai-settings.service';
import type { FeatureUsage } from '../company-model/ai-usage.repository';

const HIGHEST_BUDGET = 1_000_000_000;
const CURRENCY = 'In the currency of the server’s prices';

export class AiSettingsResponseDto {
  @ApiProperty({ example: true })
  readonly use_model!: boolean;

  @ApiProperty({ example: false })
  readonly analyse_on_match!: boolean;

  @ApiProperty({ example: false })
  readonly structure_on_upload!: boolean;

  @ApiProperty({ example: true })
  readonly redact_contact_data!: boolean;

  @ApiProperty({ type: Number, nullable: true, example: 25, description: `${CURRENCY}.` })
  readonly monthly_budget!: number | null;

  static from(settings: AiSettings): AiSettingsResponseDto {
    return {
      use_model: settings.useModel,
      analyse_on_match: settings.analyseOnMatch,
      structure_on_upload: settings.structureOnUpload,
      redact_contact_data: settings.redactContactData,
      monthly_budget: settings.monthlyBudget,
    };
  }
}

export class UpdateAiSettingsDto {
  @ApiPropertyOptional({
    example: true,
    description:
      'Whether the language model is used; templates and rules do all of its work otherwise.',
  })
  @Omittable()
  @IsBoolean()
  readonly use_model?: boolean;

  @ApiPropertyOptional({
    example: false,
    description:
      'Whether a new candidate of a job is analysed by itself: who applied for it, and who was found in the pool and ' +
      'stands among its first 20.',
  })
  @Omittable()
  @IsBoolean()
  readonly analyse_on_match?: boolean;

  @ApiPropertyOptional({
    example: false,
    description: 'Whether the profile of a new resume is completed by the language model.',
  })
  @Omittable()
  @IsBoolean()
  readonly structure_on_upload?: boolean;

  @ApiPropertyOptional({
    example: true,
    description:
      'Whether name, contact data and home are taken out of resumes before they are sent to the language model.',
  })
  @Omittable()
  @IsBoolean()
  readonly redact_contact_data?: boolean;

  @ApiPropertyOptional({
    type: Number,
    nullable: true,
    minimum: 0,
    maximum: HIGHEST_BUDGET,
    example: 25,
    description: `${CURRENCY}, with two decimals; null for no limit. Once it is spent, the work is done without the model until the month ends.`,
  })
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(HIGHEST_BUDGET)
  readonly monthly_budget?: number | null;

  changes(): Partial<AiSettings> {
    return {
      ...(this.use_model === undefined ? {} : { useModel: this.use_model }),
      ...(this.analyse_on_match === undefined ? {} : { analyseOnMatch: this.analyse_on_match }),
      ...(this.structure_on_upload === undefined
        ? {}
        : { structureOnUpload: this.structure_on_upload }),
      ...(this.redact_contact_data === undefined
        ? {}
        : { redactContactData: this.redact_contact_data }),
      ...(this.monthly_budget === undefined ? {} : { monthlyBudget: this.monthly_budget }),
    };
  }
}

export class AiUsageQueryDto {
  @ApiPropertyOptional({
    example: '2026-01',
    pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
    description: 'This month when left out.',
  })
  @IsOptional()
  @Matches(/^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/, { message: 'month must be a month like 2026-01' })
  readonly month?: string;
}

export class FeatureUsageDto {
  @ApiProperty({ enum: AI_FEATURES, example: 'analysis' })
  readonly feature!: AiFeature;

  @ApiProperty({ example: 12 })
  readonly calls!: number;

  @ApiProperty({
    example: 0,
    description: 'Calls of which the server did not count the tokens: they are estimated.',
  })
  readonly estimated_calls!: number;

  @ApiProperty({ example: 21_400 })
  readonly prompt_tokens!: number;

  @ApiProperty({ example: 3100 })
  readonly completion_tokens!: number;

  @ApiProperty({ example: 0.00507, description: `${CURRENCY}.` })
  readonly cost!: number;

  static from(usage: FeatureUsage): FeatureUsageDto {
    return {
      feature: usage.feature,
      calls: usage.calls,
      estimated_calls: usage.estimatedCalls,
      prompt_tokens: usage.promptTokens,
      completion_tokens: usage.completionTokens,
      cost: usage.cost,
    };
  }
}

export class TokenPricesDto {
  @ApiProperty({ example: 0.15, description: 'For a million tokens of what is sent.' })
  readonly prompt!: number;

  @ApiProperty({ example: 0.6, description: 'For a million tokens of answers.' })
  readonly completion!: number;
}

export class AiUsageResponseDto {
  @ApiProperty({ example: '2026-01' })
  readonly month!: string;

  @ApiProperty({ example: 0.00507, description: `${CURRENCY}.` })
  readonly cost!: number;

  @ApiProperty({ type: Number, nullable: true, example: 25 })
  readonly monthly_budget!: number | null;

  @ApiProperty({
    example: false,
    description: 'Whether the month’s budget is spent, so that the model is not asked.',
  })
  readonly is_exhausted!: boolean;

  @ApiProperty({ type: TokenPricesDto })
  readonly prices!: TokenPricesDto;

  @ApiProperty({ type: [FeatureUsageDto], description: 'Those that were used.' })
  readonly features!: readonly FeatureUsageDto[];

  static from(usage: MonthlyUsage): AiUsageResponseDto {
    const { month, cost, monthlyBudget, prices } = usage;
    return {
      month,
      cost,
      monthly_budget: monthlyBudget,
      is_exhausted: monthlyBudget !== null && cost >= monthlyBudget,
      prices: { prompt: prices.prompt, completion: prices.completion },
      features: usage.features.map((feature) => FeatureUsageDto.from(feature)),
    };
  }
}
