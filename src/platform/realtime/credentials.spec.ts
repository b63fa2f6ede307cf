import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { addressOf, credentialsOf } from './credentials';

const request = (url: string, headers: IncomingHttpHeaders = {}): IncomingMessage =>
  // What is read of a request.
  ({ url, headers }) as IncomingMessage;

const token = (secret: string): object => ({ kind: 'access_token', secret });

describe('credentialsOf', () => {
  it.each<[string, IncomingMessage, object | null]>([
    [
      'the subprotocol',
      request('/ws', { 'sec-websocket-protocol': 'bearer, a.b.c' }),
      token('a.b.c'),
    ],
    [
      'the subprotocol after another one',
      request('/ws', { 'sec-websocket-protocol': 'json,bearer,a.b.c' }),
      token('a.b.c'),
    ],
    ['the address', request('/ws?token=a.b.c'), token('a.b.c')],
    ['the header', request('/ws', { authorization: 'Bearer a.b.c' }), token('a.b.c')],
    [
      'the subprotocol rather than the address',
      request('/ws?token=old', { 'sec-websocket-protocol': 'bearer, new' }),
      token('new'),
    ],
    ['an API key', request('/ws', { 'x-api-key': 'slk_1' }), { kind: 'api_key', secret: 'slk_1' }],
    ['no token after bearer', request('/ws', { 'sec-websocket-protocol': 'bearer' }), null],
    ['another scheme', request('/ws', { authorization: 'Basic abc' }), null],
    ['an empty token', request('/ws?token='), null],
    ['nothing', request('/ws'), null],
    ['an address that is none', request('http://[?token=x'), null],
  ])('reads %s', (_case, given, expected) => {
    expect(credentialsOf(given)).toEqual(expected);
  });
});

describe('addressOf', () => {
  it('takes a path that starts like another origin for a path of ours', () => {
    expect(addressOf(request('/ws/tasks/1?a=b')).pathname).toBe('/ws/tasks/1');
    expect(addressOf(request('//evil.example/ws')).pathname).not.toBe('/ws/tasks');
  });
});
