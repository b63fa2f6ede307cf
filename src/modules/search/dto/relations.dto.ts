import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNumber, IsUUID, Max, Min } from 'class-validator';
import { PageQueryDto } from '../../../common/http';
import type { ConnectionRow } from '../connections.repository';
import { FIT_SORTS, type FitSort } from '../domain/job-fit';
import type { CandidateFit, JobFit, FitRequest } from '../job-search.service';
import { SEARCH_LISTS, type SearchNotice } from '../search-result';
import { MOST_RESULTS } from '../search.service';
import { RankInListDto, SearchNoticeDto, SearchResultDto } from './search.dto';
import { Optional } from './optional';

const DEFAULT_LIMIT = 20;

export class FitSearchDto {
  @ApiPropertyOptional({
    minimum: 1,
    maximum: MOST_RESULTS,
    default: DEFAULT_LIMIT,
    example: DEFAULT_LIMIT,
  })
  @Optional(DEFAULT_LIMIT)
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_RESULTS)
  readonly limit: number = DEFAULT_LIMIT;

  @ApiPropertyOptional({
    minimum: 0,
    maximum: 1,
    default: 0,
    example: 0,
    description: 'The least similarity.',
  })
  @Optional(0)
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly similarity_threshold: number = 0;

  @ApiPropertyOptional({ enum: FIT_SORTS, default: 'relevance' })
  @Optional('relevance')
  @IsIn(FIT_SORTS)
  readonly sort: FitSort = 'relevance';

  static requestOf({ limit, similarity_threshold: threshold, sort }: FitSearchDto): FitRequest {
    return { limit, threshold, sort };
  }
}

export class CandidatesForJobDto extends FitSearchDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly job_id!: string;
}

export class JobsForCandidateDto extends FitSearchDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly candidate_id!: string;
}

export class SimilarQueryDto {
  @ApiPropertyOptional({
    minimum: 1,
    maximum: MOST_RESULTS,
    default: DEFAULT_LIMIT,
    example: DEFAULT_LIMIT,
  })
  @Optional(DEFAULT_LIMIT)
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_RESULTS)
  readonly limit: number = DEFAULT_LIMIT;
}

export class CandidateFitDto extends SearchResultDto {
  @ApiProperty({ example: 0.5, minimum: 0, maximum: 1, nullable: true, type: Number })
  readonly skill_match_score!: number | null;

  @ApiProperty({ example: 0.71, minimum: 0, maximum: 1 })
  readonly match_score!: number;

  static ofFit({ result, skillMatchScore, matchScore }: CandidateFit): CandidateFitDto {
    return {
      ...SearchResultDto.from(result),
      skill_match_score: skillMatchScore,
      match_score: matchScore,
    };
  }
}

export class CandidatesForJobAnswerDto {
  @ApiProperty({ format: 'uuid', description: 'The job’s id.' })
  readonly query!: string;

  @ApiProperty({ type: [CandidateFitDto] })
  readonly results!: readonly CandidateFitDto[];

  @ApiProperty({ example: 1 })
  readonly count!: number;

  @ApiProperty({ type: [SearchNoticeDto] })
  readonly notices!: readonly SearchNotice[];
}

export class JobFitDto {
  @ApiProperty({ format: 'uuid' })
  readonly job_id!: string;

  @ApiProperty({ example: 'Backend Engineer' })
  readonly title!: string;

  @ApiProperty({ example: 'Acme' })
  readonly company!: string;

  @ApiProperty({ example: 'Leeds', nullable: true, type: String })
  readonly location!: string | null;

  @ApiProperty({ format: 'uuid', description: 'The best of the person’s resumes for this job.' })
  readonly resume_id!: string;

  @ApiProperty({ example: 0.9, minimum: 0, maximum: 1, description: 'Sorts the results.' })
  readonly score!: number;

  @ApiProperty({ example: 0.62, minimum: 0, maximum: 1 })
  readonly similarity_score!: number;

  @ApiProperty({ example: 0.5, minimum: 0, maximum: 1, nullable: true, type: Number })
  readonly skill_match_score!: number | null;

  @ApiProperty({ example: 0.57, minimum: 0, maximum: 1 })
  readonly match_score!: number;

  @ApiProperty({ type: [String], example: ['SAP'] })
  readonly matched_skills!: readonly string[];

  @ApiProperty({ type: [RankInListDto] })
  readonly ranks!: readonly RankInListDto[];

  @ApiProperty({
    example:
      'Has the skill SAP. Similar in meaning by 0.62. Place 1 by skills and 2 by similarity.',
    description: 'Why it is among the results, in words.',
  })
  readonly explanation!: string;

  static from(fit: JobFit): JobFitDto {
    return {
      job_id: fit.job.jobId,
      title: fit.job.title,
      company: fit.job.company,
      location: fit.job.location,
      resume_id: fit.resumeId,
      score: fit.score,
      similarity_score: fit.similarityScore,
      skill_match_score: fit.skillMatchScore,
      match_score: fit.matchScore,
      matched_skills: fit.matchedSkills,
      ranks: SEARCH_LISTS.flatMap((list) => {
        const rank = fit.ranks[list];
        return rank === undefined ? [] : [{ list, rank }];
      }),
      explanation: fit.explanation,
    };
  }
}

export class JobsForCandidateAnswerDto {
  @ApiProperty({ format: 'uuid', description: 'The candidate’s id.' })
  readonly query!: string;

  @ApiProperty({ type: [JobFitDto] })
  readonly results!: readonly JobFitDto[];

  @ApiProperty({ example: 1 })
  readonly count!: number;

  @ApiProperty({ type: [SearchNoticeDto] })
  readonly notices!: readonly SearchNotice[];
}

export class ConnectionsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({
    minimum: 1,
    maximum: 2,
    default: 1,
    description: '2 adds those who worked with somebody who worked with them.',
  })
  @Optional(1)
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(2)
  readonly steps: number = 1;
}

export class SharedTimeDto {
  @ApiProperty({ example: 'Fernhill Distribution' })
  readonly employer!: string;

  @ApiProperty({ example: '2020-03-01', description: 'First day together.' })
  readonly from!: string;

  @ApiProperty({ example: '2021-06-30', nullable: true, type: String })
  readonly to!: string | null;

  @ApiProperty({ example: 'Shift Supervisor', nullable: true, type: String })
  readonly own_title!: string | null;

  @ApiProperty({ example: 'Warehouse Operative', nullable: true, type: String })
  readonly their_title!: string | null;
}

export class ConnectionDto {
  @ApiProperty({ format: 'uuid' })
  readonly candidate_id!: string;

  @ApiProperty({ example: 'Amara Okafor', nullable: true, type: String })
  readonly candidate_name!: string | null;

  @ApiProperty({ example: 1 })
  readonly steps!: number;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly via_candidate_id!: string | null;

  @ApiProperty({ example: null, nullable: true, type: String })
  readonly via_candidate_name!: string | null;

  @ApiProperty({
    type: [SharedTimeDto],
    description:
      'The time with the person, or with the one in between, whose title is `own_title`.',
  })
  readonly shared!: readonly SharedTimeDto[];

  @ApiProperty({ example: 486, description: 'Days together, an open end counted until today.' })
  readonly days!: number;

  static from(row: ConnectionRow): ConnectionDto {
    return {
      candidate_id: row.candidateId,
      candidate_name: row.candidateName,
      steps: row.steps,
      via_candidate_id: row.viaCandidateId,
      via_candidate_name: row.viaCandidateName,
      shared: row.shared,
      days: row.days,
    };
  }
}
