import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';

/** Answers an upgrade that does not happen, and closes. */
export function refuseUpgrade(
  socket: Duplex,
  status: 404 | 503,
  problem: { readonly code: string; readonly detail: string },
): void {
  const title = STATUS_CODES[status] ?? '';
  const body = JSON.stringify({ type: 'about:blank', title, status, ...problem });
  const head = [
    `HTTP/1.1 ${status} ${title}`,
    'Connection: close',
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...(status === 503 ? ['Retry-After: 5'] : []),
  ].join('\r\n');
  // A peer that is gone already needs no answer.
  socket.on('error', () => {
    socket.destroy();
  });
  socket.end(`${head}\r\n\r\n${body}`);
}

const UPGRADE_HEADERS = ['upgrade', 'http2-settings'];

/**
 * Serves a request that offers another protocol than WebSocket as if it had not: Java's HTTP client and
 * `curl --http2` offer HTTP/2 with every first request, and once a server listens for upgrades, Node
 * hands it those too, without their bodies. The request goes back on its connection without the offer
 * and is read anew.
 */
export function serveWithoutUpgrade(
  server: Server,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const lines = [`${request.method ?? 'GET'} ${request.url ?? '/'} HTTP/${request.httpVersion}`];
  const { rawHeaders } = request;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    const value = rawHeaders[at + 1] ?? '';
    if (name.toLowerCase() === 'connection') {
      lines.push(`${name}: ${connectionWithoutUpgrade(value)}`);
    } else if (!UPGRADE_HEADERS.includes(name.toLowerCase())) {
      lines.push(`${name}: ${value}`);
    }
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}

function connectionWithoutUpgrade(value: string): string {
  const kept = value
    .split(',')
    .map((option) => option.trim())
    .filter((option) => option !== '' && !UPGRADE_HEADERS.includes(option.toLowerCase()));
  return kept.length === 0 ? 'keep-alive' : kept.join(', ');
}
