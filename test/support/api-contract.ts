import type { OpenAPIObject } from '@nestjs/swagger';
import type { Exchange } from './api-client';
import { type Schema, type Schemas, schemaProblems } from './schema-check';

export const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Media {
  readonly schema?: Schema;
}

/** One operation of `openapi.json`, as far as the tests read it. */
export interface Operation {
  /** `PATCH /api/v1/jobs/{job_id}`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, Media>> }>
  >;
}

/** Failures of the transport that every operation may answer and none documents. */
const ALWAYS_POSSIBLE = [400, 413];

/** What `openapi.json` promises, ready to be compared with what the server answers. */
export class ApiContract {
  readonly operations: readonly Operation[];
  readonly schemas: Schemas;

  constructor(document: OpenAPIObject) {
    // The tests' own types are the part of the document that they read.
    this.schemas = document.components?.schemas ?? {};
    this.operations = Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => item[method] !== undefined).map((method) => ({
        ...(item[method] as unknown as Omit<Operation, 'name' | 'method' | 'path'>),
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
      })),
    );
  }

  /** The operation that a request reaches; a path with fewer parameters wins over one with more. */
  find(method: string, path: string): Operation | null {
    const fitting = this.operations.filter(
      (operation) => operation.method === method && patternOf(operation.path).test(path),
    );
    const parameters = (operation: Operation): number => operation.path.split('{').length;
    return fitting.toSorted((a, b) => parameters(a) - parameters(b))[0] ?? null;
  }

  /** Where an answer departs from what is promised; empty when it keeps it. */
  problems({ method, path, answer }: Exchange): readonly string[] {
    const { status, headers } = answer;
    const operation = this.find(method, path);
    const documented = operation?.responses[String(status)];
    const told = (problem: string): string => `${method} ${path} ${status}: ${problem}`;
    if (status >= 400 && !(documented !== undefined && status === 503)) {
      const problems = [...this.problemBody(answer)];
      if (operation !== null && documented === undefined && !ALWAYS_POSSIBLE.includes(status)) {
        problems.push(`${operation.name} does not document this status`);
      }
      return problems.map(told);
    }
    if (operation === null) {
      return [];
    }
    if (documented === undefined) {
      return [told('is not documented')];
    }
    const isCsv = headers.get('content-type')?.startsWith('text/csv') ?? false;
    if (isCsv && documented.content?.['text/csv'] !== undefined) {
      return [];
    }
    const schema = documented.content?.['application/json']?.schema;
    if (schema === undefined) {
      const isEmpty = answer.bytes.length === 0;
      return documented.content === undefined && !isEmpty ? [told('has an undocumented body')] : [];
    }
    return schema.format === 'binary'
      ? []
      : schemaProblems(schema, answer.body, this.schemas).map(told);
  }

  /** RFC 9457, which allows further members. */
  private problemBody({ status, headers, body }: Exchange['answer']): readonly string[] {
    const type = headers.get('content-type') ?? '';
    if (!type.startsWith('application/problem+json')) {
      return [`is no problem body but ${type}`];
    }
    const schema = { ...this.schemas['ProblemDto'], additionalProperties: true };
    return [
      ...schemaProblems(schema, body, this.schemas),
      ...(body.status === status ? [] : ['names another status']),
      ...(/^[a-z][a-z0-9_]*$/.test(body.code) ? [] : ['has no stable code']),
      ...(body.request_id === headers.get('x-request-id') ? [] : ['names another request']),
      ...(status >= 500 ? ['is a failure of the server'] : []),
    ];
  }
}

function patternOf(template: string): RegExp {
  const pattern = template
    .split(/\{[^}]+\}/)
    .map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pattern.join('[^/]+')}$`);
}
