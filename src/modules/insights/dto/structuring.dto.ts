import { ApiProperty } from '@nestjs/swagger';
import type { StoredStructuring } from '../structuring/structurings.repository';
import { ProvenanceDto } from './analysis.dto';

export class StructuringResponseDto {
  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;

  @ApiProperty({
    type: [String],
    example: ['personal_info.headline', 'positions.1.title', 'educations.0'],
    description: 'What was added to the profile, by its path there. Its source says `model`.',
  })
  readonly filled!: readonly string[];

  @ApiProperty({
    example: 0,
    description: 'Fields that the rules read otherwise: theirs stayed.',
  })
  readonly contradicted_fields!: number;

  @ApiProperty({
    type: ProvenanceDto,
    description: '`dropped_claims` counts the values that the resume does not hold.',
  })
  readonly provenance!: ProvenanceDto;

  @ApiProperty({
    example: true,
    description: 'False after the file was read again, which gives the rules’ profile.',
  })
  readonly is_current!: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  static from(structuring: StoredStructuring): StructuringResponseDto {
    return {
      resume_id: structuring.resumeId,
      filled: structuring.filled,
      contradicted_fields: structuring.contradicted,
      provenance: ProvenanceDto.from(structuring.provenance),
      is_current: structuring.isCurrent,
      created_at: structuring.createdAt.toISOString(),
    };
  }
}
