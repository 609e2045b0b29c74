/** What a body may come as, by route. */
import type { FastifyRequest } from 'fastify';
import { CAP_MEDIA_TYPE } from '#contracts/http/alerts.js';
import type { Body } from '#contracts/openapi/operation.js';
import { Problem } from '../problems/problem.js';

export const JSON_TYPE = 'application/json';
const CAP_TYPES = [CAP_MEDIA_TYPE, 'application/xml', 'text/xml'] as const;
export const YAML_TYPE = 'application/yaml';
export const NDJSON_TYPE = 'application/x-ndjson';

/** What is read before a handler has it. */
export const READ_WHOLE: ReadonlySet<string> = new Set([JSON_TYPE, YAML_TYPE, ...CAP_TYPES]);

/** The media type without its parameters. */
export function mediaType(request: FastifyRequest): string {
  const value = request.headers['content-type'] ?? '';
  const end = value.indexOf(';');
  return (end < 0 ? value : value.slice(0, end)).trim().toLowerCase();
}

/** The `charset` parameter of the content type. */
export function charsetOf(request: FastifyRequest): string | undefined {
  return /;\s*charset="?([\w.:-]{1,40})"?/i.exec(request.headers['content-type'] ?? '')?.[1]?.toLowerCase();
}

/** What JSON, its lines and YAML come in; ASCII is a part of it. XML says by itself what it is in. */
const UTF_8: ReadonlySet<string> = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);

function refuseCharset(type: string, charset: string | undefined): Problem | undefined {
  if (charset === undefined || UTF_8.has(charset) || CAP_TYPES.some((each) => each === type)) return undefined;
  return new Problem(
    'UNSUPPORTED_CHARSET',
    `The charset is ${JSON.stringify(charset)}; ${type} is read as UTF-8 only.`,
  );
}

/** Whether the route takes what is sent; asked before a byte of the body is read. */
export function refuseContentType(request: FastifyRequest, body: Body | undefined): Problem | undefined {
  const { headers } = request;
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (!hasBody || body === undefined) return undefined;
  const type = mediaType(request);
  const also = body.also ?? {};
  if (type === JSON_TYPE || Object.hasOwn(also, type)) return refuseCharset(type, charsetOf(request));
  const given = type === '' ? 'There is no content type' : `The content type is ${JSON.stringify(type.slice(0, 80))}`;
  const taken = [JSON_TYPE, ...Object.keys(also)].join(', ');
  return new Problem('UNSUPPORTED_MEDIA_TYPE', `${given}; this route takes ${taken}.`, { headers: { accept: taken } });
}
