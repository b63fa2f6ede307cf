import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsNumber, IsOptional, Max, Min } from 'class-validator';
import { ValidationFailedError } from '../../../common/errors';
import type { ReachTarget } from '../domain/reach';
import type { MatchWithReasons } from '../match-reasons';
import { APPLICATION_STATUSES, type ApplicationStatus } from '../match.entity';
import type { StatusChangeRow } from '../reasons.repository';
import { MatchResponseDto } from './match.dto';
import {
  BestChunkDto,
  CounterfactualDto,
  ReachDto,
  ScoreTermDto,
  SkillReasonDto,
  StabilityDto,
} from './reasons.dto';

const MOST_RANK = 1_000_000;

export class GetMatchQueryDto {
  @ApiPropertyOptional({
    minimum: 1,
    maximum: MOST_RANK,
    description: 'Adds `reach`: the fewest missing skills with which the candidate has this rank.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_RANK)
  readonly reach_rank?: number;

  @ApiPropertyOptional({
    minimum: 0,
    maximum: 1,
    description: 'The same for a match score. Give one of the two.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsNumber()
  @Min(0)
  @Max(1)
  readonly reach_score?: number;

  /** @throws ValidationFailedError when both are given. */
  target(): ReachTarget | null {
    if (this.reach_rank !== undefined && this.reach_score !== undefined) {
      const message = 'cannot be combined with reach_rank';
      throw new ValidationFailedError([{ field: 'reach_score', message }]);
    }
    if (this.reach_rank !== undefined) {
      return { kind: 'rank', rank: this.reach_rank };
    }
    return this.reach_score === undefined ? null : { kind: 'score', matchScore: this.reach_score };
  }
}

export class StatusChangeDto {
  @ApiProperty({ enum: APPLICATION_STATUSES })
  readonly from_status!: ApplicationStatus;

  @ApiProperty({ enum: APPLICATION_STATUSES })
  readonly to_status!: ApplicationStatus;

  @ApiProperty({ nullable: true, type: String })
  readonly reason!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly changed_by!: string | null;

  @ApiProperty({ example: 0.812, description: 'The match score at that moment.' })
  readonly match_score!: number;

  @ApiProperty({ example: 2, nullable: true, type: Number, description: 'At that moment.' })
  readonly rank!: number | null;

  @ApiProperty({ example: 40, nullable: true, type: Number, description: 'Ranked at that moment.' })
  readonly candidates!: number | null;

  @ApiProperty({ example: '2' })
  readonly engine_version!: string;

  @ApiProperty({ format: 'date-time' })
  readonly changed_at!: string;

  static from(change: StatusChangeRow): StatusChangeDto {
    return {
      from_status: change.fromStatus,
      to_status: change.toStatus,
      reason: change.reason,
      changed_by: change.changedBy,
      match_score: change.matchScore,
      rank: change.rank,
      candidates: change.candidates,
      engine_version: change.engineVersion,
      changed_at: change.createdAt.toISOString(),
    };
  }
}

/** A candidate of a job with everything that a person needs to check the score. */
export class MatchDetailDto extends MatchResponseDto {
  @ApiProperty({ type: [ScoreTermDto], description: 'The score taken apart.' })
  readonly terms!: readonly ScoreTermDto[];

  @ApiProperty({ type: [SkillReasonDto], description: 'Every required skill.' })
  readonly skills!: readonly SkillReasonDto[];

  @ApiProperty({ type: [String], description: 'Must-have skills that were not found.' })
  readonly unmet_must_haves!: readonly string[];

  @ApiProperty({ type: [BestChunkDto], description: 'The parts of the resume closest to the job.' })
  readonly best_chunks!: readonly BestChunkDto[];

  @ApiProperty({
    type: [CounterfactualDto],
    description: 'What each missing skill alone would change, largest gain first.',
  })
  readonly counterfactuals!: readonly CounterfactualDto[];

  @ApiProperty({
    type: ReachDto,
    nullable: true,
    description: 'With `?reach_rank=` or `?reach_score=`, else null.',
  })
  readonly reach!: ReachDto | null;

  @ApiProperty({ type: StabilityDto })
  readonly stability!: StabilityDto;

  @ApiProperty({ type: [StatusChangeDto], description: 'Decisions, each with its moment’s score.' })
  readonly status_history!: readonly StatusChangeDto[];

  static fromReasons(reasons: MatchWithReasons): MatchDetailDto {
    const { match, reach } = reasons;
    const { resumeId, rank } = match;
    return {
      ...MatchResponseDto.from(match),
      terms: reasons.terms.map((term) => ScoreTermDto.from(term)),
      skills: reasons.skills.map((skill) => SkillReasonDto.from(resumeId, skill)),
      unmet_must_haves: reasons.skills
        .filter((skill) => skill.mustHave && !skill.isFound)
        .map((skill) => skill.skill),
      best_chunks: reasons.bestChunks.map((chunk) => BestChunkDto.from(resumeId, chunk)),
      counterfactuals: reasons.counterfactuals.map((one) => CounterfactualDto.from(rank, one)),
      reach: reach === null ? null : ReachDto.from(rank, reach),
      stability: StabilityDto.from(reasons.stability),
      status_history: reasons.history.map((change) => StatusChangeDto.from(change)),
    };
  }
}
