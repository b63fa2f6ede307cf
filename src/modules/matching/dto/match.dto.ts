import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
  MATCH_SOURCES,
  type MatchSource,
} from '../match.entity';
import { SOURCE_KINDS } from '../../candidates';
import type { MatchRow, Origin } from '../matches.repository';

export class StageOfMatchDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'Phone screen' })
  readonly name!: string;
}

export class OriginDto {
  @ApiProperty({ enum: SOURCE_KINDS, example: 'referral' })
  readonly kind!: string;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly referrer_id!: string | null;

  @ApiProperty({ example: 'Mira Okafor', nullable: true, type: String })
  readonly referrer_name!: string | null;

  @ApiProperty({ example: 'Job fair in May', nullable: true, type: String })
  readonly detail!: string | null;

  static from(origin: Origin | null): OriginDto | null {
    return origin === null
      ? null
      : {
          kind: origin.kind,
          referrer_id: origin.referrerId,
          referrer_name: origin.referrerName,
          detail: origin.detail,
        };
  }
}

export class MatchResponseDto {
  @ApiProperty({ format: 'uuid' })
  readonly job_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly candidate_id!: string;

  @ApiProperty({ example: 'Amara Okafor', nullable: true, type: String })
  readonly candidate_name!: string | null;

  @ApiProperty({ example: 'Senior Backend Engineer', nullable: true, type: String })
  readonly headline!: string | null;

  @ApiProperty({
    example: 'amara-okafor.pdf',
    description: 'Of the resume; with the headline it tells those apart whose name was not found.',
  })
  readonly file_name!: string;

  @ApiProperty({ example: 'Coventry, UK', nullable: true, type: String })
  readonly location!: string | null;

  @ApiProperty({
    example: 7.5,
    nullable: true,
    type: Number,
    description: 'By the dates of the positions; null when there are none.',
  })
  readonly years_of_experience!: number | null;

  @ApiProperty({
    example: 1,
    description: 'Place among all of the job’s candidates, by match score.',
  })
  readonly rank!: number;

  @ApiProperty({ example: 0.812, minimum: 0, maximum: 1 })
  readonly match_score!: number;

  @ApiProperty({ example: 0.686, minimum: 0, maximum: 1 })
  readonly similarity_score!: number;

  @ApiProperty({
    example: 1,
    minimum: 0,
    maximum: 1,
    nullable: true,
    type: Number,
    description: 'Null when the job requires no skill; then the match score is the similarity.',
  })
  readonly skill_match_score!: number | null;

  @ApiProperty({ example: ['Node.js', 'PostgreSQL'], type: [String] })
  readonly matched_skills!: readonly string[];

  @ApiProperty({ example: ['Docker'], type: [String] })
  readonly missing_skills!: readonly string[];

  @ApiProperty({ example: ['GraphQL'], type: [String] })
  readonly additional_skills!: readonly string[];

  @ApiProperty({ example: ['Node.js (5 years)', '7.5 years of experience'], type: [String] })
  readonly key_strengths!: readonly string[];

  @ApiProperty({
    example:
      'Strong match for “Backend Engineer”: 81%, weighing similarity 60% and skills 40%. The resume (“Senior Backend ' +
      'Engineer”) reads much like the job’s own text (similarity 79%), and names 5 of the 6 skills asked for: …',
  })
  readonly explanation!: string;

  @ApiProperty({ enum: APPLICATION_STATUSES })
  readonly status!: ApplicationStatus;

  @ApiProperty({
    type: StageOfMatchDto,
    nullable: true,
    description: 'One of the job’s own stages; null when the candidate is in none.',
  })
  readonly stage!: StageOfMatchDto | null;

  @ApiProperty({
    format: 'uuid',
    nullable: true,
    type: String,
    description: 'Who looks after them.',
  })
  readonly assigned_to!: string | null;

  @ApiProperty({
    type: OriginDto,
    nullable: true,
    description: 'Where the person came from.',
  })
  readonly origin!: OriginDto | null;

  @ApiProperty({ enum: MATCH_SOURCES })
  readonly source!: MatchSource;

  @ApiProperty({ example: '1' })
  readonly engine_version!: string;

  @ApiProperty({ example: 'all-MiniLM-L6-v2/int8/2' })
  readonly embedding_model!: string;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updated_at!: string;

  static from(match: MatchRow): MatchResponseDto {
    return {
      job_id: match.jobId,
      resume_id: match.resumeId,
      candidate_id: match.candidateId,
      candidate_name: match.candidateName,
      headline: match.headline,
      file_name: match.fileName,
      location: match.location,
      years_of_experience: match.yearsOfExperience,
      rank: match.rank,
      match_score: match.matchScore,
      similarity_score: match.similarityScore,
      skill_match_score: match.skillMatchScore,
      matched_skills: match.matchedSkills,
      missing_skills: match.missingSkills,
      additional_skills: match.additionalSkills,
      key_strengths: match.keyStrengths,
      explanation: match.explanation,
      status: match.status,
      stage: match.stageId === null ? null : { id: match.stageId, name: match.stageName ?? '' },
      assigned_to: match.assignedTo,
      origin: OriginDto.from(match.origin),
      source: match.source,
      engine_version: match.engineVersion,
      embedding_model: match.embeddingModel,
      created_at: match.createdAt.toISOString(),
      updated_at: match.updatedAt.toISOString(),
    };
  }
}

export class ChangeStatusDto {
  @ApiProperty({ enum: APPLICATION_STATUSES, example: 'rejected' })
  @IsIn(APPLICATION_STATUSES)
  readonly status!: ApplicationStatus;

  @ApiPropertyOptional({
    example: 'Nothing done with databases yet.',
    nullable: true,
    type: String,
  })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly reason?: string | null;

  @ApiPropertyOptional({
    format: 'uuid',
    nullable: true,
    type: String,
    example: null,
    description: 'One of the company’s, with the status rejected.',
  })
  @IsOptional()
  @IsUUID()
  readonly rejection_reason_id?: string | null;
}
