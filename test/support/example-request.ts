import { randomUUID } from 'node:crypto';
import type { ApiContract, Operation } from './api-contract';
import type { Ids } from './company-data';
import { textResume } from './documents';
import { resolveSchema, type Schema, type Schemas } from './schema-check';

/**
 * A valid body made from the examples that `openapi.json` gives, null for an operation without one.
 * Ids are taken from `ids` by the field's name; a form's file is a resume nobody sent before.
 */
export function exampleBody(contract: ApiContract, operation: Operation, ids: Ids): unknown {
  const [mediaType, media] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (media?.schema === undefined) {
    return undefined;
  }
  const body = exampleOf(media.schema, contract.schemas, ids, operation.name);
  return mediaType === 'multipart/form-data' ? formOf(body as Record<string, unknown>) : body;
}

function exampleOf(given: Schema, schemas: Schemas, ids: Ids, at: string): unknown {
  const schema = resolveSchema(given, schemas);
  if (schema.type === 'object' && schema.properties !== undefined) {
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => [
        name,
        idList(name, property, ids) ??
          ids[name] ??
          exampleOf(property, schemas, ids, `${at} ${name}`),
      ]),
    );
  }
  if (schema.type === 'array' && schema.items !== undefined && schema.example === undefined) {
    return [exampleOf(schema.items, schemas, ids, at)];
  }
  if (schema.format === 'binary') {
    return textResume({ email: `example-${randomUUID()}@example.com` });
  }
  const example = schema.example ?? schema.enum?.[0] ?? schema.default;
  if (example === undefined) {
    throw new Error(`${at} needs an example in its documentation, or an id source in the tests.`);
  }
  return example;
}

/** `resume_ids` holds what `resume_id` names; null for anything but a list of ids. */
function idList(name: string, { type }: Schema, ids: Ids): readonly string[] | null {
  const id = ids[singular(name)];
  return type === 'array' && id !== undefined ? [id] : null;
}

/** The name of one of a list of ids. */
export function singular(name: string): string {
  return name.replace(/_ids$/, '_id');
}

function formOf(body: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, given] of Object.entries(body)) {
    for (const value of Array.isArray(given) ? given : [given]) {
      if (value instanceof Buffer) {
        form.append(name, new File([Uint8Array.from(value)], 'resume.txt'));
      } else {
        form.append(name, String(value));
      }
    }
  }
  return form;
}

/** Path parameters of an operation that are ids; one that is one of a few words is none. */
export function pathIds(operation: Operation): readonly string[] {
  return pathNames(operation).filter((name) => wordsOf(operation, name) === undefined);
}

function pathNames(operation: Operation): readonly string[] {
  return [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? '');
}

function wordsOf({ parameters = [] }: Operation, name: string): readonly unknown[] | undefined {
  return parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema
    ?.enum;
}

/** The operation's path with ids and required parameters in place, as `ApiClient.send` takes it. */
export function pathWith(operation: Operation, ids: Ids): string {
  const path = operation.path.replace(/\{([^}]+)\}/g, (_whole, name: string) => {
    const [word] = wordsOf(operation, name) ?? [];
    const id = typeof word === 'string' ? word : ids[name];
    if (id === undefined) {
      throw new Error(`${operation.name}: add a source for {${name}} to company-data.ts.`);
    }
    return id;
  });
  const required = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'query' && parameter.required === true)
    .map(({ name }) => `${name}=${ids[name] ?? ''}`);
  return required.length === 0 ? `/${path}` : `/${path}?${required.join('&')}`;
}
