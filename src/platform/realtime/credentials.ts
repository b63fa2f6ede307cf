import type { IncomingMessage } from 'node:http';

/** What somebody shows to be let in. Never logged. */
export interface Credentials {
  readonly kind: 'access_token' | 'api_key';
  readonly secret: string;
}

/** The subprotocol that announces a token: browsers can send no header with a WebSocket. */
export const TOKEN_PROTOCOL = 'bearer';

/**
 * An access token as `bearer, TOKEN` in `Sec-WebSocket-Protocol` or as `?token=`; programs may also send
 * the headers of the HTTP API. The header wins over the address, which proxies write to their logs.
 */
export function credentialsOf(request: IncomingMessage): Credentials | null {
  const token = protocolToken(request) ?? headerToken(request) ?? queryToken(request);
  if (token !== null) {
    return { kind: 'access_token', secret: token };
  }
  const key = request.headers['x-api-key'];
  return typeof key === 'string' && key !== '' ? { kind: 'api_key', secret: key } : null;
}

function protocolToken({ headers }: IncomingMessage): string | null {
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const at = offered.indexOf(TOKEN_PROTOCOL);
  return at < 0 ? null : presence(offered[at + 1]);
}

function headerToken({ headers }: IncomingMessage): string | null {
  const [, token] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? [];
  return presence(token);
}

function queryToken(request: IncomingMessage): string | null {
  return presence(addressOf(request).searchParams.get('token') ?? undefined);
}

const presence = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : text;

/** Path and query of a request; the origin means nothing. A path that cannot be read is an unknown one. */
export function addressOf(request: IncomingMessage): URL {
  const origin = 'http://server.invalid';
  const target = request.url ?? '/';
  return URL.canParse(target, origin) ? new URL(target, origin) : new URL(origin);
}
