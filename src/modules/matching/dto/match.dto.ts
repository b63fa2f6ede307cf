import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
  MATCH_SOURCES,
  type MatchSource,
} from '../match.entity';
import type { MatchRow } from '../matches.repository';

export class MatchResponseDto {
  @ApiProperty({ format: 'uuid' })
  readonly job_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly candidate_id!: string;

  @ApiProperty({ example: 'Amara Okafor', nullable: true, type: String })
  readonly candidate_name!: string | null;

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
      source: match.source,
      engine_version: match.engineVersion,
      embedding_model: match.embeddingModel,
      created_at: match.createdAt.toISOString(),
      updated_at: match.updatedAt.toISOString(),
    };
  }
}

export class ChangeStatusDto {
  @ApiProperty({ enum: APPLICATION_STATUSES, example: 'shortlisted' })
  @IsIn(APPLICATION_STATUSES)
  readonly status!: ApplicationStatus;

  @ApiPropertyOptional({ example: 'Ran the same migration before.', nullable: true, type: String })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly reason?: string | null;
}
