import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  IsEmail,
  IsNotEmpty,
  IsOptional,
  IsPhoneNumber,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { PageQueryDto } from '../../../common/http';
import type { CandidateEntity } from '../candidate.entity';
import type { CandidateMerge } from '../merges.repository';
import { type CandidateSource, SOURCE_KINDS, type SourceKind } from '../sources/candidate-sources';

export class CandidateLinkDto {
  @ApiProperty({ example: 'https://github.com/example' })
  readonly url!: string;

  @ApiProperty({ example: 'github' })
  readonly kind!: string;
}

export class CandidateSourceDto {
  @ApiProperty({ enum: SOURCE_KINDS, example: 'referral' })
  readonly kind!: SourceKind;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly resume_id!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String, description: 'What it was for.' })
  readonly job_id!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly referrer_id!: string | null;

  @ApiProperty({ example: 'Mira Okafor', nullable: true, type: String })
  readonly referrer_name!: string | null;

  @ApiProperty({ example: 'Job fair in May', nullable: true, type: String })
  readonly detail!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  static from(source: CandidateSource): CandidateSourceDto {
    return {
      kind: source.kind,
      resume_id: source.resumeId,
      job_id: source.jobId,
      referrer_id: source.referrerId,
      referrer_name: source.referrerName,
      detail: source.detail,
      created_at: source.createdAt.toISOString(),
    };
  }
}

export class CandidateResponseDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'Amara Okafor', nullable: true, type: String })
  readonly full_name!: string | null;

  @ApiProperty({ example: 'amara@example.com', nullable: true, type: String })
  readonly email!: string | null;

  @ApiProperty({ example: '+12025550143', nullable: true, type: String })
  readonly phone!: string | null;

  @ApiProperty({ example: 'Lisbon, Portugal', nullable: true, type: String })
  readonly location!: string | null;

  @ApiProperty({ type: [CandidateLinkDto] })
  readonly links!: readonly CandidateLinkDto[];

  @ApiProperty({ type: [CandidateSourceDto], description: 'How they came in, first way first.' })
  readonly sources!: readonly CandidateSourceDto[];

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  static from(
    candidate: CandidateEntity,
    sources: readonly CandidateSource[] = [],
  ): CandidateResponseDto {
    return {
      id: candidate.id,
      full_name: candidate.fullName,
      email: candidate.email,
      phone: candidate.phone,
      location: candidate.location,
      links: candidate.links.map(({ url, kind }) => ({ url, kind })),
      sources: sources.map((source) => CandidateSourceDto.from(source)),
      created_at: candidate.createdAt.toISOString(),
    };
  }
}

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);

/** Every field is optional; null clears it. */
export class UpdateCandidateDto {
  @ApiPropertyOptional({ example: 'Amara Okafor', nullable: true, type: String })
  @IsOptional()
  @trimmed
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly full_name?: string | null;

  @ApiPropertyOptional({ example: 'amara@example.com', nullable: true, type: String })
  @IsOptional()
  @trimmed
  @IsEmail()
  @MaxLength(254)
  readonly email?: string | null;

  @ApiPropertyOptional({
    example: '+12025550143',
    nullable: true,
    type: String,
    description: 'E.164.',
  })
  @IsOptional()
  @trimmed
  @IsPhoneNumber()
  readonly phone?: string | null;

  @ApiPropertyOptional({ example: 'Lisbon, Portugal', nullable: true, type: String })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(200)
  readonly location?: string | null;
}

export class ListPeopleQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Only people who have this tag.' })
  @IsOptional()
  @IsUUID()
  readonly tag_id?: string;
}

export class MergeCandidatesDto {
  @ApiProperty({ format: 'uuid', description: 'The person who is the same; they are merged away.' })
  @IsUUID()
  readonly candidate_id!: string;
}

export class CandidateMergeDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly kept_candidate_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly merged_candidate_id!: string;

  @ApiProperty({ type: [String], format: 'uuid', description: 'The resumes that changed hands.' })
  readonly resume_ids!: readonly string[];

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly merged_by!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  readonly undone_at!: string | null;

  static from(merge: CandidateMerge): CandidateMergeDto {
    return {
      id: merge.id,
      kept_candidate_id: merge.keptId,
      merged_candidate_id: merge.mergedId,
      resume_ids: merge.resumeIds,
      merged_by: merge.mergedBy,
      created_at: merge.createdAt.toISOString(),
      undone_at: merge.undoneAt?.toISOString() ?? null,
    };
  }
}
