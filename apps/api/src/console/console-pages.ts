/**
 * The web console: one page for all its paths, and the files that it names by their hash. It is public: without signing in, a visitor sees nothing
 * before signing in, and all that it shows comes from the API.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PACKAGE_FOLDER } from '../docs/version.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Files of the web console, which hold nothing of any exercise: no token is needed. */
    console?: boolean;
  }
}

const FOLDER = join(PACKAGE_FOLDER, 'dist', 'console');
/** The paths that the page itself distinguishes. */
const PAGES = ['/', '/x/*', '/library', '/library/*'];
const NONCE = '%CSP_NONCE%';
/** Names of files hold a hash of their content, so that they never change. */
const YEAR_S = 31_536_000;

/**
 * Styles that libraries insert while the page runs need the nonce; scripts come as files of ours only. Workers are files, too.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

/**
 * To be called before the application is initialised, and without awaiting it: awaiting a plugin boots the server, and routes that
 * are there by then go without the handler that turns errors into problem documents.
 * @returns whether there is a console to serve: a build of the API alone has none
 */
export function serveConsole(fastify: FastifyInstance): boolean {
  const file = join(FOLDER, 'index.html');
  if (!existsSync(file)) return false;
  const page = readFileSync(file, 'utf8');
  const send = (_request: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .headers({
        'content-security-policy': contentSecurityPolicy(nonce),
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cache-control': 'no-store',
        'content-type': 'text/html; charset=utf-8',
      })
      .send(page.replaceAll(NONCE, nonce));
  };
  for (const path of PAGES) fastify.get(path, { config: { console: true } }, send);
  void fastify.register(async (assets) => {
    assets.addHook('onRoute', (route) => {
      route.config = { ...route.config, console: true };
    });
    // Last, for every answer of ours says `no-store` from the beginning.
    assets.addHook('onSend', (_request, reply, _payload, done) => {
      if (reply.statusCode < 400) void reply.header('cache-control', `public, max-age=${YEAR_S}, immutable`);
      done();
    });
    await assets.register(fastifyStatic, {
      root: join(FOLDER, 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      index: false,
      decorateReply: false,
      cacheControl: false,
    });
  });
  const icon = readFileSync(join(FOLDER, 'icon.svg'));
  fastify.get('/icon.svg', { config: { console: true } }, (_request, reply) =>
    reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(icon),
  );
  return true;
}
