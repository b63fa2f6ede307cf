import { ApiProperty, ApiPropertyOptional, PartialType, PickType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { Omittable } from '../../../common/http';
import type { Note } from '../notes/notes.repository';

const MOST_MENTIONS = 20;
const LONGEST_NOTE = 10_000;
const TEXT = 'Speaks four languages. Theo, please have a look.';

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);
/** Each once, in the form that the database writes them. */
const distinct = Transform(({ value }: { value: unknown }) =>
  Array.isArray(value)
    ? [...new Set(value.map((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id)))]
    : value,
);

export class CreateNoteDto {
  @ApiProperty({ example: TEXT, maxLength: LONGEST_NOTE })
  @trimmed
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_NOTE)
  readonly text!: string;

  @ApiPropertyOptional({
    type: [String],
    example: [],
    description: 'Ids of colleagues who get a mail about it. They must be able to see the person.',
  })
  @Omittable()
  @distinct
  @IsArray()
  @ArrayMaxSize(MOST_MENTIONS)
  @IsUUID(undefined, { each: true })
  readonly mentions?: readonly string[];

  @ApiPropertyOptional({
    format: 'uuid',
    nullable: true,
    type: String,
    description: 'The job that it is about; without it, the person whatever the job.',
  })
  @IsOptional()
  @IsUUID()
  readonly job_id?: string | null;
}

export class UpdateNoteDto extends PartialType(PickType(CreateNoteDto, ['text', 'mentions']), {
  skipNullProperties: false,
}) {}

export class NoteDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly candidate_id!: string;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly job_id!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly author_id!: string | null;

  @ApiProperty({ example: 'Mira Okafor', nullable: true, type: String })
  readonly author_name!: string | null;

  @ApiProperty({ example: TEXT })
  readonly text!: string;

  @ApiProperty({ type: [String], format: 'uuid' })
  readonly mentions!: readonly string[];

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updated_at!: string;

  static from(note: Note): NoteDto {
    return {
      id: note.id,
      candidate_id: note.candidateId,
      job_id: note.jobId,
      author_id: note.authorId,
      author_name: note.authorName,
      text: note.text,
      mentions: note.mentions,
      created_at: note.createdAt.toISOString(),
      updated_at: note.updatedAt.toISOString(),
    };
  }
}
