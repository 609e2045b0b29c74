/**
 * Reads the body of a request, once {@link AuthGuard} has let its sender pass, or refuses it. Fastify would read it before any guard runs:
 * whoever may not use a route could have us take in 16 MiB for it.
 */
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { COMMAND_BYTES } from '#contracts/openapi/operation.js';
import { Problem } from '../problems/problem.js';
import { ApiSettings } from '../settings.js';
import { readBody } from './body-stream.js';
import { mediaType, NDJSON_TYPE, READ_WHOLE, refuseContentType } from './content-types.js';

const EMPTY_OBJECT = Buffer.from('{}');

@Injectable()
export class BodyGuard implements CanActivate {
  constructor(private readonly settings: ApiSettings) {}

  /** @throws Problem UNSUPPORTED_MEDIA_TYPE, UNSUPPORTED_CHARSET; what `readBody` throws */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const { method, headers } = request;
    if (method === 'GET' || method === 'HEAD') return true;
    const { body } = request.routeOptions.config.operation ?? {};
    const refused = refuseContentType(request, body);
    if (refused !== undefined) throw refused;
    const isEmpty = headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0';
    if (isEmpty && headers['content-type'] === undefined) {
      if (body?.optional === true) request.body = EMPTY_OBJECT;
      return true;
    }
    const type = mediaType(request);
    // Left unread: who takes it reads as fast as the database stores.
    if (type === NDJSON_TYPE) return true;
    if (!READ_WHOLE.has(type)) throw new Problem('UNSUPPORTED_MEDIA_TYPE', 'Unsupported Media Type');
    const { bodyLimitBytes, bodyTimeoutMs: timeoutMs } = this.settings;
    const limitBytes = Math.min(bodyLimitBytes, body?.maxBytes ?? COMMAND_BYTES);
    return readBody(request.raw, { limitBytes, timeoutMs }).then(
      (bytes) => {
        request.body = bytes.length === 0 && body?.optional === true ? EMPTY_OBJECT : bytes;
        return true;
      },
      (error: unknown) => {
        // The client may go on sending.
        void http.getResponse<FastifyReply>().header('connection', 'close');
        throw error;
      },
    );
  }
}
