import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { Omittable } from '../../../common/http';
import { type JobStage, STAGE_STATUSES, type StageStatus } from './job-stages.repository';

export class CreateStageDto {
  @ApiProperty({ example: 'Phone screen', maxLength: 100 })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @Matches(/[\p{L}\p{N}]/u, { message: 'must hold a letter or a digit' })
  @MaxLength(100)
  readonly name!: string;

  @ApiProperty({
    enum: STAGE_STATUSES,
    example: 'interviewing',
    description: 'What a candidate is who is moved to this stage.',
  })
  @IsIn(STAGE_STATUSES)
  readonly status!: StageStatus;

  @ApiPropertyOptional({ example: 0, description: 'Its place from 0 on; at the end without it.' })
  @Omittable()
  @IsInt()
  @Min(0)
  readonly position?: number;
}

export class UpdateStageDto extends PartialType(PickType(CreateStageDto, ['name', 'status']), {
  skipNullProperties: false,
}) {}

export class OrderStagesDto {
  @ApiProperty({
    type: [String],
    example: ['0197a9a2-6f0e-7c41-9d1c-3f6f8f1f3c55'],
    description: 'Every stage of the job, in the wanted order.',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id))
  @IsUUID(undefined, { each: true })
  readonly stage_ids!: readonly string[];
}

export class StageDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'Phone screen' })
  readonly name!: string;

  @ApiProperty({ enum: STAGE_STATUSES })
  readonly status!: StageStatus;

  @ApiProperty({ example: 0 })
  readonly position!: number;

  @ApiProperty({ example: 3, description: 'Candidates who are in it now.' })
  readonly candidates!: number;

  static from(stage: JobStage): StageDto {
    return {
      id: stage.id,
      name: stage.name,
      status: stage.status,
      position: stage.position,
      candidates: stage.candidates,
    };
  }
}
