import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import {
  IsEmail,
  IsString,
  MaxLength,
  ValidateBy,
  type ValidationArguments,
} from 'class-validator';
import { normalizeEmail } from '../domain/email-address';
import { passwordProblem } from '../domain/password-rules';

/** RFC 5321: 254 characters fit a path. */
export const MAXIMUM_EMAIL_LENGTH = 254;

/** An e-mail address, stored and compared in lower case. */
export const IsEmailAddress = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? normalizeEmail(value) : value,
    ),
    IsEmail(),
    MaxLength(MAXIMUM_EMAIL_LENGTH),
  );

/** A password to be set; one to be checked may be anything. */
export const IsNewPassword = (): PropertyDecorator =>
  applyDecorators(
    IsString(),
    ValidateBy({
      name: 'isNewPassword',
      validator: {
        validate: (value: unknown) => typeof value === 'string' && passwordProblem(value) === null,
        defaultMessage: (validation?: ValidationArguments) => problemOf(validation?.value),
      },
    }),
  );

function problemOf(value: unknown): string {
  return typeof value === 'string'
    ? (passwordProblem(value) ?? 'is not valid')
    : 'must be a string';
}
