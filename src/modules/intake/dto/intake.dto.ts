import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsUUID } from 'class-validator';
import { MatchResponseDto } from '../../matching';
import { ResumeResponseDto } from '../../resumes';
import type { IntakeResult } from '../intake.service';

/** The text fields of the multipart form. */
export class UploadResumeDto {
  @ApiPropertyOptional({ format: 'uuid', description: 'Match this job only; else all open jobs.' })
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @IsOptional()
  @IsUUID()
  readonly job_id?: string;
}

/** The whole form, for the documentation. */
export class UploadResumeFormDto extends UploadResumeDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'PDF, DOCX or text.' })
  readonly file!: unknown;
}

export class UploadResponseDto {
  @ApiProperty({ type: ResumeResponseDto })
  readonly resume!: ResumeResponseDto;

  @ApiProperty({
    type: MatchResponseDto,
    nullable: true,
    description: 'For the job given; without one, the best of the open jobs.',
  })
  readonly match!: MatchResponseDto | null;

  @ApiProperty({ type: [MatchResponseDto], description: 'Best first.' })
  readonly matches!: readonly MatchResponseDto[];

  @ApiProperty({
    example: false,
    description: 'The same file was here before; nothing was stored.',
  })
  readonly duplicate!: boolean;

  static from(result: IntakeResult): UploadResponseDto {
    const matches = result.matches.map((match) => MatchResponseDto.from(match));
    return {
      resume: ResumeResponseDto.from(result.resume),
      match: matches[0] ?? null,
      matches,
      duplicate: result.isDuplicate,
    };
  }
}
