import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { Omittable } from '../../../common/http';
import type { Company } from '../companies.service';

export class UpdateCompanyDto {
  @ApiPropertyOptional({
    example: 'acme-logistics',
    minLength: 3,
    maxLength: 60,
    description: 'Names the company in the addresses of its careers page.',
  })
  @Omittable()
  @IsString()
  @MinLength(3)
  @MaxLength(60)
  @Matches(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    message: 'must be lower-case letters and digits with single dashes between',
  })
  readonly slug?: string;

  @ApiPropertyOptional({
    example: true,
    description: 'Whether open jobs are public and take applications.',
  })
  @Omittable()
  @IsBoolean()
  readonly careers_enabled?: boolean;
}

export class CompanySettingsDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'Acme Logistics' })
  readonly name!: string;

  @ApiProperty({ example: 'acme-logistics' })
  readonly slug!: string;

  @ApiProperty({ example: false })
  readonly careers_enabled!: boolean;

  static from(company: Company): CompanySettingsDto {
    return {
      id: company.id,
      name: company.name,
      slug: company.slug,
      careers_enabled: company.careersEnabled,
    };
  }
}
