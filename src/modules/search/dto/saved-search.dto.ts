import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { SearchFilters } from '../domain/filters';
import {
  SAVED_SEARCH_KINDS,
  type SavedSearch,
  type SavedSearchFields,
  type SavedSearchKind,
} from '../saved-searches.repository';
import { MOST_RESULTS } from '../search.service';
import { SearchFiltersDto } from './filters.dto';
import { LONGEST_QUERY, SearchAnswerDto } from './search.dto';

const DEFAULT_LIMIT = 20;

/** What can be sent of a saved search. No defaults here: what a change leaves out stays. */
class SavedSearchBodyDto {
  @ApiProperty({ example: 'Warehouse leads in Coventry', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  @Matches(/\S/, { message: 'name must not be empty' })
  readonly name!: string;

  @ApiProperty({ enum: ['hybrid', 'semantic', 'structured'] })
  @IsIn(SAVED_SEARCH_KINDS)
  readonly kind!: SavedSearchKind;

  @ApiPropertyOptional({
    example: 'warehouse manager',
    maxLength: LONGEST_QUERY,
    nullable: true,
    type: String,
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_QUERY)
  readonly query?: string | null;

  @ApiPropertyOptional({ type: SearchFiltersDto, example: { location: 'Coventry' } })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SearchFiltersDto)
  readonly filters?: SearchFiltersDto;

  @ApiPropertyOptional({ minimum: 1, maximum: MOST_RESULTS, example: DEFAULT_LIMIT })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_RESULTS)
  readonly limit?: number;
}

export class CreateSavedSearchDto extends SavedSearchBodyDto {
  static toFields(dto: CreateSavedSearchDto): SavedSearchFields {
    return {
      name: dto.name.trim(),
      kind: dto.kind,
      query: dto.query ?? null,
      filters: SearchFiltersDto.toFilters(dto.filters),
      limit: dto.limit ?? DEFAULT_LIMIT,
    };
  }
}

export class UpdateSavedSearchDto extends PartialType(SavedSearchBodyDto) {
  // Another example than that of a new search: names are taken once.
  @ApiPropertyOptional({ example: 'Warehouse leads', maxLength: 200 })
  override readonly name?: string;

  static toChanges(dto: UpdateSavedSearchDto): Partial<SavedSearchFields> {
    const changes = {
      name: dto.name?.trim(),
      kind: dto.kind ?? undefined,
      query: dto.query,
      filters: dto.filters === undefined ? undefined : SearchFiltersDto.toFilters(dto.filters),
      limit: dto.limit ?? undefined,
    };
    return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  }
}

export class SavedSearchDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'Warehouse leads in Coventry' })
  readonly name!: string;

  @ApiProperty({ enum: SAVED_SEARCH_KINDS })
  readonly kind!: SavedSearchKind;

  @ApiProperty({ example: 'warehouse manager', nullable: true, type: String })
  readonly query!: string | null;

  @ApiProperty({ type: SearchFiltersDto })
  readonly filters!: SearchFiltersDto;

  @ApiProperty({ example: DEFAULT_LIMIT })
  readonly limit!: number;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updated_at!: string;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  readonly last_run_at!: string | null;

  static from(search: SavedSearch): SavedSearchDto {
    return {
      id: search.id,
      name: search.name,
      kind: search.kind,
      query: search.query,
      filters: filtersDto(search.filters),
      limit: search.limit,
      created_at: search.createdAt.toISOString(),
      updated_at: search.updatedAt.toISOString(),
      last_run_at: search.lastRunAt?.toISOString() ?? null,
    };
  }
}

export class SavedSearchAnswerDto extends SearchAnswerDto {
  @ApiProperty({ format: 'uuid' })
  readonly saved_search_id!: string;
}

/** The filters as they are sent. */
function filtersDto(filters: SearchFilters): SearchFiltersDto {
  const { excludedSkills, minYears, maxYears, educationLevel, workedWith, ...same } = filters;
  const years = {
    ...(minYears === undefined ? {} : { min: minYears }),
    ...(maxYears === undefined ? {} : { max: maxYears }),
  };
  return {
    ...same,
    ...(excludedSkills === undefined ? {} : { excluded_skills: excludedSkills }),
    ...(Object.keys(years).length === 0 ? {} : { years_experience: years }),
    ...(educationLevel === undefined ? {} : { education_level: educationLevel }),
    ...(workedWith === undefined
      ? {}
      : { worked_with: { candidate_id: workedWith.candidateId, steps: workedWith.steps } }),
  };
}
