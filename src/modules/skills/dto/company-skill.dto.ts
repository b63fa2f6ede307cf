import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, Length, Matches } from 'class-validator';
import { Omittable } from '../../../common/http';
import type { CompanySkill } from '../skills.repository';

const MOST_ALIASES = 50;
const MOST_CHARACTERS = 100;
const WORD = /[\p{L}\p{N}]/u;
const NO_WORD = 'must contain a letter or a digit';

function tidy(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value;
}

const tidied = Transform(({ value }: { value: unknown }) =>
  Array.isArray(value) ? value.map(tidy) : tidy(value),
);

function Aliases(example: readonly string[]): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      example,
      type: [String],
      description: `Other ways to write it, at most ${MOST_ALIASES}. Case, hyphens and plurals do not matter.`,
    }),
    Omittable(),
    tidied,
    IsArray(),
    ArrayMaxSize(MOST_ALIASES),
    IsString({ each: true }),
    Length(1, MOST_CHARACTERS, { each: true }),
    Matches(WORD, { each: true, message: `each alias ${NO_WORD}` }),
  );
}

function Category(example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      example,
      minLength: 1,
      maxLength: MOST_CHARACTERS,
      description: 'Of a skill of your own; a known skill keeps its category.',
    }),
    Omittable(),
    tidied,
    IsString(),
    Length(1, MOST_CHARACTERS),
  );
}

export class CreateCompanySkillDto {
  @ApiProperty({
    example: 'Harbour Crane Simulator',
    minLength: 1,
    maxLength: MOST_CHARACTERS,
    description: 'A skill of your own, or the name of a known skill to add aliases to.',
  })
  @tidied
  @IsString()
  @Length(1, MOST_CHARACTERS)
  @Matches(WORD, { message: NO_WORD })
  readonly name!: string;

  @Aliases(['HCS-2000'])
  readonly aliases?: readonly string[];

  @Category('Port operations')
  readonly category?: string;
}

/** Both fields are optional; `aliases` replaces the ones there were. */
export class UpdateCompanySkillDto {
  @Aliases(['Quayside simulator'])
  readonly aliases?: readonly string[];

  @Category('Port safety')
  readonly category?: string;
}

export class CompanySkillResponseDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'Harbour Crane Simulator' })
  readonly name!: string;

  @ApiProperty({ example: ['HCS-2000'], type: [String] })
  readonly aliases!: readonly string[];

  @ApiProperty({ example: 'Port operations' })
  readonly category!: string;

  @ApiProperty({
    example: false,
    description: 'Whether this adds aliases to a skill that Shortlist knows anyway.',
  })
  readonly extends_known_skill!: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updated_at!: string;

  static from(skill: CompanySkill, extendsKnownSkill: boolean): CompanySkillResponseDto {
    return {
      id: skill.id,
      name: skill.name,
      aliases: skill.aliases,
      category: skill.category,
      extends_known_skill: extendsKnownSkill,
      created_at: skill.createdAt.toISOString(),
      updated_at: skill.updatedAt.toISOString(),
    };
  }
}

export class ChangedCompanySkillDto extends CompanySkillResponseDto {
  @ApiProperty({
    format: 'uuid',
    nullable: true,
    type: String,
    description:
      'The task that searches stored resumes and jobs for it; null when there is nothing new to find.',
  })
  readonly search_task_id!: string | null;
}
