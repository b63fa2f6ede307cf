import { ApiProperty } from '@nestjs/swagger';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { MAXIMUM_PASSWORD_LENGTH, MINIMUM_PASSWORD_LENGTH } from '../domain/password-rules';
import { IsEmailAddress, IsNewPassword, MAXIMUM_EMAIL_LENGTH } from './credentials';

const LONGEST_TOKEN = 200;

export class ForgotPasswordDto {
  @ApiProperty({ example: 'mira@example.com', maxLength: MAXIMUM_EMAIL_LENGTH })
  @IsEmailAddress()
  readonly email!: string;
}

export class ForgotPasswordResponseDto {
  @ApiProperty({
    example: 'If somebody has this address, an e-mail with a code is on its way to it.',
  })
  readonly message!: string;
}

export class ResetPasswordDto {
  @ApiProperty({
    example: 'slp_8c0LkqM1o2vH5yN7wXbR3sT9uA4dE6fG0hJ2kZ1mQxY',
    description: 'The code from the e-mail.',
  })
  @IsString()
  @IsNotEmpty()
  @MaxLength(LONGEST_TOKEN)
  readonly token!: string;

  @ApiProperty({
    example: 'seven purple bicycles',
    minLength: MINIMUM_PASSWORD_LENGTH,
    maxLength: MAXIMUM_PASSWORD_LENGTH,
    description: 'At most 72 bytes in UTF-8.',
  })
  @IsNewPassword()
  readonly new_password!: string;
}
