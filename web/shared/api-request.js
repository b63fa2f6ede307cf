/**
 * A refusal of the API, as its problem body says it: `errors` has what is wrong with each field, `details` the whole body,
 * since each `code` has members of its own.
 */
export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail ?? `The server answered ${status}.`);
    this.name = 'Problem';
    this.status = status;
    this.code = body?.code ?? 'unknown';
    this.errors = body?.errors ?? [];
    this.requestId = body?.request_id ?? null;
    this.details = body ?? {};
  }
}

/** No answer came at all: the server is away, or the network. */
export class NoAnswer extends Error {
  constructor(cause) {
    super('The server cannot be reached. Check your connection and try again.', { cause });
    this.name = 'NoAnswer';
  }
}

/** One request to the API. Throws `Problem` for what is refused and `NoAnswer` when nothing came back. */
export async function request(method, path, body, token = null) {
  const response = await send(method, path, body, token);
  if (!response.ok) {
    throw new Problem(response.status, await problemIn(response));
  }
  return response;
}

/** The JSON of an answer; null when it is empty. */
export async function jsonOf(response) {
  const text = await response.text();
  return text === '' ? null : JSON.parse(text);
}

async function send(method, path, body, token) {
  const isForm = body instanceof FormData;
  try {
    return await fetch(`/api/v1${path}`, {
      method,
      headers: {
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
  } catch (error) {
    throw new NoAnswer(error);
  }
}

/** Whatever stands in front of the server may refuse in words of its own, which are no JSON. */
async function problemIn(response) {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return isJson ? response.json() : null;
}
