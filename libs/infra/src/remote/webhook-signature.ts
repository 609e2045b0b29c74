/**
 * Signed requests, by the Standard Webhooks specification (symmetric signatures, `v1`): HMAC-SHA-256 with a shared secret over
 * the id of the message, the time at which it was sent, and the bytes of the body. Both directions use it.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The time of a request may differ from ours by so much, seconds; after that it is refused, so that it cannot be replayed. */
export const REPLAY_WINDOW_S = 300;

const SIGNATURE_HEADERS = {
  id: 'webhook-id',
  timestamp: 'webhook-timestamp',
  signature: 'webhook-signature',
} as const;

/** A full stop in an id would allow two readings of what was signed. */
const ID = /^[\w-]{1,100}$/;
const TIMESTAMP = /^\d{1,12}$/;
const SECRET_PREFIX = 'whsec_';
const SECRET = /^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/;
/** A sender that changes its secret may sign with both; more than these are not looked at. */
const MOST_SIGNATURES = 5;

/** The values of the three headers. */
export interface SignedRequest {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
}

/** `malformed`: a header is missing or cannot be read. `expired`: outside of the replay window. */
export type Verdict = 'valid' | 'malformed' | 'expired' | 'forged';

/** The secret as people copy it. @param key 24 to 64 bytes */
export function secretText(key: Uint8Array): string {
  return SECRET_PREFIX + Buffer.from(key).toString('base64');
}

/** The bytes of a secret that was copied; undefined when it is none. */
export function secretKey(text: string): Buffer | undefined {
  if (!SECRET.test(text)) return undefined;
  const key = Buffer.from(text.slice(SECRET_PREFIX.length), 'base64');
  return key.length >= 24 && key.length <= 64 ? key : undefined;
}

/** @param now ms since 1970 */
export function signRequest(key: Uint8Array, id: string, body: Uint8Array, now: number): SignedRequest {
  if (!ID.test(id)) throw new Error(`${JSON.stringify(id)} cannot be the id of a signed message`);
  const timestamp = String(Math.floor(now / 1000));
  return { id, timestamp, signature: `v1,${signatureOf(key, id, timestamp, body).toString('base64')}` };
}

/** The headers to send. */
export function signedHeaders({ id, timestamp, signature }: SignedRequest): Readonly<Record<string, string>> {
  return {
    [SIGNATURE_HEADERS.id]: id,
    [SIGNATURE_HEADERS.timestamp]: timestamp,
    [SIGNATURE_HEADERS.signature]: signature,
  };
}

/** What came in the headers of a request; what is missing is an empty text. */
export function signedRequestIn(headers: Readonly<Record<string, string | string[] | undefined>>): SignedRequest {
  const one = (name: string): string => {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
  };
  const { id, timestamp, signature } = SIGNATURE_HEADERS;
  return { id: one(id), timestamp: one(timestamp), signature: one(signature) };
}

/** The comparison takes the same time whatever was sent. @param now ms since 1970 */
export function verifyRequest(key: Uint8Array, request: SignedRequest, body: Uint8Array, now: number): Verdict {
  const { id, timestamp, signature } = request;
  if (!ID.test(id) || !TIMESTAMP.test(timestamp) || signature === '') return 'malformed';
  if (Math.abs(Math.floor(now / 1000) - Number(timestamp)) > REPLAY_WINDOW_S) return 'expired';
  const expected = signatureOf(key, id, timestamp, body);
  let isValid = false;
  for (const one of signature.split(' ').slice(0, MOST_SIGNATURES)) {
    const given = /^v1,([A-Za-z0-9+/]{43}=)$/.exec(one)?.[1];
    if (given !== undefined && timingSafeEqual(Buffer.from(given, 'base64'), expected)) isValid = true;
  }
  return isValid ? 'valid' : 'forged';
}

function signatureOf(key: Uint8Array, id: string, timestamp: string, body: Uint8Array): Buffer {
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
}
