import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { PageQueryDto } from '../../../common/http';
import {
  EXTRACTION_FLAG_CODES,
  EXTRACTION_METHODS,
  type ExtractionFlag,
  type ExtractionFlagCode,
  type ExtractionMethod,
} from '../domain/document/document';
import { EXTRACTION_STATES, type Extraction, type ExtractionState } from '../resume.entity';
import type { ResumeRow } from '../resumes.repository';
import { ProfileDto, SkillDto } from './profile.dto';

export class ExtractionFlagDto implements ExtractionFlag {
  @ApiProperty({ enum: EXTRACTION_FLAG_CODES })
  readonly code!: ExtractionFlagCode;

  @ApiProperty({ example: 'The text stands in two columns.' })
  readonly message!: string;

  @ApiProperty({ type: Number, nullable: true })
  readonly amount!: number | null;
}

export class ExtractionDto implements Extraction {
  @ApiProperty({ enum: EXTRACTION_STATES })
  readonly state!: ExtractionState;

  @ApiProperty({ enum: EXTRACTION_METHODS, nullable: true })
  readonly method!: ExtractionMethod | null;

  @ApiProperty({ example: 0.93, minimum: 0, maximum: 1 })
  readonly quality!: number;

  @ApiProperty({
    type: [String],
    example: ['two columns'],
    description: 'What lowered the quality.',
  })
  readonly quality_reasons!: readonly string[];

  @ApiProperty({ type: [ExtractionFlagDto] })
  readonly flags!: readonly ExtractionFlagDto[];

  @ApiProperty({ example: 2 })
  readonly page_count!: number;
}

export class ResumeResponseDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly candidate_id!: string;

  @ApiProperty({ example: 'Amara Okafor', nullable: true, type: String })
  readonly candidate_name!: string | null;

  @ApiProperty({ example: 'amara@example.com', nullable: true, type: String })
  readonly email!: string | null;

  @ApiProperty({ example: '+12025550143', nullable: true, type: String })
  readonly phone!: string | null;

  @ApiProperty({ example: 'amara-okafor.pdf' })
  readonly file_name!: string;

  @ApiProperty({ example: 'application/pdf' })
  readonly mime_type!: string;

  @ApiProperty({ example: 48213 })
  readonly size_bytes!: number;

  @ApiProperty({ description: 'SHA-256 of the file.' })
  readonly content_hash!: string;

  @ApiProperty({ type: [SkillDto] })
  readonly extracted_skills!: readonly SkillDto[];

  @ApiProperty({ example: 7.5, nullable: true, type: Number })
  readonly years_of_experience!: number | null;

  @ApiProperty({ type: ProfileDto })
  readonly profile!: ProfileDto;

  @ApiProperty({ type: ExtractionDto })
  readonly extraction!: ExtractionDto;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  static from(resume: ResumeRow): ResumeResponseDto {
    return {
      id: resume.id,
      candidate_id: resume.candidateId,
      candidate_name: resume.candidateName,
      email: resume.email,
      phone: resume.phone,
      file_name: resume.fileName,
      mime_type: resume.mimeType,
      size_bytes: resume.sizeBytes,
      content_hash: resume.contentHash,
      extracted_skills: resume.profile.skills,
      years_of_experience: resume.yearsOfExperience,
      profile: resume.profile,
      extraction: resume.extraction,
      created_at: resume.createdAt.toISOString(),
    };
  }
}

export class ResumeDetailDto extends ResumeResponseDto {
  @ApiProperty({ description: 'The visible text in reading order; every span points into it.' })
  readonly content!: string;
}

export class ListResumesQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly candidate_id?: string;
}
