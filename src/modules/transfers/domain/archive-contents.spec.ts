import { archivedFileName, isSecretColumn } from './archive-contents';

it.each([
  ['hashed_password', true],
  ['token_hash', true],
  ['key_hash', true],
  ['secret', true],
  ['sealed_secrets', true],
  ['content_hash', false],
  ['full_name', false],
  ['match_score', false],
  ['prompt_tokens', false],
])('%s is a secret: %s', (name, expected) => {
  expect(isSecretColumn(name)).toBe(expected);
});

it.each([
  ['Lebenslauf Müller.pdf', 'files/id/Lebenslauf Müller.pdf'],
  ['../../etc/passwd', 'files/id/__.._etc_passwd'],
  ['a\\b:c*.txt', 'files/id/a_b_c_.txt'],
  ['', 'files/id/file'],
])('%j lies at %j', (name, place) => {
  expect(archivedFileName('id', name)).toBe(place);
});
