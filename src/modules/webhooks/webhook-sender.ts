import { lookup } from 'node:dns';
import * as http from 'node:http';
import * as https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env } from '../../config';
import { isPrivateAddress } from './domain/private-addresses';

export interface WebhookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of one attempt: the endpoint's status, or why there was none. */
export type WebhookOutcome =
  | { readonly status: number; readonly error: null }
  | { readonly status: null; readonly error: string };

class AddressRefused extends Error {}

/**
 * Posts one delivery. It follows no redirect, waits no longer than allowed, reads nothing of the answer
 * but its status, and connects to no private address unless that is allowed: the check is made on the
 * address that is connected to, so a name cannot change its mind between check and use.
 */
@Injectable()
export class WebhookSender {
  constructor(@Inject(ENV) private readonly env: Env) {}

  send(request: WebhookRequest): Promise<WebhookOutcome> {
    const url = new URL(request.url);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !this.isAllowed(host)) {
      return Promise.resolve({ status: null, error: 'The address is a private one.' });
    }
    const { request: open } = url.protocol === 'https:' ? https : http;
    return new Promise((resolve) => {
      const outgoing = open(
        url,
        {
          method: 'POST',
          headers: { ...request.headers, 'Content-Length': Buffer.byteLength(request.body) },
          lookup: this.lookup,
          signal: AbortSignal.timeout(this.env.WEBHOOK_TIMEOUT_MS),
          agent: false,
        },
        (response) => {
          resolve({ status: response.statusCode ?? 0, error: null });
          response.destroy();
        },
      );
      outgoing.on('error', (error) => {
        resolve({ status: null, error: this.wordsOf(error) });
      });
      outgoing.end(request.body);
    });
  }

  private readonly lookup: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '');
        return;
      }
      const allowed = addresses.filter(({ address }) => this.isAllowed(address));
      const [first] = allowed;
      if (first === undefined) {
        callback(new AddressRefused('The name leads to a private address.'), '');
        return;
      }
      if (options.all === true) {
        callback(null, allowed);
        return;
      }
      callback(null, first.address, first.family);
    });
  };

  private isAllowed(address: string): boolean {
    return this.env.WEBHOOK_ALLOW_PRIVATE_ADDRESSES || !isPrivateAddress(address);
  }

  /** Shown to the company's administrators. */
  private wordsOf(error: Error & { readonly code?: string }): string {
    if (error instanceof AddressRefused) {
      return error.message;
    }
    if (error.name === 'AbortError' || error.name === 'TimeoutError') {
      return `No answer within ${this.env.WEBHOOK_TIMEOUT_MS / 1000} seconds.`;
    }
    return `The connection failed (${error.code ?? error.name}).`;
  }
}
