import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { PageQueryDto } from '../../../common/http';
import { type CatalogueSkill, SKILL_SOURCES, type SkillSource } from '../skill-catalogue';
import type { SourceOfSkills } from '../skills.service';

export class SearchSkillsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({
    example: 'kube',
    maxLength: 100,
    description: 'The beginning of a word of a name or an alias. Without it all skills are listed.',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MaxLength(100)
  readonly q: string = '';
}

export class SkillResponseDto {
  @ApiProperty({ example: 'Kubernetes' })
  readonly name!: string;

  @ApiProperty({ example: 'IT operations and cloud' })
  readonly category!: string;

  @ApiProperty({
    example: ['K8s', 'kubectl'],
    type: [String],
    description: 'Other ways to write it, your company’s own included.',
  })
  readonly aliases!: readonly string[];

  @ApiProperty({
    example: ['Containerization'],
    type: [String],
    description: 'Who has this skill has those too.',
  })
  readonly implies!: readonly string[];

  @ApiProperty({ enum: SKILL_SOURCES, example: 'vocabulary' })
  readonly source!: SkillSource;

  static from(skill: CatalogueSkill): SkillResponseDto {
    return {
      name: skill.name,
      category: skill.category,
      aliases: skill.aliases,
      implies: skill.implies,
      source: skill.source,
    };
  }
}

export class SkillSourceDto {
  @ApiProperty({ enum: SKILL_SOURCES, example: 'vocabulary' })
  readonly source!: SkillSource;

  @ApiProperty({ example: 'O*NET Database' })
  readonly title!: string;

  @ApiProperty({ example: 3600, description: 'How many skills it names.' })
  readonly skills!: number;

  @ApiProperty({ example: '28.2', nullable: true, type: String })
  readonly version!: string | null;

  @ApiProperty({
    nullable: true,
    type: String,
    description: 'What its licence asks to be shown wherever its skills are.',
  })
  readonly notice!: string | null;

  @ApiProperty({
    format: 'date-time',
    nullable: true,
    type: String,
    description: 'Null for what came with the program.',
  })
  readonly imported_at!: string | null;

  static from(source: SourceOfSkills): SkillSourceDto {
    return {
      source: source.source,
      title: source.title,
      skills: source.skills,
      version: source.version,
      notice: source.notice,
      imported_at: source.importedAt,
    };
  }
}
