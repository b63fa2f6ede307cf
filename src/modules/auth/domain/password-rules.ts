export const MINIMUM_PASSWORD_LENGTH = 8;
export const MAXIMUM_PASSWORD_LENGTH = 128;

/** bcrypt reads no more than this; what comes after would not protect anything. */
const MAXIMUM_PASSWORD_BYTES = 72;

const CONTROL_CHARACTER = /\p{Cc}/u;

/** What is wrong with a new password, or null. */
export function passwordProblem(password: string): string | null {
  const length = Array.from(password).length;
  if (length < MINIMUM_PASSWORD_LENGTH || length > MAXIMUM_PASSWORD_LENGTH) {
    return `must have ${MINIMUM_PASSWORD_LENGTH} to ${MAXIMUM_PASSWORD_LENGTH} characters`;
  }
  if (CONTROL_CHARACTER.test(password)) {
    return 'must not contain control characters';
  }
  if (!fitsBcrypt(password)) {
    return `must not be longer than ${MAXIMUM_PASSWORD_BYTES} bytes in UTF-8: letters outside of English count two or more`;
  }
  return null;
}

export function fitsBcrypt(password: string): boolean {
  return Buffer.byteLength(password, 'utf8') <= MAXIMUM_PASSWORD_BYTES;
}
