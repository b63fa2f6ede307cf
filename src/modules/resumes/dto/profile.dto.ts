import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  type Certification,
  EDUCATION_LEVELS,
  type EducationItem,
  type EducationLevel,
  type EmploymentItem,
  type Evidence,
  type Language,
  type Link,
  type PersonalInfo,
  type Project,
  type Resume,
  type Section,
  SECTION_KINDS,
  type SectionKind,
  type Skill,
  type Source,
  type Sources,
} from '../domain/profile/profile';

const nullableText = (
  example: string,
): { type: StringConstructor; nullable: true; example: string } => ({
  type: String,
  nullable: true,
  example,
});

export class SourceDto implements Source {
  @ApiProperty({ example: 0, description: 'Offset into `content`.' })
  readonly start!: number;

  @ApiProperty({ example: 12, description: 'Offset into `content`, exclusive.' })
  readonly end!: number;

  @ApiProperty({ example: 0.95, minimum: 0, maximum: 1 })
  readonly confidence!: number;

  @ApiPropertyOptional({
    enum: ['model'],
    description: 'Set on what a language model read and the rules did not.',
  })
  readonly origin?: 'model';
}

const sourcesSchema = {
  type: 'object',
  description: 'Where each field was read, by the name of the field.',
  additionalProperties: { $ref: '#/components/schemas/SourceDto' },
} as const;

export class LinkDto implements Link {
  @ApiProperty({ example: 'https://github.com/example' })
  readonly url!: string;

  @ApiProperty({ enum: ['linkedin', 'github', 'website', 'other'] })
  readonly kind!: Link['kind'];
}

export class PersonalInfoDto implements PersonalInfo {
  @ApiProperty(nullableText('Amara Okafor'))
  readonly name!: string | null;

  @ApiProperty(nullableText('Senior Backend Engineer'))
  readonly headline!: string | null;

  @ApiProperty(nullableText('amara@example.com'))
  readonly email!: string | null;

  @ApiProperty({ ...nullableText('+12025550143'), description: 'E.164.' })
  readonly phone!: string | null;

  @ApiProperty({ type: [String], example: ['+12025550143'] })
  readonly phones!: readonly string[];

  @ApiProperty(nullableText('Lisbon, Portugal'))
  readonly location!: string | null;

  @ApiProperty({ type: [LinkDto] })
  readonly links!: readonly LinkDto[];

  @ApiProperty(sourcesSchema)
  readonly sources!: Sources<'name' | 'headline' | 'email' | 'phone' | 'location'>;
}

export class EmploymentItemDto implements EmploymentItem {
  @ApiProperty(nullableText('Lumen Health'))
  readonly employer!: string | null;

  @ApiProperty(nullableText('Backend Engineer'))
  readonly title!: string | null;

  @ApiProperty(nullableText('Lisbon'))
  readonly location!: string | null;

  @ApiProperty({ ...nullableText('2019-01'), description: '`YYYY` or `YYYY-MM`.' })
  readonly start_date!: string | null;

  @ApiProperty({ ...nullableText('2023-06'), description: 'Null when unknown or current.' })
  readonly end_date!: string | null;

  @ApiProperty({ example: false })
  readonly is_current!: boolean;

  @ApiProperty({ type: [String], example: ['Cut the p95 of search from 900 to 120 ms.'] })
  readonly bullets!: readonly string[];

  @ApiProperty({ type: SourceDto })
  readonly span!: SourceDto;

  @ApiProperty(sourcesSchema)
  readonly sources!: EmploymentItem['sources'];
}

export class EducationItemDto implements EducationItem {
  @ApiProperty(nullableText('University of Example'))
  readonly school!: string | null;

  @ApiProperty(nullableText('BSc'))
  readonly degree!: string | null;

  @ApiProperty(nullableText('Computer Science'))
  readonly field!: string | null;

  @ApiProperty(nullableText('2012'))
  readonly start_date!: string | null;

  @ApiProperty(nullableText('2016'))
  readonly end_date!: string | null;

  @ApiProperty({ enum: EDUCATION_LEVELS, nullable: true })
  readonly level!: EducationLevel | null;

  @ApiProperty({ type: SourceDto })
  readonly span!: SourceDto;

  @ApiProperty(sourcesSchema)
  readonly sources!: EducationItem['sources'];
}

export class ProjectDto implements Project {
  @ApiProperty({ example: 'Open timetable' })
  readonly name!: string;

  @ApiProperty(nullableText('Journey planner for the city’s buses.'))
  readonly description!: string | null;

  @ApiProperty(nullableText('2020'))
  readonly start_date!: string | null;

  @ApiProperty(nullableText('2021'))
  readonly end_date!: string | null;

  @ApiProperty(nullableText('https://example.com/timetable'))
  readonly url!: string | null;

  @ApiProperty({ type: SourceDto })
  readonly span!: SourceDto;
}

export class CertificationDto implements Certification {
  @ApiProperty({ example: 'Basic Life Support' })
  readonly name!: string;

  @ApiProperty(nullableText('Example Heart Association'))
  readonly issuer!: string | null;

  @ApiProperty(nullableText('2022-03'))
  readonly date!: string | null;

  @ApiProperty({ type: SourceDto })
  readonly span!: SourceDto;
}

export class LanguageDto implements Language {
  @ApiProperty({ example: 'Portuguese' })
  readonly name!: string;

  @ApiProperty(nullableText('native'))
  readonly level!: string | null;

  @ApiProperty({ type: SourceDto })
  readonly span!: SourceDto;
}

export class EvidenceDto implements Evidence {
  @ApiProperty({ example: 310 })
  readonly start!: number;

  @ApiProperty({ example: 320 })
  readonly end!: number;

  @ApiProperty({ example: 'PostgreSQL', description: 'Exactly `content` from start to end.' })
  readonly text!: string;
}

export class SkillDto implements Skill {
  @ApiProperty({ example: 'PostgreSQL' })
  readonly name!: string;

  @ApiProperty({ example: 'data' })
  readonly category!: string;

  @ApiProperty({ type: [EvidenceDto] })
  readonly evidence!: readonly EvidenceDto[];

  @ApiProperty({ type: Number, nullable: true, example: 4.5 })
  readonly years!: number | null;

  @ApiProperty(nullableText('2023-06'))
  readonly last_used!: string | null;
}

export class SectionDto implements Section {
  @ApiProperty({ enum: SECTION_KINDS })
  readonly kind!: SectionKind;

  @ApiProperty(nullableText('Work Experience'))
  readonly heading!: string | null;

  @ApiProperty({ example: 120 })
  readonly start!: number;

  @ApiProperty({ example: 1480 })
  readonly end!: number;
}

/** The structured profile: found by rules, nothing invented. */
export class ProfileDto implements Resume {
  @ApiProperty({ type: PersonalInfoDto })
  readonly personal_info!: PersonalInfoDto;

  @ApiProperty(nullableText('Engineer with nine years in health care software.'))
  readonly summary!: string | null;

  @ApiProperty({ type: [SectionDto] })
  readonly sections!: readonly SectionDto[];

  @ApiProperty({ type: [EmploymentItemDto] })
  readonly positions!: readonly EmploymentItemDto[];

  @ApiProperty({ type: [EducationItemDto] })
  readonly educations!: readonly EducationItemDto[];

  @ApiProperty({ type: [ProjectDto] })
  readonly projects!: readonly ProjectDto[];

  @ApiProperty({ type: [CertificationDto] })
  readonly certifications!: readonly CertificationDto[];

  @ApiProperty({ type: [LanguageDto] })
  readonly languages!: readonly LanguageDto[];

  @ApiProperty({ type: [SkillDto] })
  readonly skills!: readonly SkillDto[];

  @ApiProperty({
    type: Number,
    nullable: true,
    example: 7.5,
    description: 'Overlaps merged; education not counted.',
  })
  readonly years_of_experience!: number | null;
}
