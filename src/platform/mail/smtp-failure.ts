import { MailDeferredError, MailRefusedError, MailUnavailableError } from './mail.errors';

/** What nodemailer tells about a failure, as far as it does. */
interface SmtpFailure {
  readonly code: string;
  /** The server's three digits; 0 when it said nothing. */
  readonly responseCode: number;
  readonly command: string;
}

/** Commands whose answer is about this mail; all others are about us or the server. */
const ABOUT_THE_MAIL: readonly string[] = ['RCPT TO', 'DATA'];

const SERVICE_NOT_AVAILABLE = 421;

/**
 * RFC 5321, 4.2.1: 4yz may succeed later and 5yz never will. A refusal before the recipient was named is
 * a matter of the account, the sender or the server, so it says nothing about the mail.
 */
export function failureOf(
  error: unknown,
): MailRefusedError | MailDeferredError | MailUnavailableError {
  const { code, responseCode, command } = readFailure(error);
  if (ABOUT_THE_MAIL.includes(command) && responseCode >= 500) {
    return new MailRefusedError(
      `smtp_${responseCode}`,
      `The mail server refused the mail for good (${responseCode}).`,
    );
  }
  if (ABOUT_THE_MAIL.includes(command) && isDeferral(responseCode)) {
    return new MailDeferredError(
      `smtp_${responseCode}`,
      `The mail server does not take the mail now (${responseCode}).`,
    );
  }
  if (responseCode > 0) {
    return new MailUnavailableError(
      `smtp_${responseCode}`,
      `The mail server is not available (${responseCode}).`,
    );
  }
  return code === 'ETIMEDOUT'
    ? new MailUnavailableError('smtp_timeout', 'The mail server did not answer in time.')
    : new MailUnavailableError('smtp_unreachable', 'The mail server could not be reached.');
}

function isDeferral(responseCode: number): boolean {
  return responseCode >= 400 && responseCode < 500 && responseCode !== SERVICE_NOT_AVAILABLE;
}

function readFailure(error: unknown): SmtpFailure {
  const given = (typeof error === 'object' && error !== null ? error : {}) as Readonly<
    Record<string, unknown>
  >;
  const { code, responseCode, command } = given;
  return {
    code: typeof code === 'string' ? code : '',
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
    command: typeof command === 'string' ? command : '',
  };
}
