/**
 * The messages of these are shown to people and logged: they carry the server's code and never its
 * words, which name the address. For the same reason the library's own error is no `cause`.
 */
abstract class MailError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** The server will never take this mail for this address: sending it again is of no use. */
export class MailRefusedError extends MailError {}

/** The server does not take this mail now, and may later. */
export class MailDeferredError extends MailError {}

/** The server is away, hangs, or refuses everybody. */
export class MailUnavailableError extends MailError {}
