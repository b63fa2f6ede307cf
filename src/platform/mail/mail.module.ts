import { Global, Module } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { Breakers } from '../breakers';
import { MailTransport } from './mail';
import { OutboxTransport } from './outbox-transport';
import { SmtpTransport } from './smtp-transport';

/** Mail by SMTP when the settings name a server, else into files. */
@Global()
@Module({
  providers: [
    {
      provide: MailTransport,
      inject: [ENV, Breakers],
      useFactory: (env: Env, breakers: Breakers): MailTransport => {
        const from = { name: null, address: env.MAIL_FROM };
        return env.SMTP_URL === '' && env.SMTP_HOST === ''
          ? new OutboxTransport(env.DATA_DIR, from)
          : new SmtpTransport(env, from, breakers);
      },
    },
  ],
  exports: [MailTransport],
})
export class MailModule {}
