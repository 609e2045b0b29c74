/**
 * The body of a request, decompressed, with bounds: on its size as it is after decompression, and on the time that its
 * sender takes. The request itself is never destroyed here, so that there is still a connection to answer on.
 */
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '#contracts/problem.js';
import { Problem } from '../problems/problem.js';

export interface BodyBounds {
  /** Bytes after decompression. */
  readonly limitBytes: number;
  /** How long the sender may take: for the whole where it is read as one, else from one piece to the next. In ms. */
  readonly timeoutMs: number;
}

/** The whole body. @throws InputError TOO_LARGE; Problem UNSUPPORTED_ENCODING, BAD_REQUEST, REQUEST_TIMEOUT. */
export function readBody(request: IncomingMessage, bounds: BodyBounds): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length']) > bounds.limitBytes) throw tooLarge(bounds.limitBytes);
    const body = open(request);
    const pieces: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => settle(tooSlow(bounds.timeoutMs)), bounds.timeoutMs);
    const settle = (error?: unknown): void => {
      clearTimeout(timer);
      body.stream.off('data', take);
      body.close();
      if (error !== undefined) reject(asBodyError(error));
      else resolve(pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces, size));
    };
    const take = (piece: Buffer): void => {
      size += piece.length;
      if (size > bounds.limitBytes) settle(tooLarge(bounds.limitBytes));
      else pieces.push(piece);
    };
    body.onBroken(settle);
    body.stream.on('data', take).once('end', () => settle());
  });
}

/**
 * The body piece by piece. The sender is held back while the reader is busy, so that nothing piles up; `limitBytes` bounds
 * the whole all the same.
 * @throws as {@link readBody}
 */
export async function* bodyPieces(
  request: IncomingMessage,
  bounds: BodyBounds,
): AsyncGenerator<Buffer, void, undefined> {
  const body = open(request);
  let size = 0;
  let wake: () => void = () => undefined;
  let failure: unknown;
  let ended = false;
  body.onBroken((error) => {
    failure = error;
    wake();
  });
  body.stream
    .on('readable', () => wake())
    .once('end', () => {
      ended = true;
      wake();
    });
  try {
    for (;;) {
      const piece = body.stream.read() as Buffer | null;
      if (failure !== undefined) throw asBodyError(failure);
      if (piece !== null) {
        size += piece.length;
        if (size > bounds.limitBytes) throw tooLarge(bounds.limitBytes);
        yield piece;
        continue;
      }
      if (ended) return;
      const timer = setTimeout(() => {
        failure = tooSlow(bounds.timeoutMs);
        wake();
      }, bounds.timeoutMs);
      await new Promise<void>((resolve) => (wake = resolve));
      clearTimeout(timer);
    }
  } finally {
    body.stream.removeAllListeners('readable');
    body.close();
  }
}

interface OpenBody {
  readonly stream: Readable;
  /** How it came to a bad end: at most once. */
  onBroken(listener: (error: unknown) => void): void;
  close(): void;
}

function open(request: IncomingMessage): OpenBody {
  const encoding = contentEncoding(request);
  const gunzip = encoding === 'gzip' ? request.pipe(createGunzip()) : undefined;
  let listener: ((error: unknown) => void) | undefined;
  const broken = (error: unknown): void => {
    const broken = listener;
    listener = undefined;
    broken?.(error);
  };
  const aborted = (): void => broken(new Problem('BAD_REQUEST', 'The request broke off.'));
  request.on('error', broken).on('aborted', aborted);
  gunzip?.on('error', broken);
  return {
    stream: gunzip ?? request,
    onBroken: (given) => void (listener = given),
    close: () => {
      listener = undefined;
      request.off('aborted', aborted);
      if (gunzip === undefined) return;
      request.unpipe(gunzip);
      gunzip.destroy();
    },
  };
}

/** The content encoding, checked: none or gzip (RFC 9110, section 8.4). */
function contentEncoding(request: IncomingMessage): 'identity' | 'gzip' {
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (encoding === 'identity' || encoding === '') return 'identity';
  if (encoding === 'gzip' || encoding === 'x-gzip') return 'gzip';
  throw new Problem(
    'UNSUPPORTED_ENCODING',
    `The content encoding ${JSON.stringify(encoding.slice(0, 80))} is not supported; gzip is, or none.`,
    { headers: { 'accept-encoding': 'gzip' } },
  );
}

function tooLarge(limit: number): InputError {
  return InputError.of(
    'TOO_LARGE',
    '',
    `The body is larger than ${limit} bytes, after decompression; send less at a time.`,
  );
}

function tooSlow(ms: number): Problem {
  return new Problem('REQUEST_TIMEOUT', `The body did not come within ${Math.round(ms / 1000)} s.`);
}

function asBodyError(error: unknown): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'Z_BUF_ERROR') return new Problem('BAD_REQUEST', 'The gzip data break off before their end.');
  if (code.startsWith('Z_'))
    return new Problem('BAD_REQUEST', 'The body is not gzip, though Content-Encoding says so, or is damaged.');
  if (code === 'ECONNRESET') return new Problem('BAD_REQUEST', 'The request broke off.');
  return error;
}
