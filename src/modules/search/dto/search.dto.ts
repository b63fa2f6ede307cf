import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsInt,
  IsNotEmptyObject,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  EXCERPT_REASONS,
  type Excerpt,
  type ExcerptReason,
  SEARCH_LISTS,
  type SearchAnswer,
  type SearchNotice,
  type SearchResult,
} from '../search-result';
import { MOST_RESULTS } from '../search.service';
import { SearchFiltersDto } from './filters.dto';
import { Optional } from './optional';

export const LONGEST_QUERY = 5000;
const DEFAULT_LIMIT = 20;
/** A cursor before every result, so that the documented example is a valid request. */
const EXAMPLE_CURSOR = 'WzIsIjAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMCJd';

export class SearchPageDto {
  @ApiPropertyOptional({
    minimum: 1,
    maximum: MOST_RESULTS,
    default: DEFAULT_LIMIT,
    example: DEFAULT_LIMIT,
  })
  @Optional(DEFAULT_LIMIT)
  @IsInt()
  @Min(1)
  @Max(MOST_RESULTS)
  readonly limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({
    description: '`next_cursor` of the page before.',
    example: EXAMPLE_CURSOR,
  })
  @Optional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;

  static pageOf({ limit, cursor }: SearchPageDto): { limit: number; cursor?: string } {
    return cursor === undefined ? { limit } : { limit, cursor };
  }
}

export class SemanticSearchDto extends SearchPageDto {
  @ApiProperty({
    example: 'runs a warehouse with many people on shifts',
    maxLength: LONGEST_QUERY,
  })
  @IsString()
  @MaxLength(LONGEST_QUERY)
  @Matches(/\S/, { message: 'query must not be empty' })
  readonly query!: string;
}

export class StructuredSearchDto extends SearchPageDto {
  @ApiProperty({ type: SearchFiltersDto, example: { skills: ['Inventory management'] } })
  @IsDefined()
  @IsNotEmptyObject()
  @ValidateNested()
  @Type(() => SearchFiltersDto)
  readonly filters!: SearchFiltersDto;
}

export class HybridSearchDto extends SemanticSearchDto {
  @ApiPropertyOptional({ type: SearchFiltersDto, example: { location: 'Coventry' } })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => SearchFiltersDto)
  readonly filters?: SearchFiltersDto;
}

export class ExcerptDto {
  @ApiProperty({ example: 120, description: 'Offset into the resume’s `content`.' })
  readonly start!: number;

  @ApiProperty({ example: 180 })
  readonly end!: number;

  @ApiProperty({ example: 'Cut picking errors from 1.9% to 0.4% with barcode scanning and SAP.' })
  readonly text!: string;

  @ApiProperty({ example: 'experience' })
  readonly section!: string;

  @ApiProperty({ enum: EXCERPT_REASONS })
  readonly reason!: ExcerptReason;

  @ApiProperty({
    type: [String],
    example: ['SAP'],
    description: 'What the passage shows: words of the query, a skill, an employer.',
  })
  readonly terms!: readonly string[];

  @ApiProperty({ type: Number, nullable: true, example: null, minimum: 0, maximum: 1 })
  readonly similarity_score!: number | null;

  static from({ similarityScore, ...excerpt }: Excerpt): ExcerptDto {
    return { ...excerpt, similarity_score: similarityScore };
  }
}

export class RankInListDto {
  @ApiProperty({ enum: SEARCH_LISTS })
  readonly list!: string;

  @ApiProperty({ example: 1, description: 'From 1.' })
  readonly rank!: number;
}

export class SearchResultDto {
  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly candidate_id!: string;

  @ApiProperty({ example: 'Amara Okafor', nullable: true, type: String })
  readonly candidate_name!: string | null;

  @ApiProperty({ example: 'Warehouse Operations Manager', nullable: true, type: String })
  readonly headline!: string | null;

  @ApiProperty({ example: 'Coventry, United Kingdom', nullable: true, type: String })
  readonly location!: string | null;

  @ApiProperty({ example: 7.5, nullable: true, type: Number })
  readonly years_of_experience!: number | null;

  @ApiProperty({ example: 0.73, minimum: 0, maximum: 1, description: 'Sorts the results.' })
  readonly score!: number;

  @ApiProperty({ example: 0.61, nullable: true, type: Number, minimum: 0, maximum: 1 })
  readonly similarity_score!: number | null;

  @ApiProperty({
    type: [RankInListDto],
    description: 'The lists that were fused and the place in each.',
  })
  readonly ranks!: readonly RankInListDto[];

  @ApiProperty({ type: [String], example: ['SAP'] })
  readonly matched_skills!: readonly string[];

  @ApiProperty({ type: [ExcerptDto] })
  readonly excerpts!: readonly ExcerptDto[];

  @ApiProperty({
    example:
      'Holds “warehouse” and “shifts”. Has the skill SAP. Similar in meaning by 0.61, closest in the part “experience”. Place 1 by words and 2 by meaning.',
    description: 'Why it is among the results, in words.',
  })
  readonly explanation!: string;

  static from(result: SearchResult): SearchResultDto {
    return {
      resume_id: result.resumeId,
      candidate_id: result.candidateId,
      candidate_name: result.candidateName,
      headline: result.headline,
      location: result.location,
      years_of_experience: result.yearsOfExperience,
      score: result.score,
      similarity_score: result.similarityScore,
      ranks: SEARCH_LISTS.flatMap((list) => {
        const rank = result.ranks[list];
        return rank === undefined ? [] : [{ list, rank }];
      }),
      matched_skills: result.matchedSkills,
      excerpts: result.excerpts.map((excerpt) => ExcerptDto.from(excerpt)),
      explanation: result.explanation,
    };
  }
}

export class SearchNoticeDto {
  @ApiProperty({ enum: ['embedding_model_changed'] })
  readonly code!: string;

  @ApiProperty({
    example:
      '12 resumes were not compared: their vectors are of another model. Run `npm run reembed`.',
  })
  readonly message!: string;
}

export class SearchAnswerDto {
  @ApiProperty({
    example: 'runs a warehouse',
    nullable: true,
    type: String,
    description: 'As sent; null for a search by filters alone.',
  })
  readonly query!: string | null;

  @ApiProperty({ type: [SearchResultDto] })
  readonly results!: readonly SearchResultDto[];

  @ApiProperty({ example: 1, description: 'Number of results in this answer.' })
  readonly count!: number;

  @ApiProperty({
    type: [SearchNoticeDto],
    description: 'What to know of the answer: whom it could not compare, and why. Usually empty.',
  })
  readonly notices!: readonly SearchNotice[];

  @ApiProperty({ type: String, nullable: true, example: null })
  readonly next_cursor!: string | null;

  static of(query: string | null, answer: SearchAnswer): SearchAnswerDto {
    return {
      query,
      results: answer.results.map((result) => SearchResultDto.from(result)),
      count: answer.results.length,
      notices: answer.notices,
      next_cursor: answer.nextCursor,
    };
  }
}
