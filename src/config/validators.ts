import { EnvError, makeValidator } from 'envalid';

export const MEBIBYTE = 1024 * 1024;

/** A whole number in these bounds, both included. */
export const integer = (min: number, max: number): ReturnType<typeof makeValidator<number>> =>
  makeValidator<number>((input) => {
    const value = Number(input);
    if (!Number.isInteger(value) || value < min || value > max) {
      throw new EnvError(`must be a whole number from ${min} to ${max}`);
    }
    return value;
  });

/** A number from 0 to 1. */
export const fraction = makeValidator<number>((input) => {
  const value = Number(input);
  if (input.trim() === '' || !(value >= 0 && value <= 1)) {
    throw new EnvError('must be a number from 0 to 1');
  }
  return value;
});

/** An amount of money, 0 or more. */
export const price = makeValidator<number>((input) => {
  const value = Number(input);
  if (input.trim() === '' || !(value >= 0 && value <= 1_000_000)) {
    throw new EnvError('must be a number from 0 to 1000000');
  }
  return value;
});
