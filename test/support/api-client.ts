export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON, else the text. Tests read it loosely. */
  readonly body: ReturnType<typeof JSON.parse>;
  /** The body as it came. */
  readonly bytes: Buffer;
}

/** One request with its answer, as an inspector sees it. */
export interface Exchange {
  readonly method: string;
  /** From the server's root, without the query. */
  readonly path: string;
  readonly answer: ApiAnswer;
}

/** Looks at every exchange of a client and throws at what no answer may be. */
export type Inspector = (exchange: Exchange) => void;

/** Calls the API under /api/v1 and never throws on a status. */
export class ApiClient {
  constructor(
    private readonly url: string,
    private readonly token: string | null = null,
    private readonly inspect: Inspector = () => undefined,
  ) {}

  as(token: string): ApiClient {
    return new ApiClient(this.url, token, this.inspect);
  }

  get(path: string): Promise<ApiAnswer> {
    return this.send('GET', path);
  }

  post(path: string, body?: unknown): Promise<ApiAnswer> {
    return this.send('POST', path, body);
  }

  patch(path: string, body?: unknown): Promise<ApiAnswer> {
    return this.send('PATCH', path, body);
  }

  delete(path: string): Promise<ApiAnswer> {
    return this.send('DELETE', path);
  }

  upload(
    bytes: Uint8Array,
    options: { readonly name?: string; readonly jobId?: string; readonly field?: string } = {},
  ): Promise<ApiAnswer> {
    const form = new FormData();
    const file = new File([Uint8Array.from(bytes)], options.name ?? 'resume.pdf');
    form.append(options.field ?? 'file', file);
    if (options.jobId !== undefined) {
      form.append('job_id', options.jobId);
    }
    return this.send('POST', '/resumes/upload', form);
  }

  /**
   * `path` below /api/v1, or absolute from the server's root when it starts with `//`. A string is sent
   * as it is, declared as JSON; a form as multipart; all else as JSON.
   */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ApiAnswer> {
    const target = path.startsWith('//') ? path.slice(1) : `/api/v1${path}`;
    const isForm = body instanceof FormData;
    const payload =
      body === undefined || isForm || typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(`${this.url}${target}`, {
      method,
      headers: {
        ...(this.token === null ? {} : { authorization: `Bearer ${this.token}` }),
        ...(payload === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const text = bytes.toString('utf8');
    const answer = {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
      bytes,
    };
    this.inspect({ method, path: target.split('?', 1)[0] ?? target, answer });
    return answer;
  }
}
