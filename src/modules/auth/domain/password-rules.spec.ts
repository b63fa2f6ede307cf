import { passwordProblem } from './password-rules';

describe('passwordProblem', () => {
  it.each([
    '12345678',
    'correct horse battery staple',
    'Pässwörter',
    'a'.repeat(72),
    'é'.repeat(36),
  ])('accepts %j', (password) => {
    expect(passwordProblem(password)).toBeNull();
  });

  it.each([
    ['1234567', '8 to 128'],
    ['', '8 to 128'],
    ['🔑'.repeat(7), '8 to 128'],
    ['a'.repeat(129), '8 to 128'],
    ['a'.repeat(73), '72 bytes'],
    ['é'.repeat(37), '72 bytes'],
    ['eightlong\u0000', 'control'],
  ])('refuses %j and says why', (password, reason) => {
    expect(passwordProblem(password)).toContain(reason);
  });
});
