import { PasswordHasher } from './password-hasher';

describe('PasswordHasher', () => {
  const passwords = new PasswordHasher();

  it('verifies the password it hashed, at cost 12, and no other', async () => {
    const hashed = await passwords.hash('correct horse');
    expect(hashed).toMatch(/^\$2b\$12\$/);
    await expect(passwords.verify('correct horse', hashed)).resolves.toBe(true);
    await expect(passwords.verify('correct hors', hashed)).resolves.toBe(false);
  });

  it('does not take a longer password for the 72 bytes that bcrypt reads of it', async () => {
    const hashed = await passwords.hash('a'.repeat(72));
    await expect(passwords.verify('a'.repeat(73), hashed)).resolves.toBe(false);
  });

  it('refuses everything without a hash, and works as long for it', async () => {
    const hashed = await passwords.hash('correct horse');
    const withHash = await milliseconds(() => passwords.verify('wrong', hashed));
    const without = await milliseconds(() => passwords.verify('wrong', null));
    await expect(passwords.verify('correct horse', null)).resolves.toBe(false);
    expect(without).toBeGreaterThan(withHash / 4);
  });
});

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
