/** The part of an OpenAPI 3.0 schema that this API uses. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly description?: string;
}

export type Schemas = Readonly<Record<string, Schema>>;

const KNOWN_KEYWORDS: ReadonlySet<string> = new Set([
  '$ref',
  'allOf',
  'type',
  'nullable',
  'enum',
  'format',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'required',
  'properties',
  'additionalProperties',
  'items',
  'minItems',
  'maxItems',
  'example',
  'default',
  'description',
]);

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
};

/** The schema with its reference followed and its parts merged. */
export function resolveSchema(schema: Schema, schemas: Schemas): Schema {
  const unknown = Object.keys(schema).filter((keyword) => !KNOWN_KEYWORDS.has(keyword));
  if (unknown.length > 0) {
    throw new Error(`Teach schema-check.ts the keyword ${unknown.join(', ')}.`);
  }
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/components/schemas/', '');
    const target = schemas[name];
    if (target === undefined) {
      throw new Error(`There is no schema ${schema.$ref}.`);
    }
    return resolveSchema(target, schemas);
  }
  if (schema.allOf === undefined) {
    return schema;
  }
  const { allOf, ...own } = schema;
  const parts = [...allOf.map((part) => resolveSchema(part, schemas)), own];
  return {
    ...Object.assign({}, ...parts),
    required: parts.flatMap((part) => part.required ?? []),
    properties: Object.assign({}, ...parts.map((part) => part.properties ?? {})),
  };
}

/**
 * Where a value departs from its schema; empty when it fits. An object's members that the schema does
 * not name are departures too: what an API answers, it documents.
 */
export function schemaProblems(
  given: Schema,
  value: unknown,
  schemas: Schemas,
  at = '$',
): readonly string[] {
  const schema = resolveSchema(given, schemas);
  if (value === null) {
    return schema.nullable === true ? [] : [`${at} is null`];
  }
  if (schema.enum !== undefined && schema.type !== 'array' && !schema.enum.includes(value)) {
    return [`${at} is ${JSON.stringify(value)}, none of ${schema.enum.join(', ')}`];
  }
  switch (schema.type ?? 'none') {
    case 'object':
      return objectProblems(schema, value, schemas, at);
    case 'array':
      return arrayProblems(schema, value, schemas, at);
    case 'string':
      return stringProblems(schema, value, at);
    case 'number':
    case 'integer':
      return numberProblems(schema, value, at);
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${at} is no boolean`];
    default:
      return [`${at} has no documented type`];
  }
}

function objectProblems(
  schema: Schema,
  value: unknown,
  schemas: Schemas,
  at: string,
): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${at} is no object`];
  }
  const { properties = {}, additionalProperties, required = [] } = schema;
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  // A schema that names no member at all stands for any object.
  const isOpen = Object.keys(properties).length === 0 || additionalProperties === true;
  return [
    ...missing.map((name) => `${at}.${name} is missing`),
    ...Object.entries(value).flatMap(([name, member]) => {
      const own =
        properties[name] ??
        (typeof additionalProperties === 'object' ? additionalProperties : null);
      if (own !== null) {
        return schemaProblems(own, member, schemas, `${at}.${name}`);
      }
      return isOpen ? [] : [`${at}.${name} is not documented`];
    }),
  ];
}

function arrayProblems(
  schema: Schema,
  value: unknown,
  schemas: Schemas,
  at: string,
): readonly string[] {
  if (!Array.isArray(value)) {
    return [`${at} is no array`];
  }
  const { items = {}, minItems = 0, maxItems = Infinity } = schema;
  return [
    ...(value.length >= minItems && value.length <= maxItems
      ? []
      : [`${at} has ${value.length} items`]),
    ...value.flatMap((item, index) => schemaProblems(items, item, schemas, `${at}[${index}]`)),
  ];
}

function stringProblems(schema: Schema, value: unknown, at: string): readonly string[] {
  if (typeof value !== 'string') {
    return [`${at} is no string`];
  }
  const pattern = FORMATS[schema.format ?? ''];
  return pattern === undefined || pattern.test(value) ? [] : [`${at} is no ${schema.format}`];
}

function numberProblems(schema: Schema, value: unknown, at: string): readonly string[] {
  if (typeof value !== 'number' || (schema.type === 'integer' && !Number.isInteger(value))) {
    return [`${at} is no ${schema.type}`];
  }
  const isInside = value >= (schema.minimum ?? -Infinity) && value <= (schema.maximum ?? Infinity);
  return isInside ? [] : [`${at} is ${value}, outside of its limits`];
}
