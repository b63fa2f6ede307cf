export { type MailAttachment, MailTransport } from './mail';
export { MailDeferredError, MailRefusedError, MailUnavailableError } from './mail.errors';
export { MailModule } from './mail.module';
