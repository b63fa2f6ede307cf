import { ApiProperty } from '@nestjs/swagger';
import type { MatchWithReasons } from '../match-reasons';
import { APPLICATION_STATUSES, type ApplicationStatus } from '../match.entity';
import { MatchResponseDto } from './match.dto';

export class ScoreTermDto {
  @ApiProperty({ enum: ['similarity', 'skills'] })
  readonly name!: 'similarity' | 'skills';

  @ApiProperty({ example: 0.686 })
  readonly value!: number;

  @ApiProperty({ example: 0.6 })
  readonly weight!: number;

  @ApiProperty({
    example: 0.4116,
    description: 'value × weight; all of them add up to `match_score`.',
  })
  readonly contribution!: number;
}

export class MatchEvidenceDto {
  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;

  @ApiProperty({ example: 310, description: 'Offset into the resume’s `content`.' })
  readonly start!: number;

  @ApiProperty({ example: 320 })
  readonly end!: number;

  @ApiProperty({ example: 'PostgreSQL', description: 'Exactly `content` from start to end.' })
  readonly text!: string;
}

export class SkillReasonDto {
  @ApiProperty({ example: 'PostgreSQL' })
  readonly skill!: string;

  @ApiProperty({ example: 1 })
  readonly weight!: number;

  @ApiProperty({ example: true })
  readonly must_have!: boolean;

  @ApiProperty({ example: true })
  readonly found!: boolean;

  @ApiProperty({
    nullable: true,
    type: String,
    example: null,
    description: 'The skill in the resume that implies this one.',
  })
  readonly implied_by!: string | null;

  @ApiProperty({ nullable: true, type: Number, example: 4.5 })
  readonly years!: number | null;

  @ApiProperty({ nullable: true, type: String, example: '2023-06' })
  readonly last_used!: string | null;

  @ApiProperty({ type: [MatchEvidenceDto] })
  readonly evidence!: readonly MatchEvidenceDto[];
}

export class BestChunkDto extends MatchEvidenceDto {
  @ApiProperty({ example: 'experience' })
  readonly section!: string;

  @ApiProperty({ example: 0.61 })
  readonly similarity_score!: number;
}

export class CounterfactualDto {
  @ApiProperty({ example: 'Docker' })
  readonly skill!: string;

  @ApiProperty({ example: 0.86 })
  readonly match_score!: number;

  @ApiProperty({ example: 0.05 })
  readonly gain!: number;

  @ApiProperty({ example: 3, description: 'Rank among the candidates as they are today.' })
  readonly rank!: number;
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

  @ApiProperty({ format: 'date-time' })
  readonly changed_at!: string;
}

/** A candidate of a job with everything that a person needs to check the score. */
export class MatchDetailDto extends MatchResponseDto {
  @ApiProperty({ type: [ScoreTermDto] })
  readonly terms!: readonly ScoreTermDto[];

  @ApiProperty({ type: [SkillReasonDto], description: 'Every required skill.' })
  readonly skills!: readonly SkillReasonDto[];

  @ApiProperty({ type: [String], description: 'Must-have skills that were not found.' })
  readonly unmet_must_haves!: readonly string[];

  @ApiProperty({ type: [BestChunkDto], description: 'The parts of the resume closest to the job.' })
  readonly best_chunks!: readonly BestChunkDto[];

  @ApiProperty({ type: [CounterfactualDto], description: 'What each missing skill would change.' })
  readonly counterfactuals!: readonly CounterfactualDto[];

  @ApiProperty({ type: [StatusChangeDto] })
  readonly status_history!: readonly StatusChangeDto[];

  static fromReasons(reasons: MatchWithReasons): MatchDetailDto {
    const { match } = reasons;
    const resumeId = match.resumeId;
    return {
      ...MatchResponseDto.from(match),
      terms: reasons.terms.map(({ name, value, weight, contribution }) => ({
        name,
        value,
        weight,
        contribution,
      })),
      skills: reasons.skills.map((skill) => ({
        skill: skill.skill,
        weight: skill.weight,
        must_have: skill.mustHave,
        found: skill.isFound,
        implied_by: skill.impliedBy,
        years: skill.years,
        last_used: skill.lastUsed,
        evidence: skill.evidence.map(({ start, end, text }) => ({
          resume_id: resumeId,
          start,
          end,
          text,
        })),
      })),
      unmet_must_haves: reasons.skills
        .filter((skill) => skill.mustHave && !skill.isFound)
        .map((skill) => skill.skill),
      best_chunks: reasons.bestChunks.map((chunk) => ({
        resume_id: resumeId,
        start: chunk.start,
        end: chunk.end,
        text: chunk.text,
        section: chunk.section,
        similarity_score: chunk.similarityScore,
      })),
      counterfactuals: reasons.counterfactuals.map((change) => ({
        skill: change.skill,
        match_score: change.matchScore,
        gain: change.gain,
        rank: change.rank,
      })),
      status_history: reasons.history.map((change) => ({
        from_status: change.fromStatus,
        to_status: change.toStatus,
        reason: change.reason,
        changed_by: change.changedBy,
        match_score: change.matchScore,
        changed_at: change.createdAt.toISOString(),
      })),
    };
  }
}
