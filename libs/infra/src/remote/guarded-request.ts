/**
 * One POST to an address that a person has given. Which IP address is used is decided by the check of {@link AllowedAddresses} at the
 * moment of the connection: the name is resolved once, by us, and the connection goes to what was checked. So a name that changes
 * between a check and its use (DNS rebinding) gains nothing. Redirects are not followed.
 */
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { DeliveryError } from '#contracts/http/remote-units.js';
import { errorCode } from '../database/database-error.js';
import type { AllowedAddresses } from './allowed-address.js';

/** All addresses of a name, as `dns.lookup` gives them. */
export type Resolve = (
  name: string,
  options: { readonly all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** What came of it. `error` is absent when the answer was 2xx. */
export interface PostResult {
  readonly latencyMs: number;
  readonly status?: number;
  readonly error?: DeliveryError;
}

/** The text of an answer is of no interest; more of it is not even read. */
const MOST_ANSWER_BYTES = 16 * 1024;

class AddressNotAllowed extends Error {
  readonly code = 'ADDRESS_NOT_ALLOWED';
}

export class GuardedClient {
  constructor(
    private readonly addresses: AllowedAddresses,
    private readonly timeoutMs: number,
    private readonly resolve: Resolve = systemLookup,
  ) {}

  /** Never fails. @param url http or https */
  async post(url: string, headers: Readonly<Record<string, string>>, body: Uint8Array): Promise<PostResult> {
    const started = performance.now();
    const result = await this.#exchange(new URL(url), headers, body).catch((error: unknown) => ({
      error: errorOf(error),
    }));
    return { ...result, latencyMs: Math.round(performance.now() - started) };
  }

  #exchange(
    url: URL,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array,
  ): Promise<Omit<PostResult, 'latencyMs'>> {
    const host = hostOf(url);
    // Node asks no resolver for what is an address already.
    if (isIP(host) !== 0 && !this.addresses.allows(host)) return Promise.reject(new AddressNotAllowed());
    const options: RequestOptions = {
      method: 'POST',
      headers: { ...headers, 'content-length': String(body.length), connection: 'close' },
      // No agent: no connection is kept or shared, and no proxy of the environment comes between.
      agent: false,
      lookup: this.#lookup,
      signal: AbortSignal.timeout(this.timeoutMs),
      maxHeaderSize: 16 * 1024,
    };
    return new Promise((resolve, reject) => {
      const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
      const request = send(url, options, (answer) => {
        readSome(answer, () => resolve(resultOf(answer.statusCode ?? 0)));
      });
      request.once('error', reject);
      request.end(body);
    });
  }

  readonly #lookup: LookupFunction = (name, options, done) => {
    this.resolve(name, { all: true }, (error, found) => {
      if (error !== null) return done(error, '');
      // One that is not allowed spoils the name: else whoever owns it could have it tried again and again.
      if (found.length === 0 || found.some(({ address }) => !this.addresses.allows(address))) {
        return done(new AddressNotAllowed(), '');
      }
      const wanted = found.filter(
        ({ family }) => options.family === undefined || options.family === 0 || family === options.family,
      );
      if (options.all === true) return done(null, wanted.length > 0 ? wanted : found);
      const [first] = wanted.length > 0 ? wanted : found;
      return done(null, first?.address ?? '', first?.family);
    });
  };
}

/** Whether a URL names an IP address that is not allowed, or this machine. What another name leads to is known when it is used. */
export function refusesUrl(url: string, addresses: AllowedAddresses): boolean {
  const host = hostOf(new URL(url));
  if (isIP(host) !== 0) return !addresses.allows(host);
  return /(^|\.)localhost\.?$/.test(host) && !addresses.allows('127.0.0.1');
}

/** The host without the brackets of IPv6. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function resultOf(status: number): Omit<PostResult, 'latencyMs'> {
  if (status >= 200 && status < 300) return { status };
  return { status, error: status >= 300 && status < 400 ? 'REDIRECT_REFUSED' : 'STATUS_NOT_OK' };
}

/** Reads to the end of the answer, or so much of it. The status is known by then, however it ends. */
function readSome(answer: IncomingMessage, done: () => void): void {
  let size = 0;
  answer.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MOST_ANSWER_BYTES) answer.destroy();
  });
  answer.once('error', () => undefined);
  answer.once('close', done);
}

const CODES: Readonly<Record<string, DeliveryError>> = {
  ADDRESS_NOT_ALLOWED: 'ADDRESS_NOT_ALLOWED',
  ENOTFOUND: 'NAME_NOT_FOUND',
  EAI_AGAIN: 'NAME_NOT_FOUND',
  ENODATA: 'NAME_NOT_FOUND',
  ECONNREFUSED: 'CONNECTION_REFUSED',
  ETIMEDOUT: 'TIMEOUT',
  ABORT_ERR: 'TIMEOUT',
  EPROTO: 'TLS_FAILED',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'TLS_FAILED',
  SELF_SIGNED_CERT_IN_CHAIN: 'TLS_FAILED',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'TLS_FAILED',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'TLS_FAILED',
};

function errorOf(error: unknown): DeliveryError {
  if (error instanceof AggregateError) return errorOf(error.errors[0]);
  const code = errorCode(error) ?? '';
  if (/^(ERR_TLS|ERR_SSL|CERT_)/.test(code)) return 'TLS_FAILED';
  return CODES[code] ?? 'CONNECTION_LOST';
}
