export const API_KEY_SCOPES = ['read', 'write'] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

const READING_METHODS = ['GET', 'HEAD'];

/** What a request needs of the key: `read` for GET, `write` for the rest. */
export function scopeOfMethod(method: string): ApiKeyScope {
  return READING_METHODS.includes(method) ? 'read' : 'write';
}
