import type { SendMailOptions } from 'nodemailer';
import type { Mail, MailAddress, MailAttachment } from './mail';

/**
 * The mail as nodemailer takes it. Headers are built from single lines, and sender and recipient are
 * given apart from them, so that no text can add a header or an address.
 */
export function compose(mail: Mail, from: MailAddress): SendMailOptions {
  const [, domain = 'localhost'] = from.address.split('@');
  return {
    from: { name: singleLine(mail.senderName ?? from.name ?? ''), address: from.address },
    to: { name: singleLine(mail.to.name ?? ''), address: mail.to.address },
    envelope: { from: from.address, to: [mail.to.address] },
    ...(mail.replyTo === null ? {} : { replyTo: { name: '', address: mail.replyTo } }),
    subject: singleLine(mail.subject),
    text: mail.text,
    html: mail.html,
    messageId: `<${mail.id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated', ...unsubscribeHeaders(mail.unsubscribeUrl) },
    ...calendarPart(mail.attachments),
    attachments: mail.attachments
      .filter(({ calendarMethod }) => calendarMethod === undefined)
      .map(({ fileName, contentType, content }) => ({
        filename: singleLine(fileName),
        contentType: singleLine(contentType),
        content,
      })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** RFC 6047: the calendar as another form of the text, and as a file for programs that look for one. */
function calendarPart(attachments: readonly MailAttachment[]): Pick<SendMailOptions, 'icalEvent'> {
  for (const { calendarMethod: method, fileName, content } of attachments) {
    if (method !== undefined) {
      return { icalEvent: { method, filename: singleLine(fileName), content } };
    }
  }
  return {};
}

/** Line ends, other control characters and runs of white space become one space. */
function singleLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** RFC 2369 and RFC 8058. */
function unsubscribeHeaders(url: string | null): Readonly<Record<string, string>> {
  return url === null
    ? {}
    : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}
