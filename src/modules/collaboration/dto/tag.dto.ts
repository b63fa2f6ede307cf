import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString, Matches, MaxLength } from 'class-validator';

export class WriteTagDto {
  @ApiProperty({ example: 'Speaks Portuguese', maxLength: 50 })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @Matches(/[\p{L}\p{N}]/u, { message: 'must hold a letter or a digit' })
  @MaxLength(50)
  readonly name!: string;
}

export class TagDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'Speaks Portuguese' })
  readonly name!: string;

  static from(tag: { readonly id: string; readonly name: string }): TagDto {
    return { id: tag.id, name: tag.name };
  }
}

export class CountedTagDto extends TagDto {
  @ApiProperty({ example: 12, description: 'People who have it.' })
  readonly candidates!: number;

  static counted(
    tag: Parameters<typeof TagDto.from>[0] & { readonly candidates: number },
  ): CountedTagDto {
    return { ...TagDto.from(tag), candidates: tag.candidates };
  }
}
