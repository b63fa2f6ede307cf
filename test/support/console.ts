import type { Locator, Page } from 'playwright-core';
import type { Role } from '../../src/common/http';
import { expectStatus, type TestApp, type TestCompany } from './app';
import { textResume } from './documents';

interface Controls {
  readonly heading: (text: string) => Promise<void>;
  readonly press: (name: string) => Promise<void>;
  readonly follow: (name: string) => Promise<void>;
  readonly see: (text: string | RegExp) => Promise<void>;
  readonly logIn: (who: Pick<TestCompany, 'email' | 'password'>) => Promise<void>;
  /** Goes to that view of the console, by its path after `#`, and logs in there. */
  readonly openAs: (who: Pick<TestCompany, 'email' | 'password'>, path: string) => Promise<void>;
  /** The panel with that heading. */
  readonly part: (title: string) => Locator;
  readonly focusedId: () => Promise<unknown>;
}

/** What a person does on the page that a test shows at the time. */
export function controls(page: () => Page): Controls {
  const press = (name: string): Promise<void> =>
    page().getByRole('button', { name, exact: true }).click();
  const logIn: Controls['logIn'] = async ({ email, password }) => {
    await page().getByLabel('E-mail').fill(email);
    await page().getByLabel('Password').fill(password);
    await press('Log in');
  };
  return {
    press,
    heading: (text) => page().getByRole('heading', { name: text, exact: true }).waitFor(),
    follow: (name) => page().getByRole('link', { name, exact: true }).click(),
    see: (text) => page().getByText(text).first().waitFor(),
    logIn,
    openAs: async (who, path) => {
      await page().goto(new URL(`/console/#${path}`, page().url()).href);
      await logIn(who);
      await page().locator('main:not([aria-busy]) h1', { hasNotText: 'Log in' }).waitFor();
    },
    part: (title) =>
      page().locator('.panel', {
        has: page().getByRole('heading', { name: title, exact: true }),
      }),
    focusedId: () => page().evaluate('document.activeElement.id'),
  };
}

/** Somebody of the company, by a name of their own. */
export async function named(
  app: TestApp,
  us: TestCompany,
  role: Role,
  name: string,
): Promise<TestCompany> {
  const person = await app.join(us, role);
  expectStatus(await us.api.patch(`/users/${person.userId}`, { full_name: name }), 200);
  return person;
}

/** Resumes of people with these names. */
export const people = (...names: readonly string[]): Buffer[] =>
  names.map((name) =>
    textResume({ name, email: `${name.toLowerCase().replace(/\W+/g, '.')}@example.com` }),
  );
