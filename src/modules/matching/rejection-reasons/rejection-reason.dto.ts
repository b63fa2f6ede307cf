import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsString, Matches, MaxLength } from 'class-validator';
import { Omittable } from '../../../common/http';
import type { RejectionReason } from './rejection-reasons.repository';

const EXAMPLE = 'Position filled internally';

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);
const HAS_LETTER = /[\p{L}\p{N}]/u;
const NO_LETTER = 'must hold a letter or a digit';

export class CreateRejectionReasonDto {
  @ApiProperty({ example: 'Not enough experience', maxLength: 100 })
  @trimmed
  @IsString()
  @Matches(HAS_LETTER, { message: NO_LETTER })
  @MaxLength(100)
  readonly name!: string;
}

export class UpdateRejectionReasonDto {
  @ApiPropertyOptional({ example: EXAMPLE, maxLength: 100 })
  @Omittable()
  @trimmed
  @IsString()
  @Matches(HAS_LETTER, { message: NO_LETTER })
  @MaxLength(100)
  readonly name?: string;

  @ApiPropertyOptional({ example: true, description: 'Whether decisions may still name it.' })
  @Omittable()
  @IsBoolean()
  readonly is_active?: boolean;
}

export class RejectionReasonDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: EXAMPLE })
  readonly name!: string;

  @ApiProperty({ example: true })
  readonly is_active!: boolean;

  static from(reason: RejectionReason): RejectionReasonDto {
    return { id: reason.id, name: reason.name, is_active: reason.isActive };
  }
}
