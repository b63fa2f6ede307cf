import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LlmRequest {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly stream?: boolean;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string };
  };
}

/** How one request is answered. */
export type LlmBehaviour =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  /** Takes the request and says nothing. */
  | { readonly kind: 'hang' }
  /** Begins the answer and breaks the connection. */
  | { readonly kind: 'cut'; readonly text: string }
  /** Begins the answer and then says nothing more. */
  | { readonly kind: 'stall'; readonly text: string }
  /** 200 with a body that is no chat completion. */
  | { readonly kind: 'garbage'; readonly body: string }
  /** Stops because of the limit of tokens. */
  | { readonly kind: 'too_long'; readonly text: string };

export const answer = (value: unknown): LlmBehaviour => ({
  kind: 'answer',
  text: typeof value === 'string' ? value : JSON.stringify(value),
});

export const status = (code: number, retryAfter?: string): LlmBehaviour => ({
  kind: 'status',
  status: code,
  ...(retryAfter === undefined ? {} : { retryAfter }),
});

/** Asked for it, a server answers 404. */
export const UNKNOWN_MODEL = 'no-such-model';

/** Counted as such a server would: both numbers are the same in every answer. */
export const LLM_USAGE = { prompt_tokens: 120, completion_tokens: 34 } as const;

/**
 * A server that speaks chat completions, streamed and whole, and misbehaves as it is told: each
 * request takes the next of `next`, and `otherwise` when there is none.
 */
export class LlmServer {
  readonly received: LlmRequest[] = [];
  readonly next: LlmBehaviour[] = [];
  otherwise: LlmBehaviour = answer('Yes.');
  /** Requests that were open at the same time. */
  mostOpen = 0;
  private open = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<LlmServer> {
    const server = createServer();
    const llm = new LlmServer(server);
    server.on('request', (request, response) => {
      llm.open += 1;
      llm.mostOpen = Math.max(llm.mostOpen, llm.open);
      response.on('close', () => {
        llm.open -= 1;
      });
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        llm.serve(request, Buffer.concat(pieces).toString('utf8'), response);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return llm;
  }

  get url(): string {
    // A server that listens on TCP has such an address.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  get openNow(): number {
    return this.open;
  }

  /** Every prompt that came, as one text. */
  get prompts(): string {
    return this.received
      .flatMap(({ body }) => body.messages.map(({ content }) => content))
      .join('\n');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }

  private serve(request: IncomingMessage, text: string, response: ServerResponse): void {
    // What our own client sent; a test that gets anything else fails by it.
    const body = JSON.parse(text) as LlmRequest['body'];
    const { authorization } = request.headers;
    this.received.push({ path: request.url ?? '', authorization, body });
    const behaviour =
      body.model === UNKNOWN_MODEL ? status(404) : (this.next.shift() ?? this.otherwise);
    if (behaviour.kind === 'status') {
      refuse(response, behaviour);
    } else if (behaviour.kind === 'garbage') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(behaviour.body);
    } else if (behaviour.kind !== 'hang') {
      const speak = body.stream === true ? streamOut : writeOut;
      speak(response, behaviour);
    }
  }
}

type Spoken = Extract<LlmBehaviour, { text: string }>;

function refuse(
  response: ServerResponse,
  { status: code, retryAfter }: Extract<LlmBehaviour, { kind: 'status' }>,
): void {
  const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  response
    .writeHead(code, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify({ error: { message: 'The secret prompt was not liked.' } }));
}

function writeOut(response: ServerResponse, { kind, text }: Spoken): void {
  const finish_reason = kind === 'too_long' ? 'length' : 'stop';
  const message = { role: 'assistant', content: text };
  const json = JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason }],
    usage: LLM_USAGE,
  });
  response.writeHead(200, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(json),
  });
  if (kind === 'answer' || kind === 'too_long') {
    response.end(json);
    return;
  }
  response.write(json.slice(0, json.length / 2), () => {
    if (kind === 'cut') {
      response.destroy();
    }
  });
}

/** Word by word, each event in two pieces, so that the reader must put them together. */
function streamOut(response: ServerResponse, { kind, text }: Spoken): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const word of text.match(/\S+\s*/g) ?? []) {
    const event = eventOf({ choices: [{ index: 0, delta: { content: word } }] });
    response.write(event.slice(0, 9));
    response.write(event.slice(9));
  }
  if (kind === 'cut') {
    // After what was written has left.
    response.write(': the end is near\n', () => response.destroy());
  } else if (kind !== 'stall') {
    const finish_reason = kind === 'too_long' ? 'length' : 'stop';
    response.write(eventOf({ choices: [{ index: 0, delta: {}, finish_reason }] }));
    response.write(eventOf({ choices: [], usage: LLM_USAGE }));
    response.end('data: [DONE]\n\n');
  }
}

const eventOf = (value: object): string => `data: ${JSON.stringify(value)}\n\n`;
