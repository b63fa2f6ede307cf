import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { EDUCATION_LEVELS, type EducationLevel } from '../../skills';
import type { SearchFilters } from '../domain/filters';
import { Optional } from './optional';

const MOST_VALUES = 50;
const LONGEST_VALUE = 200;
const HAS_LETTER = /[\p{L}\p{N}]/u;

/** A list of words to filter by. */
function Words(description: string, example: readonly string[]): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: [String], description, example }),
    Optional(),
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(MOST_VALUES),
    IsString({ each: true }),
    MaxLength(LONGEST_VALUE, { each: true }),
    Matches(HAS_LETTER, { each: true, message: 'each value must hold a letter or a digit' }),
  );
}

export class YearsRangeDto {
  @ApiPropertyOptional({ example: 2, minimum: 0, maximum: 80 })
  @Optional()
  @IsNumber()
  @Min(0)
  @Max(80)
  readonly min?: number;

  @ApiPropertyOptional({ example: 40, minimum: 0, maximum: 80 })
  @Optional()
  @IsNumber()
  @Min(0)
  @Max(80)
  readonly max?: number;
}

export class WorkedWithDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly candidate_id!: string;

  @ApiPropertyOptional({
    minimum: 1,
    maximum: 2,
    default: 1,
    description: '2 also finds those who worked with somebody who worked with them.',
  })
  @Optional(1)
  @IsInt()
  @Min(1)
  @Max(2)
  readonly steps: number = 1;
}

/** All filters together must hold; within employers, titles and schools any one does. */
export class SearchFiltersDto {
  @Words('All of them. Any name or alias of a skill.', ['Inventory management'])
  readonly skills?: readonly string[];

  @Words('None of them.', ['Kubernetes'])
  readonly excluded_skills?: readonly string[];

  @ApiPropertyOptional({
    type: YearsRangeDto,
    description: 'A number alone is the least number of years.',
  })
  @Optional()
  @Transform(({ value }: { value: unknown }) =>
    plainToInstance(YearsRangeDto, typeof value === 'number' ? { min: value } : value),
  )
  @ValidateNested({ message: 'must be a number of years, or an object with min and max' })
  readonly years_experience?: YearsRangeDto;

  @Words('Worked at any of them, now or before.', ['Fernhill Distribution'])
  readonly employers?: readonly string[];

  @Words('Held any of these titles, or calls themselves so.', ['Operations Manager'])
  readonly titles?: readonly string[];

  @Words('Studied at any of them.', ['Midland Polytechnic'])
  readonly schools?: readonly string[];

  @ApiPropertyOptional({ example: 'Coventry', maxLength: LONGEST_VALUE })
  @Optional()
  @IsString()
  @MaxLength(LONGEST_VALUE)
  @Matches(HAS_LETTER, { message: 'location must hold a letter or a digit' })
  readonly location?: string;

  @ApiPropertyOptional({ enum: EDUCATION_LEVELS, description: 'This level or a higher one.' })
  @Optional()
  @IsIn(EDUCATION_LEVELS)
  readonly education_level?: EducationLevel;

  @Words('All of them.', ['Spanish'])
  readonly languages?: readonly string[];

  @ApiPropertyOptional({
    type: WorkedWithDto,
    description: 'Had an employer in common with this person at the same time.',
  })
  @Optional()
  @IsObject()
  @ValidateNested()
  @Type(() => WorkedWithDto)
  readonly worked_with?: WorkedWithDto;

  static toFilters(dto: SearchFiltersDto | undefined): SearchFilters {
    const given = {
      skills: dto?.skills,
      excludedSkills: dto?.excluded_skills,
      minYears: dto?.years_experience?.min,
      maxYears: dto?.years_experience?.max,
      employers: dto?.employers,
      titles: dto?.titles,
      schools: dto?.schools,
      location: dto?.location,
      educationLevel: dto?.education_level,
      languages: dto?.languages,
      workedWith:
        dto?.worked_with === undefined
          ? undefined
          : { candidateId: dto.worked_with.candidate_id, steps: dto.worked_with.steps },
    };
    return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  }
}
