import { createTransport, type Transporter } from 'nodemailer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { Env } from '../../config';
import type { Breaker, Breakers } from '../breakers';
import { compose } from './compose';
import { type Mail, type MailAddress, MailTransport } from './mail';
import { MailUnavailableError } from './mail.errors';
import { failureOf } from './smtp-failure';

const BREAKER_WINDOW_MS = 60_000;
const BREAKER_FAILURES = 5;

/** Sends by the SMTP server of the settings, one connection for each mail. */
export class SmtpTransport extends MailTransport {
  private readonly transporter: Transporter;
  private readonly breaker: Breaker;

  constructor(
    env: Env,
    private readonly from: MailAddress,
    breakers: Breakers,
  ) {
    super();
    this.transporter = createTransport(serverOf(env), {});
    this.breaker = breakers.add('smtp', {
      failures: BREAKER_FAILURES,
      windowMs: BREAKER_WINDOW_MS,
      resetAfterMs: env.BREAKER_RESET_SECONDS * 1000,
      isOutage: (error) => error instanceof MailUnavailableError,
    });
  }

  forget(): Promise<void> {
    return Promise.resolve();
  }

  send(mail: Mail): Promise<void> {
    return this.breaker.run(async () => {
      try {
        await this.transporter.sendMail(compose(mail, this.from));
      } catch (error) {
        throw failureOf(error);
      }
    });
  }
}

/** Every wait on the server is limited, so that one that hangs costs one attempt. */
function serverOf(env: Env): object {
  const timeoutMs = env.SMTP_TIMEOUT_SECONDS * 1000;
  const limits = {
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  };
  if (env.SMTP_URL !== '') {
    // Not as `url`, beside which nodemailer ignores every other option.
    return { ...parseConnectionUrl(env.SMTP_URL), ...limits };
  }
  const { SMTP_HOST: host, SMTP_PORT: port, SMTP_USER: user, SMTP_PASSWORD: pass } = env;
  return {
    host,
    port,
    secure: port === IMPLICIT_TLS_PORT,
    ...(user === '' ? {} : { auth: { user, pass } }),
    ...limits,
  };
}

const IMPLICIT_TLS_PORT = 465;
