import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Omittable, PageQueryDto } from '../../../common/http';
import { EMBEDDING_DIMENSIONS } from '../../../platform/embeddings';
import { EDUCATION_LEVELS, type EducationLevel } from '../../skills';
import { SIMILARITY_WEIGHT, skillWeight, WEIGHT_DECIMALS } from '../domain/match-score';
import { JOB_STATUSES, type JobStatus } from '../job.entity';
import type { Job } from '../jobs.repository';

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);

/** A job of signs alone could be compared with nobody. */
const HAS_LETTER = /[\p{L}\p{N}]/u;
const NO_LETTER = 'must hold a letter or a digit';

const EXAMPLE = {
  title: 'Backend Engineer',
  company: 'Lumen Health',
  location: 'Lisbon, Portugal',
  employment_type: 'full-time',
  department: 'Engineering',
  description: 'You build the services behind our appointment system.',
  requirements:
    'Must have 3+ years of Node.js and PostgreSQL. Docker is required. Kubernetes is a plus.',
  skills_required: ['Node.js', 'PostgreSQL', 'Docker'],
};

export class CreateJobDto {
  @ApiProperty({ example: EXAMPLE.title, maxLength: 200 })
  @trimmed
  @IsString()
  @Matches(HAS_LETTER, { message: NO_LETTER })
  @MaxLength(200)
  readonly title!: string;

  @ApiPropertyOptional({
    example: EXAMPLE.company,
    description: 'The employer as advertised; your company’s name when left out.',
  })
  @IsOptional()
  @trimmed
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  readonly company?: string;

  @ApiPropertyOptional({ example: EXAMPLE.location, nullable: true, type: String })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(200)
  readonly location?: string | null;

  @ApiPropertyOptional({ example: EXAMPLE.employment_type, nullable: true, type: String })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(50)
  readonly employment_type?: string | null;

  @ApiProperty({ example: EXAMPLE.description, maxLength: 50_000 })
  @trimmed
  @IsString()
  @Matches(HAS_LETTER, { message: NO_LETTER })
  @MaxLength(50_000)
  readonly description!: string;

  @ApiPropertyOptional({ example: EXAMPLE.requirements, maxLength: 50_000 })
  @Omittable()
  @trimmed
  @IsString()
  @MaxLength(50_000)
  readonly requirements?: string;

  @ApiPropertyOptional({
    example: EXAMPLE.skills_required,
    type: [String],
    description: 'When left out or empty, the skills are taken from the text.',
  })
  @Omittable()
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(100, { each: true })
  readonly skills_required?: readonly string[];

  @ApiPropertyOptional({ example: 3, nullable: true, type: Number, minimum: 0, maximum: 60 })
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(60)
  readonly min_years_experience?: number | null;

  @ApiPropertyOptional({ enum: EDUCATION_LEVELS, nullable: true, example: 'bachelor' })
  @IsOptional()
  @IsIn(EDUCATION_LEVELS)
  readonly education_level?: EducationLevel | null;

  @ApiPropertyOptional({
    example: SIMILARITY_WEIGHT.default,
    default: SIMILARITY_WEIGHT.default,
    minimum: SIMILARITY_WEIGHT.least,
    maximum: SIMILARITY_WEIGHT.most,
    description:
      'How much of the match score is the similarity of the texts, in hundredths; the rest is the skills. ' +
      'Every score says which weights made it.',
  })
  @Omittable()
  @IsNumber({ maxDecimalPlaces: WEIGHT_DECIMALS })
  @Min(SIMILARITY_WEIGHT.least)
  @Max(SIMILARITY_WEIGHT.most)
  readonly similarity_weight?: number;

  @ApiPropertyOptional({ enum: JOB_STATUSES, default: 'open' })
  @Omittable()
  @IsIn(JOB_STATUSES)
  readonly status?: JobStatus;

  @ApiPropertyOptional({ format: 'uuid', nullable: true, type: String })
  @IsOptional()
  @IsUUID()
  readonly hiring_manager_id?: string | null;

  @ApiPropertyOptional({ example: EXAMPLE.department, nullable: true, type: String })
  @IsOptional()
  @trimmed
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  readonly department?: string | null;

  @ApiPropertyOptional({
    format: 'uuid',
    nullable: true,
    type: String,
    description: 'Whose search it is.',
  })
  @IsOptional()
  @IsUUID()
  readonly recruiter_id?: string | null;
}

/** Every field is optional; null clears the ones that may be empty. */
export class UpdateJobDto extends PartialType(CreateJobDto, { skipNullProperties: false }) {}

export class ListJobsQueryDto extends PageQueryDto {
  @ApiPropertyOptional({ enum: JOB_STATUSES })
  @IsOptional()
  @IsIn(JOB_STATUSES)
  readonly status?: JobStatus;
}

export class GetJobQueryDto {
  @ApiPropertyOptional({ enum: ['embedding'], description: '`embedding` adds the vector.' })
  @IsOptional()
  @IsIn(['embedding'])
  readonly include?: 'embedding';
}

export class JobSkillDto {
  @ApiProperty({ example: 'PostgreSQL' })
  readonly name!: string;

  @ApiProperty({ example: 1, description: 'Share of the skill score relative to the others.' })
  readonly weight!: number;

  @ApiProperty({ example: true })
  readonly must_have!: boolean;

  @ApiProperty({ enum: ['given', 'extracted'] })
  readonly source!: 'given' | 'extracted';
}

export class JobResponseDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: EXAMPLE.title })
  readonly title!: string;

  @ApiProperty({ example: EXAMPLE.company })
  readonly company!: string;

  @ApiProperty({ example: EXAMPLE.location, nullable: true, type: String })
  readonly location!: string | null;

  @ApiProperty({ example: EXAMPLE.employment_type, nullable: true, type: String })
  readonly employment_type!: string | null;

  @ApiProperty({ example: EXAMPLE.description })
  readonly description!: string;

  @ApiProperty({ example: EXAMPLE.requirements })
  readonly requirements!: string;

  @ApiProperty({ example: EXAMPLE.skills_required, type: [String] })
  readonly skills_required!: readonly string[];

  @ApiProperty({ type: [JobSkillDto] })
  readonly skills!: readonly JobSkillDto[];

  @ApiProperty({ example: 3, nullable: true, type: Number })
  readonly min_years_experience!: number | null;

  @ApiProperty({ enum: EDUCATION_LEVELS, nullable: true })
  readonly education_level!: string | null;

  @ApiProperty({ example: 0.6, description: 'Of the similarity in the match score.' })
  readonly similarity_weight!: number;

  @ApiProperty({ example: 0.4, description: 'Of the skills; the two make 1.' })
  readonly skill_weight!: number;

  @ApiProperty({ enum: JOB_STATUSES })
  readonly status!: JobStatus;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly hiring_manager_id!: string | null;

  @ApiProperty({ example: EXAMPLE.department, nullable: true, type: String })
  readonly department!: string | null;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly recruiter_id!: string | null;

  @ApiProperty({ example: 384, nullable: true, type: Number })
  readonly embedding_dimension!: number | null;

  @ApiProperty({ example: 'all-MiniLM-L6-v2/int8/2', nullable: true, type: String })
  readonly embedding_model!: string | null;

  @ApiPropertyOptional({ type: [Number], description: 'With `?include=embedding`.' })
  readonly embedding?: readonly number[];

  @ApiProperty({ example: 1, description: 'Rises when what is matched changes.' })
  readonly version!: number;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  @ApiProperty({ format: 'date-time' })
  readonly updated_at!: string;

  static from(job: Job, embedding?: readonly number[]): JobResponseDto {
    return {
      id: job.id,
      title: job.title,
      company: job.company,
      location: job.location,
      employment_type: job.employmentType,
      description: job.description,
      requirements: job.requirements,
      skills_required: job.skills.map((skill) => skill.skill),
      skills: job.skills.map((skill) => ({
        name: skill.skill,
        weight: skill.weight,
        must_have: skill.mustHave,
        source: skill.source,
      })),
      min_years_experience: job.minYearsExperience,
      education_level: job.educationLevel,
      similarity_weight: job.similarityWeight,
      skill_weight: skillWeight(job.similarityWeight),
      status: job.status,
      hiring_manager_id: job.hiringManagerId,
      department: job.department,
      recruiter_id: job.recruiterId,
      embedding_dimension: job.embeddingModel === null ? null : EMBEDDING_DIMENSIONS,
      embedding_model: job.embeddingModel,
      ...(embedding === undefined ? {} : { embedding }),
      version: job.version,
      created_at: job.createdAt.toISOString(),
      updated_at: job.updatedAt.toISOString(),
    };
  }
}
