/** Which methods the route table has for a path: what a 405 names in `Allow` (RFC 9110, section 15.5.6). */
import type { Operation } from '#contracts/openapi/operation.js';
import { OPERATIONS } from '#contracts/openapi/operations.js';

const ROUTES = Object.values<Operation>(OPERATIONS).map(({ method, path }) => ({
  method,
  pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}));

export function allowedMethods(path: string): string[] {
  const methods = ROUTES.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method as string);
  return methods.includes('GET') ? ['GET', 'HEAD', ...methods.filter((method) => method !== 'GET')] : methods;
}
