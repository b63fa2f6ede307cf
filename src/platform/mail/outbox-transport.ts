import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { compose } from './compose';
import { type Mail, type MailAddress, MailTransport } from './mail';

/**
 * Without an SMTP server: each mail as a file that mail programs open, `DATA_DIR/outbox/<id>.eml`. The
 * same mail sent twice is one file.
 */
export class OutboxTransport extends MailTransport {
  private readonly log = new Logger(OutboxTransport.name);
  private readonly folder: string;
  private readonly composer = createTransport({ streamTransport: true, buffer: true });

  constructor(
    dataDir: string,
    private readonly from: MailAddress,
  ) {
    super();
    this.folder = join(dataDir, 'outbox');
  }

  async send(mail: Mail): Promise<void> {
    const { message } = await this.composer.sendMail(compose(mail, this.from));
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const path = this.pathOf(mail.id);
    const partial = `${path}.partial`;
    // `buffer` above makes the message one.
    await writeFile(partial, message as Buffer, { mode: 0o600, flush: true });
    await rename(partial, path);
    this.log.log({ emailId: mail.id }, 'mail written to the outbox');
  }

  async forget(mailId: string): Promise<void> {
    await rm(this.pathOf(mailId), { force: true });
  }

  private pathOf(mailId: string): string {
    return join(this.folder, `${mailId}.eml`);
  }
}
