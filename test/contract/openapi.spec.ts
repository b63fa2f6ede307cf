import { readFile } from 'node:fs/promises';
import type { Operation } from '../support/api-contract';
import { startTestApp, type TestApp } from '../support/app';
import { pathIds } from '../support/example-request';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(async () => {
  await app.stop();
});

const namesOf = (isWrong: (operation: Operation) => boolean): readonly string[] =>
  app.contract.operations.filter(isWrong).map(({ name }) => name);

const isPublic = ({ security }: Operation): boolean => security === undefined;

describe('openapi.json', () => {
  it('is what the code describes: after a change run `npm run openapi`', async () => {
    const committed: unknown = JSON.parse(await readFile('openapi.json', 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(app.openApi)));
  });

  it('refers to no schema that it lacks', () => {
    const references = JSON.stringify(app.openApi).match(/#\/components\/schemas\/\w+/g) ?? [];
    const missing = references.filter(
      (reference) => !((reference.split('/').at(-1) ?? '') in app.contract.schemas),
    );
    expect(missing).toEqual([]);
  });

  it('is served as it is', async () => {
    const { status, body } = await app.anonymous.get('//openapi.json');
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(app.openApi)));
  });

  it('gives every operation a summary, a tag and an id of its own', () => {
    expect(namesOf(({ summary }) => (summary ?? '').length < 5)).toEqual([]);
    expect(namesOf(({ tags }) => tags?.length !== 1)).toEqual([]);
    const ids = app.contract.operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('asks for a token where one is needed, and documents 401 and 403 there', () => {
    const needsToken = namesOf((operation) => !isPublic(operation));
    expect(needsToken.length).toBeGreaterThan(20);
    const takesToken = ({ security }: Operation): boolean =>
      JSON.stringify(security).includes('{"bearer":[]}');
    expect(namesOf((one) => !isPublic(one) && !takesToken(one))).toEqual([]);
    expect(namesOf((one) => !isPublic(one) && !('401' in one.responses))).toEqual([]);
    expect(namesOf((one) => !isPublic(one) && !('403' in one.responses))).toEqual([]);
  });

  it('documents 404 wherever the path holds an id', () => {
    expect(namesOf((one) => pathIds(one).length > 0 && !('404' in one.responses))).toEqual([]);
  });

  it('documents 422 wherever there is something to validate', () => {
    const takesInput = (one: Operation): boolean =>
      one.requestBody !== undefined ||
      (one.parameters ?? []).some(({ in: place }) => place === 'query');
    expect(namesOf((one) => takesInput(one) && !('422' in one.responses))).toEqual([]);
  });

  it('gives every success but 204 and 304 a body, and every error the problem body', () => {
    const problem = '#/components/schemas/ProblemDto';
    const wrong = app.contract.operations.flatMap((operation) =>
      Object.entries(operation.responses).flatMap(([status, { content }]) => {
        const schema = Object.values(content ?? {})[0]?.schema;
        const isRight =
          status === '204' || status === '304'
            ? schema === undefined
            : Number(status) < 400 || status === '503'
              ? schema !== undefined
              : schema?.$ref === problem;
        return isRight ? [] : [`${operation.name} ${status}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('shows an example for every field of a request', () => {
    const wrong = app.contract.operations.flatMap((operation) => {
      const media = Object.values(operation.requestBody?.content ?? {})[0];
      const reference = media?.schema?.$ref?.replace('#/components/schemas/', '') ?? '';
      const properties = Object.entries(app.contract.schemas[reference]?.properties ?? {});
      return properties
        .filter(([, { example, enum: values, format, items }]) => {
          const isSaidByFormat = ['uuid', 'binary'].includes(format ?? items?.format ?? '');
          const isSaidByItems = items?.$ref !== undefined;
          const isSaid = isSaidByFormat || isSaidByItems;
          return example === undefined && values === undefined && !isSaid;
        })
        .map(([name]) => `${operation.name} ${name}`);
    });
    expect(wrong).toEqual([]);
  });
});

describe('the documentation pages', () => {
  it.each(['//docs', '//redoc', '//redoc/redoc.standalone.js'])(
    'serves %s from here',
    async (path) => {
      const { status, body } = await app.anonymous.get(path);
      expect(status).toBe(200);
      expect(String(body).length).toBeGreaterThan(200);
      expect(String(body).slice(0, 5_000)).not.toMatch(/src="https?:/);
    },
  );
});
