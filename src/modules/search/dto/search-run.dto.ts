import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  registerDecorator,
  ValidateNested,
} from 'class-validator';
import { OFFER_CATEGORIES } from '../domain/split-offer';
import type { SearchRun } from '../search-runs.service';
import { MOST_RESULTS } from '../search.service';
import type { SearchNotice } from '../search-result';
import { SearchNoticeDto, SearchResultDto } from './search.dto';
import { Optional } from './optional';

const LONGEST_OFFER = 20_000;
const DEFAULT_TOP_K = 10;

export class OfferWeightsDto {
  @ApiPropertyOptional({ minimum: 0, maximum: 100, default: 1 })
  @Optional(1)
  @IsNumber()
  @Min(0)
  @Max(100)
  readonly skill: number = 1;

  @ApiPropertyOptional({ minimum: 0, maximum: 100, default: 1 })
  @Optional(1)
  @IsNumber()
  @Min(0)
  @Max(100)
  readonly experience: number = 1;

  @ApiPropertyOptional({ minimum: 0, maximum: 100, default: 1 })
  @Optional(1)
  @IsNumber()
  @Min(0)
  @Max(100)
  readonly education: number = 1;
}

/** Three zeros would rank nothing. */
function HasWeight(): PropertyDecorator {
  return (target, property) => {
    registerDecorator({
      name: 'hasWeight',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (value: unknown) =>
          !(value instanceof OfferWeightsDto) ||
          OFFER_CATEGORIES.some((category) => value[category] > 0),
        defaultMessage: () => 'weights must not all be 0',
      },
    });
  };
}

export class CreateSearchRunDto {
  @ApiProperty({
    example:
      'We look for a warehouse manager with inventory management and SAP. Five years of leading shifts. A degree in logistics.',
    maxLength: LONGEST_OFFER,
  })
  @IsString()
  @MaxLength(LONGEST_OFFER)
  @Matches(/[\p{L}\p{N}]/u, { message: 'job_offer_text must not be empty' })
  readonly job_offer_text!: string;

  @ApiPropertyOptional({
    type: OfferWeightsDto,
    description: 'Scaled to a sum of 1.',
    example: { skill: 2, experience: 1, education: 1 },
  })
  @Optional(new OfferWeightsDto())
  @IsObject()
  @ValidateNested()
  @HasWeight()
  @Type(() => OfferWeightsDto)
  readonly weights: OfferWeightsDto = new OfferWeightsDto();

  @ApiPropertyOptional({
    minimum: 1,
    maximum: MOST_RESULTS,
    default: DEFAULT_TOP_K,
    example: DEFAULT_TOP_K,
  })
  @Optional(DEFAULT_TOP_K)
  @IsInt()
  @Min(1)
  @Max(MOST_RESULTS)
  readonly top_k: number = DEFAULT_TOP_K;
}

export class RunCategoryDto {
  @ApiProperty({ enum: OFFER_CATEGORIES })
  readonly name!: string;

  @ApiProperty({ example: 'inventory management and SAP', description: 'The offer’s own words.' })
  readonly text!: string;

  @ApiProperty({ example: 1, description: 'As asked for.' })
  readonly weight!: number;

  @ApiProperty({
    example: 0.33,
    description: 'Scaled over the categories that the offer speaks of.',
  })
  readonly weight_used!: number;
}

export class CategoryScoreDto {
  @ApiProperty({ enum: OFFER_CATEGORIES })
  readonly name!: string;

  @ApiProperty({ example: 0.52, minimum: 0, maximum: 1 })
  readonly score!: number;
}

export class SearchRunResultDto extends SearchResultDto {
  @ApiProperty({ example: 1 })
  readonly rank!: number;

  @ApiProperty({
    type: [CategoryScoreDto],
    description: 'The score is the sum of these, each times its `weight_used`.',
  })
  readonly category_scores!: readonly CategoryScoreDto[];
}

export class SearchRunDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'We look for a warehouse manager …', description: 'The offer.' })
  readonly query!: string;

  @ApiProperty({ example: 10 })
  readonly top_k!: number;

  @ApiProperty({ type: [RunCategoryDto] })
  readonly categories!: readonly RunCategoryDto[];

  @ApiProperty({ type: [SearchRunResultDto] })
  readonly results!: readonly SearchRunResultDto[];

  @ApiProperty({ example: 1 })
  readonly count!: number;

  @ApiProperty({ type: [SearchNoticeDto], description: 'Only in the answer that ran it.' })
  readonly notices!: readonly SearchNotice[];

  @ApiProperty({ example: 'all-MiniLM-L6-v2/int8/2' })
  readonly embedding_model!: string;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  static from({ run, results, notices }: SearchRun): SearchRunDto {
    return {
      id: run.id,
      query: run.jobOfferText,
      top_k: run.topK,
      categories: run.categories.map(({ weightUsed, ...category }) => ({
        ...category,
        weight_used: weightUsed,
      })),
      results: results.map(({ row, result }) => ({
        ...SearchResultDto.from(result),
        rank: row.rank,
        category_scores: row.categories.map(({ name, score }) => ({ name, score })),
      })),
      count: results.length,
      notices,
      embedding_model: run.embeddingModel,
      created_at: run.createdAt.toISOString(),
    };
  }
}
