import { MailDeferredError, MailRefusedError, MailUnavailableError } from './mail.errors';
import { failureOf } from './smtp-failure';

const failure = (responseCode: number, command: string): Error =>
  Object.assign(new Error(`${responseCode} <jane@people.example> no`), {
    code: 'EENVELOPE',
    responseCode,
    command,
  });

it.each([
  [550, 'RCPT TO', MailRefusedError],
  [552, 'DATA', MailRefusedError],
  [450, 'RCPT TO', MailDeferredError],
  [451, 'DATA', MailDeferredError],
  [421, 'RCPT TO', MailUnavailableError],
  [550, 'MAIL FROM', MailUnavailableError],
  [535, 'AUTH PLAIN', MailUnavailableError],
  [554, 'CONN', MailUnavailableError],
])('takes %d to %s for what it is about, and does not repeat its words', (code, command, type) => {
  const error = failureOf(failure(code, command));
  expect(error).toBeInstanceOf(type);
  expect(error.code).toBe(`smtp_${code}`);
  expect(`${error.message} ${String(error.cause)}`).not.toContain('jane');
});

it.each([
  [{ code: 'ETIMEDOUT', command: 'CONN' }, 'smtp_timeout'],
  [{ code: 'ECONNREFUSED', command: 'CONN' }, 'smtp_unreachable'],
  [new Error('socket closed'), 'smtp_unreachable'],
  ['odd', 'smtp_unreachable'],
])('takes %j for a server that is away', (given, code) => {
  const error = failureOf(given);
  expect(error).toBeInstanceOf(MailUnavailableError);
  expect(error.code).toBe(code);
});
