/**
 * Who asks. A Fastify hook and no guard of Nest: it covers what is no route of Nest's, too (the documentation, paths that do not exist),
 * and whoever shows no valid token or session costs neither a body nor a handler. {@link AuthGuard} goes by what it finds.
 */
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bearerToken } from '#infra/accounts/token-door.js';
import { AccessControl } from './access-control.js';
import type { Caller } from './caller.js';
import type { Entry } from './entry.js';
import { UnknownConnections } from './unknown-connections.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Null on public routes only. */
    caller: Caller | null;
    /** How the caller came in. */
    entry: Entry | null;
  }
}

/** For the documentation, so that a browser asks; the token is the password. */
const BROWSER_CHALLENGE = {
  'www-authenticate': 'Basic realm="tandem: a token as the password", charset="UTF-8"',
} as const;

@Injectable()
export class Authentication {
  constructor(
    private readonly access: AccessControl,
    private readonly unknown: UnknownConnections,
  ) {}

  /** Whatever is not public needs a token or a session: routes by the table, the documentation, and paths that are no route. */
  attach(fastify: FastifyInstance): void {
    this.unknown.watch(fastify.server);
    fastify.decorateRequest('caller', null);
    fastify.decorateRequest('entry', null);
    fastify.addHook('onRequest', (request, _reply, done) => {
      const { operation, console: isConsole } = request.routeOptions.config;
      if (isConsole === true || operation?.roles === 'public') return done();
      this.authenticate(request).then(() => done(), done);
    });
  }

  private async authenticate(request: FastifyRequest): Promise<void> {
    const { authorization } = request.headers;
    const shown =
      request.routeOptions.config.documentation === true
        ? { token: anyToken(authorization), challenge: BROWSER_CHALLENGE }
        : { token: bearerToken(authorization) };
    const entry = await this.access.enter(request.raw, shown);
    request.caller = entry.caller;
    request.entry = entry;
    this.unknown.forget(request.raw.socket);
    this.access.take(entry.caller);
    this.access.use(entry);
  }
}

/** As a bearer token, or as the password of a browser (RFC 7617). */
function anyToken(header: string | undefined): string | undefined {
  const basic = /^Basic +([A-Za-z0-9+/=]{1,1000})$/i.exec(header ?? '')?.[1];
  if (basic === undefined) return bearerToken(header);
  const text = Buffer.from(basic, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}
