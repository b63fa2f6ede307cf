import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { type Role, ROLES } from '../../../common/http';
import { IsName, MAXIMUM_NAME_LENGTH } from '../../companies';
import { UserResponseDto } from '../../users';
import type { Login } from '../auth.service';
import { MAXIMUM_PASSWORD_LENGTH, MINIMUM_PASSWORD_LENGTH } from '../domain/password-rules';
import type { TokenPair } from '../sessions/sessions.service';
import { IsEmailAddress, IsNewPassword, MAXIMUM_EMAIL_LENGTH } from './credentials';

/** A token or password to be checked: longer ones are refused before any work is done for them. */
const MAXIMUM_SECRET_LENGTH = 1000;

const EXAMPLE = {
  email: 'mira.okafor@lumen-health.example',
  password: 'correct horse battery',
  fullName: 'Mira Okafor',
  companyName: 'Lumen Health',
  invitationToken: 'sli_Zk3vJq0cX1b8mW5tY7uN2pR4sD6fG9hK0lQ3wE5rT8y',
  refreshToken: 'slr_Zk3vJq0cX1b8mW5tY7uN2pR4sD6fG9hK0lQ3wE5rT8y',
};

export class RegisterDto {
  @ApiProperty({ example: EXAMPLE.email, maxLength: MAXIMUM_EMAIL_LENGTH })
  @IsEmailAddress()
  readonly email!: string;

  @ApiProperty({
    example: EXAMPLE.password,
    minLength: MINIMUM_PASSWORD_LENGTH,
    maxLength: MAXIMUM_PASSWORD_LENGTH,
    description: 'At most 72 bytes in UTF-8.',
  })
  @IsNewPassword()
  readonly password!: string;

  @ApiProperty({ example: EXAMPLE.fullName, maxLength: MAXIMUM_NAME_LENGTH })
  @IsName()
  readonly full_name!: string;

  @ApiPropertyOptional({
    enum: ROLES,
    nullable: true,
    default: 'admin',
    example: 'recruiter',
    description:
      'Kept for who registers a company, who as its owner may administer it in any role; ignored with an invitation, which has a role.',
  })
  @IsOptional()
  @IsIn(ROLES)
  readonly role?: Role | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: EXAMPLE.companyName,
    maxLength: MAXIMUM_NAME_LENGTH,
    description: 'A new company, which you then own. Required without an `invitation_token`.',
  })
  @ValidateIf((body: RegisterDto) => (body.invitation_token ?? null) === null)
  @IsName()
  readonly company_name?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: EXAMPLE.invitationToken,
    description: 'Joins the company that invited this e-mail address, instead of `company_name`.',
  })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAXIMUM_SECRET_LENGTH)
  readonly invitation_token?: string | null;
}

const PERSON_EXAMPLE = {
  email: EXAMPLE.email,
  password: EXAMPLE.password,
  full_name: EXAMPLE.fullName,
};

/** A body has one of two fields, so one example with every field would be refused. */
export const REGISTER_EXAMPLES = {
  company: {
    summary: 'With a new company',
    value: { ...PERSON_EXAMPLE, role: 'recruiter', company_name: EXAMPLE.companyName },
  },
  invitation: {
    summary: 'By invitation',
    value: { ...PERSON_EXAMPLE, invitation_token: EXAMPLE.invitationToken },
  },
};

export class LoginDto {
  @ApiProperty({ example: EXAMPLE.email })
  @IsEmailAddress()
  readonly email!: string;

  @ApiProperty({ example: EXAMPLE.password })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAXIMUM_SECRET_LENGTH)
  readonly password!: string;
}

export class RefreshDto {
  @ApiProperty({ example: EXAMPLE.refreshToken })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAXIMUM_SECRET_LENGTH)
  readonly refresh_token!: string;
}

export class ChangePasswordDto {
  @ApiProperty({ example: EXAMPLE.password })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAXIMUM_SECRET_LENGTH)
  readonly current_password!: string;

  @ApiProperty({
    example: 'seven purple bicycles',
    minLength: MINIMUM_PASSWORD_LENGTH,
    maxLength: MAXIMUM_PASSWORD_LENGTH,
    description: 'At most 72 bytes in UTF-8.',
  })
  @IsNewPassword()
  readonly new_password!: string;
}

export class TokenPairDto {
  @ApiProperty({ example: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIwZDliMWQ1ZSJ9.c2ln' })
  readonly access_token!: string;

  @ApiProperty({ enum: ['bearer'], example: 'bearer' })
  readonly token_type!: 'bearer';

  @ApiProperty({ type: 'integer', example: 1800, description: 'Seconds.' })
  readonly expires_in!: number;

  @ApiProperty({
    example: EXAMPLE.refreshToken,
    description: 'Works once: each refresh answers the next.',
  })
  readonly refresh_token!: string;

  static from(tokens: TokenPair): TokenPairDto {
    return shownOf(tokens);
  }
}

type ShownTokens = Pick<TokenPairDto, keyof TokenPairDto>;

export class LoginResponseDto extends TokenPairDto {
  @ApiProperty({ type: UserResponseDto })
  readonly user!: UserResponseDto;

  static fromLogin({ tokens, user }: Login): LoginResponseDto {
    return { ...shownOf(tokens), user: UserResponseDto.from(user) };
  }
}

function shownOf(tokens: TokenPair): ShownTokens {
  return {
    access_token: tokens.accessToken,
    token_type: 'bearer',
    expires_in: tokens.expiresInSeconds,
    refresh_token: tokens.refreshToken,
  };
}
