import { ApiProperty } from '@nestjs/swagger';
import type { ScoreTerm } from '../../jobs';
import type { Evidence } from '../../resumes';
import type { RankedWhatIf, Reach, SkillReason, Stability } from '../match-reasons';
import type { BestChunk } from '../reasons.repository';

export class ScoreTermDto {
  @ApiProperty({ enum: ['similarity', 'skills'] })
  readonly name!: 'similarity' | 'skills';

  @ApiProperty({ example: 0.686 })
  readonly value!: number;

  @ApiProperty({ example: 0.6, description: 'As the job had it when the score was made.' })
  readonly weight!: number;

  @ApiProperty({
    example: 0.4116,
    description: 'value × weight; all of them add up to `match_score`.',
  })
  readonly contribution!: number;

  static from({ name, value, weight, contribution }: ScoreTerm): ScoreTermDto {
    return { name, value, weight, contribution };
  }
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

  static of(resumeId: string, { start, end, text }: Evidence): MatchEvidenceDto {
    return { resume_id: resumeId, start, end, text };
  }
}

/** What one resume has of a required skill. */
export class SkillProofDto {
  @ApiProperty({ example: true })
  readonly found!: boolean;

  @ApiProperty({
    example: 0.1333,
    description: 'What it adds to `match_score`; those of all skills make the term of the skills.',
  })
  readonly contribution!: number;

  @ApiProperty({
    nullable: true,
    type: String,
    example: null,
    description: 'The skill in the resume that implies this one: React for JavaScript.',
  })
  readonly implied_by!: string | null;

  @ApiProperty({
    type: [String],
    example: [],
    description: 'Close skills that the resume has instead of a missing one. They earn no credit.',
  })
  readonly related!: readonly string[];

  @ApiProperty({ nullable: true, type: Number, example: 4.5 })
  readonly years!: number | null;

  @ApiProperty({ nullable: true, type: String, example: '2023-06' })
  readonly last_used!: string | null;

  @ApiProperty({ type: [MatchEvidenceDto] })
  readonly evidence!: readonly MatchEvidenceDto[];

  static proof(resumeId: string, skill: SkillReason): SkillProofDto {
    return {
      found: skill.isFound,
      contribution: skill.contribution,
      implied_by: skill.impliedBy,
      related: skill.related,
      years: skill.years,
      last_used: skill.lastUsed,
      evidence: skill.evidence.map((one) => MatchEvidenceDto.of(resumeId, one)),
    };
  }
}

export class SkillReasonDto extends SkillProofDto {
  @ApiProperty({ example: 'PostgreSQL' })
  readonly skill!: string;

  @ApiProperty({ example: 1 })
  readonly weight!: number;

  @ApiProperty({ example: true })
  readonly must_have!: boolean;

  static from(resumeId: string, reason: SkillReason): SkillReasonDto {
    const { skill, weight, mustHave } = reason;
    return { skill, weight, must_have: mustHave, ...SkillProofDto.proof(resumeId, reason) };
  }
}

export class BestChunkDto extends MatchEvidenceDto {
  @ApiProperty({ example: 'experience' })
  readonly section!: string;

  @ApiProperty({ example: 0.61 })
  readonly similarity_score!: number;

  static from(resumeId: string, chunk: BestChunk): BestChunkDto {
    return {
      ...MatchEvidenceDto.of(resumeId, chunk),
      section: chunk.section,
      similarity_score: chunk.similarityScore,
    };
  }
}

export class CounterfactualDto {
  @ApiProperty({ example: 'Docker' })
  readonly skill!: string;

  @ApiProperty({ example: 0.86 })
  readonly match_score!: number;

  @ApiProperty({ example: 0.05 })
  readonly gain!: number;

  @ApiProperty({ example: 7, description: 'Today.' })
  readonly rank_from!: number;

  @ApiProperty({ example: 3, description: 'Among the candidates as they are today.' })
  readonly rank_to!: number;

  static from(rankToday: number, change: RankedWhatIf): CounterfactualDto {
    return {
      skill: change.skills[0] ?? '',
      match_score: change.matchScore,
      gain: change.gain,
      rank_from: rankToday,
      rank_to: change.rank,
    };
  }
}

export class ReachDto {
  @ApiProperty({ nullable: true, type: Number, example: 3 })
  readonly target_rank!: number | null;

  @ApiProperty({ nullable: true, type: Number, example: null })
  readonly target_score!: number | null;

  @ApiProperty({ example: true, description: 'Whether the missing skills can reach it at all.' })
  readonly reachable!: boolean;

  @ApiProperty({
    type: [String],
    example: ['Docker', 'Kubernetes'],
    description:
      'The fewest missing skills that reach it; none when it is reached today, all when not even those do.',
  })
  readonly skills!: readonly string[];

  @ApiProperty({ example: 0.91, description: 'With these skills.' })
  readonly match_score!: number;

  @ApiProperty({ example: 0.1 })
  readonly gain!: number;

  @ApiProperty({ example: 7 })
  readonly rank_from!: number;

  @ApiProperty({ example: 2 })
  readonly rank_to!: number;

  static from(rankToday: number, reach: Reach): ReachDto {
    const { target } = reach;
    return {
      target_rank: target.kind === 'rank' ? target.rank : null,
      target_score: target.kind === 'score' ? target.matchScore : null,
      reachable: reach.isReachable,
      skills: reach.skills,
      match_score: reach.matchScore,
      gain: reach.gain,
      rank_from: rankToday,
      rank_to: reach.rank,
    };
  }
}

export class StabilityDto {
  @ApiProperty({ example: '2', description: 'The version of the rules that made the score.' })
  readonly engine_version!: string;

  @ApiProperty({ example: '2' })
  readonly current_engine_version!: string;

  @ApiProperty({ example: 'all-MiniLM-L6-v2/int8/2' })
  readonly embedding_model!: string;

  @ApiProperty({ example: 1, description: 'The job’s version that was scored.' })
  readonly job_version!: number;

  @ApiProperty({ example: 1 })
  readonly current_job_version!: number;

  @ApiProperty({
    example: true,
    description:
      'Scored by the rules, the model and the job of today: the same inputs give the same score. False while ' +
      'a change of the job is being worked through, or after an upgrade until the job is ranked again.',
  })
  readonly is_current!: boolean;

  static from(stability: Stability): StabilityDto {
    return {
      engine_version: stability.engineVersion,
      current_engine_version: stability.currentEngineVersion,
      embedding_model: stability.embeddingModel,
      job_version: stability.jobVersion,
      current_job_version: stability.currentJobVersion,
      is_current: stability.isCurrent,
    };
  }
}
