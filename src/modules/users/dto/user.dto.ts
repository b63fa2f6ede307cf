import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { Omittable, type Role, ROLES } from '../../../common/http';
import { CompanyDto, IsName, MAXIMUM_NAME_LENGTH } from '../../companies';
import type { UserProfile } from '../users.service';

export class UpdateUserDto {
  @ApiPropertyOptional({ example: 'Mira Okafor', minLength: 1, maxLength: MAXIMUM_NAME_LENGTH })
  @Omittable()
  @IsName()
  readonly full_name?: string;

  @ApiPropertyOptional({ enum: ROLES, example: 'hiring_manager' })
  @Omittable()
  @IsIn(ROLES)
  readonly role?: Role;

  @ApiPropertyOptional({
    example: true,
    description: '`false` ends all sessions of the user at once and stops their API keys.',
  })
  @Omittable()
  @IsBoolean()
  readonly is_active?: boolean;
}

export class UserResponseDto {
  @ApiProperty({ format: 'uuid', example: '0d9b1d5e-3f0e-4a52-b7a8-7c8de9d8a001' })
  readonly id!: string;

  @ApiProperty({ example: 'mira.okafor@lumen-health.example' })
  readonly email!: string;

  @ApiProperty({ example: 'Mira Okafor' })
  readonly full_name!: string;

  @ApiProperty({ enum: ROLES, example: 'recruiter' })
  readonly role!: Role;

  @ApiProperty({
    example: true,
    description: 'The owner may do whatever an `admin` may, whatever `role` says.',
  })
  readonly is_owner!: boolean;

  @ApiProperty({ example: true })
  readonly is_active!: boolean;

  @ApiProperty({ type: CompanyDto })
  readonly company!: CompanyDto;

  @ApiProperty({ format: 'uuid', example: '5f3c1d0e-6f0a-4c39-9d36-0f6b1a3a2e11' })
  readonly company_id!: string;

  @ApiProperty({ example: 'Lumen Health' })
  readonly company_name!: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-20T09:30:00.000Z' })
  readonly created_at!: string;

  static from(user: UserProfile): UserResponseDto {
    return {
      id: user.id,
      email: user.email,
      full_name: user.fullName,
      role: user.role,
      is_owner: user.isOwner,
      is_active: user.isActive,
      company: { id: user.companyId, name: user.companyName },
      company_id: user.companyId,
      company_name: user.companyName,
      created_at: user.createdAt.toISOString(),
    };
  }
}
