import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
  IsObject,
} from 'class-validator';
import { Omittable } from '../../../common/http';
import {
  RATINGS,
  type Rating,
  type RatingCounts,
  type ScorecardSummary,
} from '../domain/scorecard';
import type { ScorecardAttribute } from '../scorecards/attributes.repository';
import type { AttributeFields } from '../scorecards/attributes.service';
import type { Scorecard } from '../scorecards/scorecards.repository';
import type { PanelView, ScorecardDraft } from '../scorecards/scorecards.service';

const LONGEST_NAME = 120;
const LONGEST_TEXT = 5000;
const LONGEST_NOTE = 2000;
const MOST_RATINGS = 50;

abstract class AttributeFieldsDto {
  @ApiPropertyOptional({
    example: 'Has led people through a busy season and can say how.',
    nullable: true,
    type: String,
    maxLength: LONGEST_NOTE,
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NOTE)
  readonly description?: string | null;

  @ApiPropertyOptional({ example: 0, minimum: 0, maximum: 1000, description: 'Last if left out.' })
  @Omittable()
  @IsInt()
  @Min(0)
  @Max(1000)
  readonly position?: number;
}

export class UpdateAttributeDto extends AttributeFieldsDto {
  @ApiPropertyOptional({ example: 'Leading a shift', maxLength: LONGEST_NAME })
  @Omittable()
  @IsString()
  @Matches(/\S/, { message: 'name must not be empty' })
  @MaxLength(LONGEST_NAME)
  readonly name?: string;

  changes(): Partial<AttributeFields> {
    const changes = {
      name: this.name?.trim(),
      description: this.description,
      position: this.position,
    };
    return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  }
}

export class CreateAttributeDto extends AttributeFieldsDto {
  @ApiProperty({ example: 'Safety at work', maxLength: LONGEST_NAME })
  @IsString()
  @Matches(/\S/, { message: 'name must not be empty' })
  @MaxLength(LONGEST_NAME)
  readonly name!: string;

  fields(): AttributeFields {
    const { name, description = null, position = null } = this;
    return { name: name.trim(), description, position };
  }
}

export class AttributeDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'Safety at work' })
  readonly name!: string;

  @ApiProperty({ nullable: true, type: String })
  readonly description!: string | null;

  @ApiProperty({ example: 0 })
  readonly position!: number;

  static from({ id, name, description, position }: ScorecardAttribute): AttributeDto {
    return { id, name, description, position };
  }
}

export class SaveRatingDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly attribute_id!: string;

  @ApiProperty({ enum: RATINGS, example: 'yes' })
  @IsIn(RATINGS)
  readonly rating!: Rating;

  @ApiPropertyOptional({
    example: 'Told how they halved accidents.',
    nullable: true,
    type: String,
    maxLength: LONGEST_NOTE,
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_NOTE)
  readonly note?: string | null;
}

export class SaveScorecardDto {
  @ApiPropertyOptional({ enum: RATINGS, example: 'yes', nullable: true, type: String })
  @IsOptional()
  @IsIn(RATINGS)
  readonly overall_rating?: Rating | null;

  @ApiProperty({ type: [SaveRatingDto], description: 'Each attribute at most once.' })
  @IsDefined()
  @IsArray()
  @ArrayMaxSize(MOST_RATINGS)
  @ArrayUnique(({ attribute_id: id }: { attribute_id?: unknown }) =>
    typeof id === 'string' ? id.toLowerCase() : id,
  )
  // Without it an empty list would pass as a rating.
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SaveRatingDto)
  readonly ratings!: readonly SaveRatingDto[];

  @ApiPropertyOptional({
    example: 'Calm, precise, has done this before.',
    nullable: true,
    type: String,
    maxLength: LONGEST_TEXT,
  })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  readonly summary?: string | null;

  draft(): ScorecardDraft {
    return {
      overallRating: this.overall_rating ?? null,
      ratings: this.ratings.map(({ attribute_id: id, rating, note }) => ({
        attributeId: id.toLowerCase(),
        rating,
        note: note ?? null,
      })),
      summary: this.summary ?? null,
    };
  }
}

class AttributeRatingDto {
  @ApiProperty({ format: 'uuid' })
  readonly attribute_id!: string;

  @ApiProperty({ example: 'Safety at work' })
  readonly name!: string;

  @ApiProperty({ enum: RATINGS })
  readonly rating!: Rating;

  @ApiProperty({ nullable: true, type: String })
  readonly note!: string | null;
}

export class ScorecardDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly interview_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly author_id!: string;

  @ApiProperty({ example: 'Theo Lindqvist' })
  readonly author_name!: string;

  @ApiProperty({ enum: RATINGS, nullable: true, type: String })
  readonly overall_rating!: Rating | null;

  @ApiProperty({ type: [AttributeRatingDto] })
  readonly ratings!: readonly AttributeRatingDto[];

  @ApiProperty({ nullable: true, type: String })
  readonly summary!: string | null;

  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Null while it is a draft.',
  })
  readonly submitted_at!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updated_at!: string;

  static from(card: Scorecard): ScorecardDto {
    return {
      id: card.id,
      interview_id: card.interviewId,
      author_id: card.authorId,
      author_name: card.authorName,
      overall_rating: card.overallRating,
      ratings: card.ratings.map(({ attributeId, name, rating, note }) => ({
        attribute_id: attributeId,
        name,
        rating,
        note,
      })),
      summary: card.summary,
      submitted_at: card.submittedAt === null ? null : card.submittedAt.toISOString(),
      created_at: card.createdAt.toISOString(),
      updated_at: card.updatedAt.toISOString(),
    };
  }
}

class RatingCountsDto implements Readonly<Record<Rating, number>> {
  @ApiProperty({ example: 0 })
  readonly definitely_not!: number;

  @ApiProperty({ example: 0 })
  readonly no!: number;

  @ApiProperty({ example: 1 })
  readonly mixed!: number;

  @ApiProperty({ example: 2 })
  readonly yes!: number;

  @ApiProperty({ example: 0 })
  readonly strong_yes!: number;

  static from(counts: RatingCounts): RatingCountsDto {
    const { definitely_not, no, mixed, yes, strong_yes } = counts;
    return { definitely_not, no, mixed, yes, strong_yes };
  }
}

class AttributeSummaryDto {
  @ApiProperty({ format: 'uuid' })
  readonly attribute_id!: string;

  @ApiProperty({ example: 'Safety at work' })
  readonly name!: string;

  @ApiProperty({ example: 3 })
  readonly count!: number;

  @ApiProperty({ type: RatingCountsDto })
  readonly ratings!: RatingCountsDto;
}

class ScorecardSummaryDto {
  @ApiProperty({ example: 3 })
  readonly count!: number;

  @ApiProperty({ type: RatingCountsDto })
  readonly overall!: RatingCountsDto;

  @ApiProperty({ type: [AttributeSummaryDto] })
  readonly attributes!: readonly AttributeSummaryDto[];

  static from({ count, overall, attributes }: ScorecardSummary): ScorecardSummaryDto {
    return {
      count,
      overall: RatingCountsDto.from(overall),
      attributes: attributes.map((one) => ({
        attribute_id: one.attributeId,
        name: one.name,
        count: one.count,
        ratings: RatingCountsDto.from(one.ratings),
      })),
    };
  }
}

class MissingScorecardDto {
  @ApiProperty({ format: 'uuid' })
  readonly interview_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly user_id!: string;

  @ApiProperty({ example: 'Theo Lindqvist' })
  readonly full_name!: string;
}

export class PanelViewDto {
  @ApiProperty({ type: [ScorecardDto], description: 'Submitted ones, the oldest first.' })
  readonly scorecards!: readonly ScorecardDto[];

  @ApiProperty({ type: ScorecardSummaryDto, nullable: true, description: 'Null when `withheld`.' })
  readonly summary!: ScorecardSummaryDto | null;

  @ApiProperty({
    description:
      'You take part and have not submitted your own scorecard yet: until then you see nobody else’s.',
  })
  readonly withheld!: boolean;

  @ApiProperty({ type: [MissingScorecardDto], description: 'Who has not submitted theirs yet.' })
  readonly missing!: readonly MissingScorecardDto[];

  static from({ scorecards, summary, isWithheld, missing }: PanelView): PanelViewDto {
    return {
      scorecards: scorecards.map((card) => ScorecardDto.from(card)),
      summary: summary === null ? null : ScorecardSummaryDto.from(summary),
      withheld: isWithheld,
      missing: missing.map(({ interviewId, userId, fullName }) => ({
        interview_id: interviewId,
        user_id: userId,
        full_name: fullName,
      })),
    };
  }
}
