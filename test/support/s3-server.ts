import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const BUCKET = 'resumes';
const REGION = 'eu-test-1';
const ACCESS_KEY_ID = 'AKIDEXAMPLE';
const SECRET_ACCESS_KEY = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const MOST_SKEW_MS = 15 * 60_000;

interface Kept {
  readonly bytes: Buffer;
  readonly meta: Readonly<Record<string, string>>;
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

/**
 * One bucket that speaks S3 as its documentation says: path style, signatures of version 4 that are computed
 * here from the request as it came, the body's SHA-256, clock skew, and lists in pages.
 */
export class S3Server {
  readonly files = new Map<string, Kept>();
  /** What it answers to every request while it is set; `hang` is no answer at all. */
  failure: { readonly status: number; readonly code: string } | 'hang' | null = null;
  /** How far its clock is from this machine's. */
  skewMs = 0;
  pageSize = 1000;
  requests = 0;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<S3Server> {
    const server = createServer();
    const started = new S3Server(server);
    server.on('request', (request, response) => {
      void started.answer(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return started;
  }

  get variables(): NodeJS.ProcessEnv {
    const { port } = this.server.address() as AddressInfo;
    return {
      STORAGE: 's3',
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_BUCKET: BUCKET,
      S3_REGION: REGION,
      S3_ACCESS_KEY_ID: ACCESS_KEY_ID,
      S3_SECRET_ACCESS_KEY: SECRET_ACCESS_KEY,
      S3_TIMEOUT_SECONDS: '1',
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    response.setHeader('Date', new Date(this.now()).toUTCString());
    if (this.failure === 'hang') {
      return;
    }
    try {
      if (this.failure !== null) {
        throw new Refusal(this.failure.status, this.failure.code);
      }
      const body = Buffer.concat(chunks);
      this.checkSignature(request, body);
      this.serve(request, body, response);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      response.statusCode = error.status;
      const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${error.code}</Code></Error>`;
      response.end(request.method === 'HEAD' ? '' : xml);
    }
  }

  private serve(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const url = new URL(request.url ?? '', 'http://bucket');
    const [bucket, ...rest] = url.pathname.slice(1).split('/');
    if (bucket !== BUCKET) {
      throw new Refusal(404, 'NoSuchBucket');
    }
    const key = rest.map(decodeURIComponent).join('/');
    if (key === '') {
      response.end(this.list(url.searchParams));
      return;
    }
    if (request.method === 'PUT') {
      const meta = Object.entries(request.headers).filter(([name]) =>
        name.startsWith('x-amz-meta-'),
      );
      this.files.set(key, {
        bytes: body,
        meta: Object.fromEntries(meta.map(([name, value]) => [name, String(value)])),
      });
      response.end();
      return;
    }
    if (request.method === 'DELETE') {
      this.files.delete(key);
      response.writeHead(204).end();
      return;
    }
    const kept = this.files.get(key);
    if (kept === undefined) {
      throw new Refusal(404, 'NoSuchKey');
    }
    response.writeHead(200, { ...kept.meta, 'content-length': kept.bytes.length });
    response.end(request.method === 'HEAD' ? '' : kept.bytes);
  }

  private list(query: URLSearchParams): string {
    const after = query.get('continuation-token') ?? '';
    const keys = [...this.files.keys()].sort().filter((key) => key > after);
    const page = keys.slice(0, this.pageSize);
    const isTruncated = keys.length > page.length;
    const contents = page.map(
      (key) => `<Contents><Key>${encodeURIComponent(key)}</Key><Size>1</Size></Contents>`,
    );
    const next = isTruncated
      ? `<NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>`
      : '';
    return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>${BUCKET}</Name><IsTruncated>${String(isTruncated)}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`;
  }

  private now(): number {
    return Date.now() + this.skewMs;
  }

  /** As in "Signature Calculations for the Authorization Header" of the S3 API reference. */
  private checkSignature(request: IncomingMessage, body: Buffer): void {
    const header =
      /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)$/;
    const parts = header.exec(request.headers.authorization ?? '');
    const time = String(request.headers['x-amz-date']);
    const hash = createHash('sha256').update(body).digest('hex');
    if (parts === null || request.headers['x-amz-content-sha256'] !== hash) {
      throw new Refusal(400, parts === null ? 'AccessDenied' : 'XAmzContentSHA256Mismatch');
    }
    const [, credential = '', names = '', signature = ''] = parts;
    const scope = `${time.slice(0, 8)}/${REGION}/s3/aws4_request`;
    if (credential !== `${ACCESS_KEY_ID}/${scope}`) {
      throw new Refusal(403, 'InvalidAccessKeyId');
    }
    const signedAt = Date.parse(
      time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'),
    );
    if (!(Math.abs(signedAt - this.now()) <= MOST_SKEW_MS)) {
      throw new Refusal(403, 'RequestTimeTooSkewed');
    }
    const text = `AWS4-HMAC-SHA256\n${time}\n${scope}\n${createHash('sha256')
      .update(canonicalRequest(request, names.split(';'), hash))
      .digest('hex')}`;
    const key = [time.slice(0, 8), REGION, 's3', 'aws4_request'].reduce<Buffer>(
      (previous, part) => createHmac('sha256', previous).update(part).digest(),
      Buffer.from(`AWS4${SECRET_ACCESS_KEY}`),
    );
    if (createHmac('sha256', key).update(text).digest('hex') !== signature) {
      throw new Refusal(403, 'SignatureDoesNotMatch');
    }
  }
}

function canonicalRequest(
  request: IncomingMessage,
  names: readonly string[],
  hash: string,
): string {
  const url = new URL(request.url ?? '', 'http://bucket');
  const encode = (text: string): string =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const path = url.pathname
    .split('/')
    .map((part) => encode(decodeURIComponent(part)))
    .join('/');
  const query = [...url.searchParams]
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const headers = names.map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  return [request.method, path, query, headers.join(''), names.join(';'), hash].join('\n');
}
