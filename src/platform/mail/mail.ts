export interface MailAddress {
  readonly name: string | null;
  readonly address: string;
}

export interface MailAttachment {
  readonly fileName: string;
  /** With parameters: 'text/csv; charset=utf-8'. */
  readonly contentType: string;
  readonly content: string;
  /**
   * On iCalendar text: the method that it says too. Mail programs show it as an invitation to answer, for which
   * it is also another form of the mail's text; at most one attachment has it.
   */
  readonly calendarMethod?: 'REQUEST' | 'CANCEL';
}

/** One e-mail to one person. */
export interface Mail {
  /** Part of the Message-ID, so that the same mail sent twice can be known as one. */
  readonly id: string;
  /** Shown before the address that all mail comes from; null for that address alone. */
  readonly senderName: string | null;
  readonly replyTo: string | null;
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** A page to unsubscribe at, which also takes the POST of RFC 8058. */
  readonly unsubscribeUrl: string | null;
  readonly attachments: readonly MailAttachment[];
}

/** Hands a mail on. When it resolves the mail is the next server's, or lies in the outbox. */
export abstract class MailTransport {
  /** @throws MailRefusedError, MailUnavailableError, BreakerOpenError */
  abstract send(mail: Mail): Promise<void>;

  /** Removes what is kept here of a mail that was sent; what has left the house is out of reach. */
  abstract forget(mailId: string): Promise<void>;
}
