import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { FieldError } from './app-error';

export class FieldErrorDto implements FieldError {
  @ApiProperty({ example: 'email' })
  readonly field!: string;

  @ApiProperty({ example: 'must be an email' })
  readonly message!: string;
}

/** The body of every error: RFC 9457 problem details with a stable `code`. */
export class ProblemDto {
  @ApiProperty({ example: 'about:blank' })
  readonly type!: string;

  @ApiProperty({ example: 'Unprocessable Entity' })
  readonly title!: string;

  @ApiProperty({ example: 422 })
  readonly status!: number;

  @ApiProperty({ example: 'validation_failed', description: 'Stable; branch on this.' })
  readonly code!: string;

  @ApiProperty({ example: 'Some fields are not valid.' })
  readonly detail!: string;

  @ApiProperty({
    example: '0b0c3f4e-8f5e-4f0a-9a53-6d0f4c2f5f10',
    description: 'Also in the logs.',
  })
  readonly request_id!: string;

  @ApiPropertyOptional({ type: [FieldErrorDto] })
  readonly errors?: readonly FieldErrorDto[];
}
