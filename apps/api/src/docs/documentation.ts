/**
 * The route table as pages at /docs and as files beside them. All that a browser needs for it comes from here: nothing is fetched
 * from elsewhere.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { asyncApiDocument } from '#contracts/openapi/asyncapi-document.js';
import { openApiDocument } from '#contracts/openapi/openapi-document.js';
import { VERSION } from './version.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A page for people: a browser is asked for the token in its own way. */
    documentation?: boolean;
  }
}

const require = createRequire(import.meta.url);

const ASSETS = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' } as const;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Tandem API (EXERCISE)</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

/** The address is whole, so that it opens too where the page's own holds the token. */
const START = `SwaggerUIBundle({ url: location.origin + '/docs/openapi.json', dom_id: '#swagger-ui', docExpansion: 'none', validatorUrl: null });\n`;

const HEADERS = {
  'content-security-policy':
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

interface File {
  readonly type: string;
  readonly text: string;
}

export function serveDocumentation(fastify: FastifyInstance): void {
  const files: Record<string, File> = {
    '/docs': { type: 'text/html', text: PAGE },
    '/docs/': { type: 'text/html', text: PAGE },
    '/docs/start.js': { type: 'text/javascript', text: START },
    '/docs/openapi.json': { type: 'application/json', text: JSON.stringify(openApiDocument(VERSION)) },
    '/docs/asyncapi.json': { type: 'application/json', text: JSON.stringify(asyncApiDocument(VERSION)) },
  };
  for (const [url, { type, text }] of Object.entries(files)) serve(fastify, url, () => ({ type, text }));
  for (const [name, type] of Object.entries(ASSETS))
    serve(fastify, `/docs/${name}`, () => ({ type, text: asset(name) }));
}

function serve(fastify: FastifyInstance, url: string, file: () => File): void {
  fastify.get(url, { config: { documentation: true } }, (_request, reply: FastifyReply) => {
    const { type, text } = file();
    return reply.headers(HEADERS).header('content-type', `${type}; charset=utf-8`).send(text);
  });
}

const read = new Map<string, string>();

function asset(name: string): string {
  let text = read.get(name);
  if (text === undefined) {
    const folder = dirname(require.resolve('swagger-ui-dist/package.json'));
    text = readFileSync(join(folder, name), 'utf8');
    read.set(name, text);
  }
  return text;
}
