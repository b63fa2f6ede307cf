import { startTestApp, type TestApp, type TestCompany } from '../support/app';
import type { Operation } from '../support/api-contract';
import { type Ids, oneOfEverything } from '../support/company-data';
import { exampleBody, pathWith } from '../support/example-request';

/** Thousands of requests, one after the other. */
jest.setTimeout(300_000);

let app: TestApp;
let us: TestCompany;
let ids: Ids;

beforeAll(async () => {
  app = await startTestApp();
  us = await app.newCompany();
  ids = await oneOfEverything(app, us);
});

afterAll(async () => {
  await app.stop();
});

/** What no field expects, whatever its type. */
const VALUES: readonly unknown[] = [
  null,
  'a\u0000b',
  'half \uD83D',
  'x'.repeat(70_000),
  1e308,
  -1,
  [[]],
  [{}],
  { a: 1 },
  '9999-12-31T23:59:59.999Z',
];

/** Keys of a cursor as no list of ours makes them; those of a list's own shape go beyond what its columns hold. */
const CURSOR_KEYS: readonly unknown[] = [
  {},
  [],
  [null],
  [[]],
  ['a'],
  [1.5],
  [1e300],
  [2 ** 52],
  ['a', 'b'],
  [1e300, 'a'],
  ['half \uD83D', '00000000-0000-4000-8000-000000000000'],
  ['2026-02-30T00:00:00.000Z', '00000000-0000-4000-8000-000000000000'],
  ['0000-01-01T00:00:00.000Z', '00000000-0000-4000-8000-000000000000'],
  ['+275760-09-13T00:00:00.000Z', '00000000-0000-4000-8000-000000000000'],
  ['2026-01-01T00:00:00.000Z', 'a'],
  [2 ** 52, 2 ** 52, '00000000-0000-4000-8000-000000000000'],
  [1, 1.5, '00000000-0000-4000-8000-000000000000'],
  [1, 1, 'a'],
];

/** They end the login that the other requests are made with. */
const ENDING = /\/auth\/(?:logout|refresh|change-password)|\/users\//;

const operations = (): readonly Operation[] =>
  app.contract.operations.filter(({ name }) => !ENDING.test(name));

/** Sends it; what is wrong with the answer, if anything is. */
async function problemOf(operation: Operation, query: string, body: unknown): Promise<string[]> {
  const path = pathWith(operation, ids);
  const target = query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;
  try {
    // The client looks at the answer: a failure of the server, and what is not documented, are errors.
    await us.api.send(operation.method, target, body);
    return [];
  } catch (error) {
    return [String(error)];
  }
}

/** The body with each of its fields, at any depth, replaced in turn. */
function* variantsOf(
  given: unknown,
  value: unknown,
  at = '',
): Generator<{ readonly at: string; readonly body: unknown }> {
  yield { at, body: value };
  if (typeof given === 'object' && given !== null) {
    for (const [key, inner] of Object.entries(given)) {
      for (const variant of variantsOf(inner, value, `${at}.${key}`)) {
        const body = Array.isArray(given)
          ? given.map((one, index) => (String(index) === key ? variant.body : one))
          : { ...given, [key]: variant.body };
        yield { at: variant.at, body };
      }
    }
  }
}

describe('every operation answers what it documents, and never with a failure of its own', () => {
  it('to values of another type, size or alphabet in each field of its body', async () => {
    const problems: string[] = [];
    let requests = 0;
    for (const operation of operations()) {
      const body = exampleBody(app.contract, operation, ids);
      if (typeof body === 'object' && !(body instanceof FormData)) {
        for (const value of VALUES) {
          for (const variant of variantsOf(body, value)) {
            const found = await problemOf(operation, '', variant.body);
            problems.push(...found.map((one) => `${variant.at}: ${one}`));
            requests += 1;
          }
        }
      }
    }
    expect(problems).toEqual([]);
    expect(requests).toBeGreaterThan(1000);
  });

  it('to cursors that it did not give', async () => {
    const problems: string[] = [];
    const lists = operations().filter(({ parameters = [] }) =>
      parameters.some(({ name }) => name === 'cursor'),
    );
    for (const operation of lists) {
      for (const key of CURSOR_KEYS) {
        const cursor = Buffer.from(JSON.stringify(key)).toString('base64url');
        const body = exampleBody(app.contract, operation, ids);
        const found = await problemOf(operation, `cursor=${cursor}`, body);
        problems.push(...found.map((one) => `${JSON.stringify(key)}: ${one}`));
      }
    }
    expect(problems).toEqual([]);
    expect(lists.length).toBeGreaterThan(15);
  });
});
