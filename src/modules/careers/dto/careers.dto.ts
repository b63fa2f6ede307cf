import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { Equals, IsEmail, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { PublicJob } from '../careers.service';

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);

/** The text fields of the form. */
export class ApplyDto {
  @ApiProperty({ example: 'Amara Okafor', maxLength: 200 })
  @trimmed
  @IsString()
  @Matches(/\p{L}/u, { message: 'must hold a letter' })
  @MaxLength(200)
  readonly name!: string;

  @ApiProperty({ example: 'amara@example.com', maxLength: 254 })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.trim().toLowerCase() : value,
  )
  @IsEmail()
  @MaxLength(254)
  readonly email!: string;

  @ApiProperty({
    enum: ['true'],
    example: 'true',
    description: 'The applicant agrees to the consent text; without it nothing is stored.',
  })
  @Equals('true', { message: 'must be true: without consent nothing may be stored' })
  readonly consent!: string;

  @ApiPropertyOptional({
    example: 'I agree that my documents are stored for this application.',
    maxLength: 5000,
    description: 'The words that the applicant saw, if other than the job’s `consent_text`.',
  })
  @IsOptional()
  @trimmed
  @IsString()
  @MaxLength(5000)
  readonly consent_text?: string;

  @ApiPropertyOptional({
    example: '',
    description: 'A field that people do not see: leave it empty.',
  })
  @IsOptional()
  @IsString()
  readonly website?: string;
}

/** The whole form, for the documentation. */
export class ApplyFormDto extends ApplyDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'The resume.' })
  readonly file!: unknown;
}

export class ApplicationAcceptedDto {
  @ApiProperty({ format: 'uuid' })
  readonly application_id!: string;
}

export class PublicJobDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'Backend Engineer' })
  readonly title!: string;

  @ApiProperty({ example: 'Lumen Health' })
  readonly company!: string;

  @ApiProperty({ example: 'Engineering', nullable: true, type: String })
  readonly department!: string | null;

  @ApiProperty({ example: 'Lisbon, Portugal', nullable: true, type: String })
  readonly location!: string | null;

  @ApiProperty({ example: 'full-time', nullable: true, type: String })
  readonly employment_type!: string | null;

  @ApiProperty({ example: 'You build the services behind our appointment system.' })
  readonly description!: string;

  @ApiProperty({ example: 'Must have 3+ years of Node.js and PostgreSQL.' })
  readonly requirements!: string;

  @ApiProperty({ example: 'https://jobs.example.com/api/v1/careers/lumen-health/jobs/…' })
  readonly url!: string;

  @ApiProperty({
    example: 'https://jobs.example.com/api/v1/careers/lumen-health/jobs/…/applications',
  })
  readonly apply_url!: string;

  @ApiProperty({ example: 'I agree that Lumen Health stores my application documents …' })
  readonly consent_text!: string;

  @ApiProperty({ format: 'date-time' })
  readonly published_at!: string;

  static from({ job, url, consentText }: PublicJob): PublicJobDto {
    return {
      id: job.id,
      title: job.title,
      company: job.company,
      department: job.department,
      location: job.location,
      employment_type: job.employmentType,
      description: job.description,
      requirements: job.requirements,
      url,
      apply_url: `${url}/applications`,
      consent_text: consentText,
      published_at: job.createdAt.toISOString(),
    };
  }
}
